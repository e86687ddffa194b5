package dev.eventprocessor.internal.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds, among many texts, those that stand somewhere in another, in one pass over it: the
 * automaton of Aho and Corasick. The cost is that of the pass, and a step for each text that is
 * found.
 */
final class SubstringIndex {

  /** The states that follow, by state and character, in a hash table of open addresses. */
  private long[] edges = new long[64];

  private int[] ends = new int[64];
  private int edgeCount;

  /** The states after the first one, where most steps begin, by small characters; 0 for none. */
  private final int[] starts = new int[128];

  private final int[] fallback;

  /** What a state has found; null for nothing. */
  private final @Nullable Target[] targets;

  /** The next state along the fallbacks that has found something; 0 for none. */
  private final int[] next;

  /** The first place that can be found along {@link #next}. */
  private final int[] first;

  SubstringIndex(Map<String, Target> byText) {
    States states = new States();
    for (Map.Entry<String, Target> entry : byText.entrySet()) {
      int state = 0;
      for (int i = 0; i < entry.getKey().length(); i++) {
        state = follow(state, entry.getKey().charAt(i), states);
      }
      states.targets.set(state, entry.getValue());
    }
    targets = states.targets.toArray(new @Nullable Target[0]);
    fallback = new int[targets.length];
    next = new int[targets.length];
    first = new int[targets.length];
    Arrays.fill(first, Integer.MAX_VALUE);
    for (int state : states.byDepth()) {
      link(state, states);
    }
  }

  /** What is needed of each state while they are made. */
  private static final class States {
    private final List<@Nullable Target> targets = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Character> characters = new ArrayList<>();
    private final List<List<Integer>> byDepth = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();

    States() {
      add(0, ' ', 0);
    }

    int add(int parent, char c, int depth) {
      if (byDepth.size() == depth) {
        byDepth.add(new ArrayList<>());
      }
      byDepth.get(depth).add(targets.size());
      targets.add(null);
      parents.add(parent);
      characters.add(c);
      depths.add(depth);
      return targets.size() - 1;
    }

    /** All but the first, those of the shortest texts first. */
    List<Integer> byDepth() {
      List<Integer> all = new ArrayList<>(targets.size());
      for (List<Integer> states : byDepth.subList(1, byDepth.size())) {
        all.addAll(states);
      }
      return all;
    }
  }

  private int follow(int state, char c, States states) {
    int following = following(state, c);
    if (following < 0) {
      following = states.add(state, c, states.depths.get(state) + 1);
      addEdge(state, c, following);
    }
    return following;
  }

  /** Links a state to that of the longest shorter text that its own text ends with. */
  private void link(int state, States states) {
    int parent = states.parents.get(state);
    if (parent != 0) {
      fallback[state] = step(fallback[parent], states.characters.get(state));
    }
    int back = fallback[state];
    next[state] = targets[back] != null ? back : next[back];
    @Nullable Target target = targets[state];
    first[state] =
        Math.min(target == null ? Integer.MAX_VALUE : target.first(), first[next[state]]);
  }

  void search(String text, Search search) {
    search.expectRepeats();
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, text.charAt(i));
      for (int at = state; at != 0 && first[at] < search.limit; at = next[at]) {
        @Nullable Target target = targets[at];
        if (target != null) {
          target.enter(search);
        }
      }
    }
  }

  private int step(int from, char c) {
    int state = from;
    while (true) {
      int following = following(state, c);
      if (following >= 0) {
        return following;
      }
      if (state == 0) {
        return 0;
      }
      state = fallback[state];
    }
  }

  private int following(int state, char c) {
    if (state == 0 && c < starts.length) {
      return starts[c] == 0 ? -1 : starts[c];
    }
    long edge = edge(state, c);
    int slot = slot(edge);
    return edges[slot] == edge ? ends[slot] : -1;
  }

  private void addEdge(int state, char c, int end) {
    if (state == 0 && c < starts.length) {
      starts[c] = end;
      return;
    }
    if (2 * edgeCount >= edges.length) {
      grow();
    }
    int slot = slot(edge(state, c));
    edges[slot] = edge(state, c);
    ends[slot] = end;
    edgeCount++;
  }

  private void grow() {
    long[] oldEdges = edges;
    int[] oldEnds = ends;
    edges = new long[2 * oldEdges.length];
    ends = new int[2 * oldEdges.length];
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldEdges[i] != 0) {
        int slot = slot(oldEdges[i]);
        edges[slot] = oldEdges[i];
        ends[slot] = oldEnds[i];
      }
    }
  }

  /** Never 0, which marks a free slot. */
  private static long edge(int state, char c) {
    return (long) (state + 1) << 16 | c;
  }

  private int slot(long edge) {
    long hash = edge * 0x9E3779B97F4A7C15L;
    int mask = edges.length - 1;
    int slot = (int) (hash >>> 40) & mask;
    while (edges[slot] != 0 && edges[slot] != edge) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

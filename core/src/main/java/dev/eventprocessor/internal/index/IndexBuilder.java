package dev.eventprocessor.internal.index;

import dev.eventprocessor.Filter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree. Each conjunction is put where the part of it that is looked for least often leads
 * to; where many stand at one place, they are told apart by another of their parts.
 */
final class IndexBuilder implements Function<List<Conjunction>, Target> {

  /** As many candidates are asked one after the other rather than told apart. */
  private static final int FEW = 4;

  /** As deep a tree can be; beyond that candidates are asked. */
  private static final int MAX_DEPTH = 12;

  private final List<Conjunction> conjunctions;
  private final int depth;
  private final Common common;
  private final Map<Access.Key, int[]> counts;
  private final Map<Source, int[]> uses = new HashMap<>();

  private IndexBuilder(List<Conjunction> conjunctions, int depth, Common common) {
    this.conjunctions = conjunctions;
    this.depth = depth;
    this.common = common;
    this.counts = new HashMap<>(2 * conjunctions.size());
  }

  /** The tree of conjunctions that are in the order of their places. */
  static Target build(List<Conjunction> conjunctions) {
    return new IndexBuilder(conjunctions, 0, new Common()).node();
  }

  /** What all targets of an index have in common. */
  private static final class Common {
    private int targets;
    private final Map<Filter, Filter> known = new HashMap<>();

    /** A target's number. */
    int next() {
      return targets++;
    }

    /** One for all that are equal: conditions that many registrations share stay in the cache. */
    Filter one(Filter filter) {
      @Nullable Filter same =
          filter instanceof Filter.Where ? known.putIfAbsent(filter, filter) : null;
      return same == null ? filter : same;
    }
  }

  /** What conjunctions in the order of their places become that stand at one place of the tree. */
  @Override
  public Target apply(List<Conjunction> together) {
    return together.size() == 1
        ? candidate(together.get(0))
        : new IndexBuilder(together, depth + 1, common).node();
  }

  private Candidate candidate(Conjunction conjunction) {
    List<Filter> left = new ArrayList<>(conjunction.parts().size());
    for (Part part : conjunction.parts()) {
      @Nullable Filter filter = part.filter();
      if (filter != null) {
        left.add(common.one(filter));
      }
    }
    return new Candidate(common.next(), conjunction.place(), left);
  }

  private Node node() {
    List<Candidate> asked = new ArrayList<>();
    Map<Source, ProbeBuilder> probes = new LinkedHashMap<>();
    if (depth > 0 && (conjunctions.size() <= FEW || depth == MAX_DEPTH)) {
      for (Conjunction conjunction : conjunctions) {
        asked.add(candidate(conjunction));
      }
    } else {
      count();
      for (Conjunction conjunction : conjunctions) {
        if (!place(conjunction, probes)) {
          asked.add(candidate(conjunction));
        }
      }
    }
    return new Node(common.next(), asked.toArray(new Candidate[0]), probes(probes));
  }

  /** The probes in the order of the first places that they can find. */
  private Probe[] probes(Map<Source, ProbeBuilder> builders) {
    List<Probe> probes = new ArrayList<>(builders.size());
    for (ProbeBuilder builder : builders.values()) {
      Probe probe = builder.build(this);
      int at = probes.size();
      while (at > 0 && probes.get(at - 1).first() > probe.first()) {
        at--;
      }
      probes.add(at, probe);
    }
    return probes.toArray(new Probe[0]);
  }

  private void count() {
    for (Conjunction conjunction : conjunctions) {
      for (Part part : conjunction.parts()) {
        Source source = part.source();
        if (source != null) {
          use(source);
          for (Access access : part.accesses()) {
            access.count(counts);
          }
        }
      }
    }
  }

  private void use(Source source) {
    int @Nullable [] count = uses.get(source);
    if (count == null) {
      uses.put(source, new int[] {1});
    } else {
      count[0]++;
    }
  }

  private int used(Source source) {
    int @Nullable [] count = uses.get(source);
    return count == null ? 0 : count[0];
  }

  /**
   * The index of the part that leaves the fewest together, among equals that of the source most
   * used; -1 where none can be looked up.
   */
  private int best(List<Part> parts) {
    int best = -1;
    int bestCost = Integer.MAX_VALUE;
    int bestUses = 0;
    for (int i = 0; i < parts.size(); i++) {
      Source source = parts.get(i).source();
      if (source != null) {
        int cost = cost(parts.get(i));
        int used = used(source);
        if (cost < bestCost || (cost == bestCost && used > bestUses)) {
          best = i;
          bestCost = cost;
          bestUses = used;
        }
      }
    }
    return best;
  }

  private static int cost(Part part) {
    int cost = 0;
    for (Access access : part.accesses()) {
      cost += access.cost();
    }
    return cost;
  }

  /** Puts a conjunction wherever its best part is found; tells whether there is such a part. */
  private boolean place(Conjunction conjunction, Map<Source, ProbeBuilder> probes) {
    int best = best(conjunction.parts());
    Source source = best < 0 ? null : conjunction.parts().get(best).source();
    if (source == null) {
      return false;
    }
    @Nullable ProbeBuilder probe = probes.get(source);
    if (probe == null) {
      probe = new ProbeBuilder(source);
      probes.put(source, probe);
    }
    for (Access access : conjunction.parts().get(best).accesses()) {
      probe.add(access, conjunction, best);
    }
    return true;
  }
}

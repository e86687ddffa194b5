package dev.eventprocessor.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as a machine that is in many states at once (Thompson's construction): each character
 * of the text moves all of them one step, so that no text takes more than its length times the
 * number of states. Immutable.
 *
 * <p>A state either reads a character and goes to the next state, or forks to two others without
 * reading. Behind the last one is the end, where the pattern is matched.
 */
final class RegexProgram {

  private final @Nullable CodePointSet[] reads;
  private final int[] forks;
  private final int[] otherForks;
  private final int end;

  /** Where a small program is before the text, and after a state has read; else empty. */
  private final long start;

  private final long[] follow;

  private RegexProgram(Builder built) {
    end = built.size;
    reads = Arrays.copyOf(built.reads, end);
    forks = Arrays.copyOf(built.forks, end);
    otherForks = Arrays.copyOf(built.otherForks, end);
    follow = new long[end < Long.SIZE ? end : 0];
    start = end < Long.SIZE ? reachable(0) : 0;
    for (int state = 0; state < follow.length; state++) {
      follow[state] = reads[state] == null ? 0 : reachable(state + 1);
    }
  }

  /** Whether the whole text matches. */
  boolean matches(String text) {
    return end < Long.SIZE ? matchesSmall(text) : matchesLarge(text);
  }

  private boolean matchesSmall(String text) {
    long now = start;
    for (int i = 0; i < text.length() && now != 0; ) {
      int codePoint = text.codePointAt(i);
      long next = 0;
      for (long rest = now; rest != 0; rest &= rest - 1) {
        int state = Long.numberOfTrailingZeros(rest);
        if (accepts(state, codePoint)) {
          next |= follow[state];
        }
      }
      now = next;
      i += Character.charCount(codePoint);
    }
    return (now & 1L << end) != 0;
  }

  private boolean matchesLarge(String text) {
    States now = new States();
    States next = new States();
    now.enter(0);
    for (int i = 0; i < text.length() && now.any; ) {
      int codePoint = text.codePointAt(i);
      next.clear();
      now.step(codePoint, next);
      States before = now;
      now = next;
      next = before;
      i += Character.charCount(codePoint);
    }
    return now.contains(end);
  }

  /** The text with which every match begins. */
  String requiredPrefix() {
    StringBuilder prefix = new StringBuilder();
    for (int state = 0; state < end; state++) {
      @Nullable CodePointSet set = reads[state];
      if (set == null || set.single() < 0) {
        break;
      }
      prefix.appendCodePoint(set.single());
    }
    return prefix.toString();
  }

  private boolean accepts(int state, int codePoint) {
    @Nullable CodePointSet set = state < end ? reads[state] : null;
    return set != null && set.contains(codePoint);
  }

  /** The states that a small program reaches from here without reading; forks left out. */
  private long reachable(int state) {
    States states = new States();
    states.enter(state);
    long reached = states.bits[0];
    for (int i = 0; i < end; i++) {
      reached &= reads[i] == null ? ~(1L << i) : -1L;
    }
    return reached;
  }

  /** A set of states; as large as the program is, whatever the text. */
  private final class States {

    private final long[] bits = new long[end / Long.SIZE + 1];
    private final int[] waiting = new int[2 * end + 1];
    private boolean any;

    boolean contains(int state) {
      return (bits[state / Long.SIZE] & 1L << state) != 0;
    }

    void clear() {
      Arrays.fill(bits, 0);
      any = false;
    }

    /** Adds a state and all that it reaches without reading, each once. */
    void enter(int first) {
      any = true;
      waiting[0] = first;
      for (int count = 1; count > 0; ) {
        int state = waiting[--count];
        if (!contains(state)) {
          bits[state / Long.SIZE] |= 1L << state;
          if (state < end && reads[state] == null) {
            waiting[count++] = state + otherForks[state];
            waiting[count++] = state + forks[state];
          }
        }
      }
    }

    void step(int codePoint, States next) {
      for (int word = 0; word < bits.length; word++) {
        for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
          int state = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
          if (accepts(state, codePoint)) {
            next.enter(state + 1);
          }
        }
      }
    }
  }

  /**
   * A program that grows. Forks tell how far they go, not where to, and what a part of the pattern
   * became stands in one piece: it can be moved and copied as it is. Not thread-safe.
   */
  static final class Builder {

    /** As a maximum: any number of times. */
    static final int UNBOUNDED = -1;

    private @Nullable CodePointSet[] reads = new CodePointSet[16];
    private int[] forks = new int[16];
    private int[] otherForks = new int[16];
    private int size;

    int size() {
      return size;
    }

    /** Appends a state that reads. */
    void read(CodePointSet set) {
      open(size, 1);
      reads[size - 1] = set;
    }

    /** Makes what stands from here on the first of two alternatives; the second is to follow. */
    void beginAlternative(int from) {
      fork(from, 1, size - from + 2);
      fork(size, 0, 0);
    }

    /** Ends the second alternative, which begins here. */
    void endAlternative(int from) {
      forks[from - 1] = size - from + 1;
      otherForks[from - 1] = size - from + 1;
    }

    /** How many states {@link #repeat} would make of what stands from here on. */
    int repeated(int from, int minimum, int maximum) {
      int body = size - from;
      if (maximum == UNBOUNDED) {
        return Math.max(minimum, 1) * body + (minimum == 0 ? 2 : 1);
      }
      return maximum * body + maximum - minimum;
    }

    /** Repeats what stands from here on: at least one state. */
    void repeat(int from, int minimum, int maximum) {
      int body = size - from;
      if (maximum == 0) {
        size = from;
      } else if (maximum != UNBOUNDED) {
        repeatAtMost(from, minimum, maximum);
      } else {
        for (int i = 1; i < minimum; i++) {
          copy(from, body);
        }
        fork(size, -body, 1);
        if (minimum == 0) {
          fork(from, 1, size - from + 1);
        }
      }
    }

    /** Before each copy that may be left out stands a way to the end of all of them. */
    private void repeatAtMost(int from, int minimum, int maximum) {
      int body = size - from;
      int to = from + repeated(from, minimum, maximum);
      int source = from;
      if (minimum == 0) {
        fork(from, 1, to - from);
        source++;
      }
      for (int i = 1; i < maximum; i++) {
        if (i >= minimum) {
          fork(size, 1, to - size);
        }
        copy(source, body);
      }
    }

    RegexProgram build() {
      return new RegexProgram(this);
    }

    private void fork(int at, int one, int other) {
      open(at, 1);
      reads[at] = null;
      forks[at] = one;
      otherForks[at] = other;
    }

    private void copy(int from, int count) {
      int to = size;
      open(to, count);
      System.arraycopy(reads, from, reads, to, count);
      System.arraycopy(forks, from, forks, to, count);
      System.arraycopy(otherForks, from, otherForks, to, count);
    }

    /** Makes room; what stands there moves up. */
    private void open(int at, int count) {
      if (size + count > forks.length) {
        int capacity = Math.max(size + count, 2 * size);
        reads = Arrays.copyOf(reads, capacity);
        forks = Arrays.copyOf(forks, capacity);
        otherForks = Arrays.copyOf(otherForks, capacity);
      }
      System.arraycopy(reads, at, reads, at + count, size - at);
      System.arraycopy(forks, at, forks, at + count, size - at);
      System.arraycopy(otherForks, at, otherForks, at + count, size - at);
      size += count;
    }
  }
}

package dev.eventprocessor.internal;

import java.util.Arrays;

/**
 * Which characters one place of a {@link LinearRegex} accepts. Immutable.
 *
 * <p>Kept as bounds in ascending order: at the first begins what is in the set, at the second what
 * is not, and so on; one binary search answers.
 */
final class CodePointSet {

  /** As {@code java.util.regex} has them: ASCII only. */
  static final CodePointSet DIGITS = new Builder().add('0', '9').build();

  static final CodePointSet WORD =
      new Builder().add('0', '9').add('A', 'Z').add('_', '_').add('a', 'z').build();

  static final CodePointSet SPACES = new Builder().add('\t', '\r').add(' ', ' ').build();

  /** What a dot accepts: everything but {@code java.util.regex}'s line terminators. */
  static final CodePointSet WITHIN_LINE =
      new Builder()
          .add('\n', '\n')
          .add('\r', '\r')
          .add('\u0085', '\u0085')
          .add('\u2028', '\u2029')
          .build()
          .negate();

  private static final int[] NONE = {};

  private final int[] bounds;

  /** The part of {@link #bounds} that accepts other cases, too. */
  private final int[] foldedBounds;

  private final boolean negated;

  private CodePointSet(int[] bounds, int[] foldedBounds, boolean negated) {
    this.bounds = bounds;
    this.foldedBounds = foldedBounds;
    this.negated = negated;
  }

  /** One character. */
  static CodePointSet of(int codePoint) {
    return new CodePointSet(new int[] {codePoint, codePoint + 1}, NONE, false);
  }

  /** Everything that is not in this set. */
  CodePointSet negate() {
    return new CodePointSet(bounds, foldedBounds, !negated);
  }

  boolean contains(int codePoint) {
    return negated != (isWithin(bounds, codePoint) || containsOtherCase(codePoint));
  }

  /** The only character in this set; -1 when there may be more. */
  int single() {
    boolean single = bounds.length == 2 && bounds[0] + 1 == bounds[1];
    return single && !negated && foldedBounds.length == 0 ? bounds[0] : -1;
  }

  private boolean containsOtherCase(int codePoint) {
    if (foldedBounds.length == 0) {
      return false;
    }
    int upper = Character.toUpperCase(codePoint);
    return isWithin(foldedBounds, upper) || isWithin(foldedBounds, Character.toLowerCase(upper));
  }

  private static boolean isWithin(int[] bounds, int codePoint) {
    if (bounds.length == 2) {
      return codePoint >= bounds[0] && codePoint < bounds[1];
    }
    int found = Arrays.binarySearch(bounds, codePoint);
    int before = found >= 0 ? found + 1 : -found - 1;
    return before % 2 == 1;
  }

  /** Collects ranges in any order. Not thread-safe. */
  static final class Builder {

    private final Ranges all = new Ranges();
    private final Ranges folded = new Ranges();

    /** A range with both its ends. */
    Builder add(int first, int last) {
      all.add(first, last);
      return this;
    }

    /** A range of which the other cases are meant, too. */
    Builder addFolded(int first, int last) {
      add(first, last);
      folded.add(first, last);
      if (first == last) {
        int lower = Character.toLowerCase(Character.toUpperCase(first));
        folded.add(lower, lower);
      }
      return this;
    }

    /** Everything in another set that folds no cases. */
    Builder addAll(CodePointSet other) {
      int first = 0;
      for (int i = 0; i < other.bounds.length; i += 2) {
        if (!other.negated) {
          add(other.bounds[i], other.bounds[i + 1] - 1);
        } else if (first < other.bounds[i]) {
          add(first, other.bounds[i] - 1);
        }
        first = other.bounds[i + 1];
      }
      return other.negated ? add(first, Character.MAX_CODE_POINT) : this;
    }

    CodePointSet build() {
      return new CodePointSet(all.bounds(), folded.bounds(), false);
    }
  }

  /** Ranges, each as one number: its first character in the upper half, its last in the lower. */
  private static final class Ranges {

    private long[] ranges = new long[4];
    private int size;

    void add(int first, int last) {
      if (size == ranges.length) {
        ranges = Arrays.copyOf(ranges, size * 2);
      }
      ranges[size++] = (long) first << 32 | last;
    }

    /** Sorted; ranges that touch become one. */
    int[] bounds() {
      Arrays.sort(ranges, 0, size);
      int[] bounds = new int[2 * size];
      int count = 0;
      for (int i = 0; i < size; i++) {
        int first = (int) (ranges[i] >>> 32);
        int end = (int) ranges[i] + 1;
        if (count > 0 && first <= bounds[count - 1]) {
          bounds[count - 1] = Math.max(bounds[count - 1], end);
        } else {
          bounds[count++] = first;
          bounds[count++] = end;
        }
      }
      return Arrays.copyOf(bounds, count);
    }
  }
}

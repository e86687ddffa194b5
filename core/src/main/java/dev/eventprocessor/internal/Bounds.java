package dev.eventprocessor.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A lower and an upper bound for numbers, either of which may be missing. Comparing is exact; where
 * the bounds and the number are doubles, comparing doubles is exact, too, and fast.
 */
public final class Bounds {

  /** Up to here every whole number is a double. */
  private static final long EXACT = 1L << 53;

  private final @Nullable BigDecimal lower;
  private final @Nullable BigDecimal upper;
  private final boolean lowerIncluded;
  private final boolean upperIncluded;
  private final double low;
  private final double high;
  private final boolean doubles;

  /** Bounds of which null is none. */
  public Bounds(
      @Nullable BigDecimal lower,
      boolean lowerIncluded,
      @Nullable BigDecimal upper,
      boolean upperIncluded) {
    this.lower = lower;
    this.upper = upper;
    this.lowerIncluded = lowerIncluded;
    this.upperIncluded = upperIncluded;
    this.low = lower == null ? Double.NEGATIVE_INFINITY : lower.doubleValue();
    this.high = upper == null ? Double.POSITIVE_INFINITY : upper.doubleValue();
    this.doubles = (lower == null || isDouble(lower)) && (upper == null || isDouble(upper));
  }

  /** Whether a double holds the number: it is the shortest decimal that means the double. */
  public static boolean isDouble(Number number) {
    if (number instanceof Double value) {
      return Double.isFinite(value);
    }
    if (isSmallWhole(number)) {
      return true;
    }
    @Nullable BigDecimal exact = Values.exact(number);
    if (exact == null) {
      return false;
    }
    @Nullable BigDecimal near = Values.exact(exact.doubleValue());
    return near != null && near.compareTo(exact) == 0;
  }

  /** Whether the number lies within; what is not finite does not. */
  public boolean hold(Number number) {
    if (doubles && (number instanceof Double || isSmallWhole(number))) {
      double value = number.doubleValue();
      return Double.isFinite(value)
          && (lowerIncluded ? value >= low : value > low)
          && (upperIncluded ? value <= high : value < high);
    }
    @Nullable BigDecimal exact = Values.exact(number);
    return exact != null && isAboveLower(exact) && isBelowUpper(exact);
  }

  private boolean isAboveLower(BigDecimal value) {
    int order = lower == null ? 1 : value.compareTo(lower);
    return order > 0 || (order == 0 && lowerIncluded);
  }

  private boolean isBelowUpper(BigDecimal value) {
    int order = upper == null ? -1 : value.compareTo(upper);
    return order < 0 || (order == 0 && upperIncluded);
  }

  private static boolean isSmallWhole(Number number) {
    if (number instanceof Long || number instanceof Integer) {
      long value = number.longValue();
      return value >= -EXACT && value <= EXACT;
    }
    return number instanceof Short || number instanceof Byte;
  }
}

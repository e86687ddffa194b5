package dev.eventprocessor.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that is a given double or float and no other. The JDK's own text of a number
 * is that from version 19 on only (JDK-4511638: Double.toString returns too many digits).
 */
public final class Decimals {

  /** So many digits come back from every normal double, and float, as they were. */
  private static final int DOUBLE_DIGITS = 15;

  private static final int FLOAT_DIGITS = 6;

  /** Below the normal ones fewer digits do, and never fewer than these. */
  private static final int LEAST_DIGITS = 2;

  private Decimals() {}

  /** Of a finite number. */
  public static BigDecimal of(double value) {
    boolean normal = Math.abs(value) >= Double.MIN_NORMAL;
    BigDecimal near = new BigDecimal(Double.toString(value));
    if (value == 0 || (normal && near.precision() <= DOUBLE_DIGITS)) {
      return near;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = normal ? DOUBLE_DIGITS : LEAST_DIGITS; ; digits++) {
      BigDecimal rounded = rounded(exact, digits);
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
  }

  /** Of a finite number. */
  public static BigDecimal of(float value) {
    boolean normal = Math.abs(value) >= Float.MIN_NORMAL;
    BigDecimal near = new BigDecimal(Float.toString(value));
    if (value == 0 || (normal && near.precision() <= FLOAT_DIGITS)) {
      return near;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = normal ? FLOAT_DIGITS : LEAST_DIGITS; ; digits++) {
      BigDecimal rounded = rounded(exact, digits);
      if (rounded.floatValue() == value) {
        return rounded;
      }
    }
  }

  private static BigDecimal rounded(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  /** A decimal in the form that {@link Double#toString} has: {@code 1.5}, {@code 1.0E21}. */
  public static String text(BigDecimal decimal) {
    String digits = decimal.unscaledValue().abs().toString();
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    int exponent = decimal.signum() == 0 ? 0 : digits.length() - 1 - decimal.scale();
    StringBuilder text = new StringBuilder(end + 8);
    if (decimal.signum() < 0) {
      text.append('-');
    }
    if (exponent >= -3 && exponent < 0) {
      return text.append("0.").append("00", 0, -exponent - 1).append(digits, 0, end).toString();
    }
    int whole = exponent >= 0 && exponent < 7 ? exponent + 1 : 1;
    text.append(digits, 0, Math.min(whole, end));
    for (int i = end; i < whole; i++) {
      text.append('0');
    }
    text.append('.').append(digits, Math.min(whole, end), end).append(end <= whole ? "0" : "");
    return whole == exponent + 1 ? text.toString() : text.append('E').append(exponent).toString();
  }
}

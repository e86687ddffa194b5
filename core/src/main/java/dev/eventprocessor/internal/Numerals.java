package dev.eventprocessor.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers written as text. */
public final class Numerals {

  private static final int MAX_LENGTH = 1000;

  private Numerals() {}

  /**
   * The number that a text is: digits with an optional sign, fraction and exponent, as JSON has
   * them but with leading zeros and a plus sign allowed. Null for all other text, for more than
   * 1000 characters, and for an exponent out of all bounds.
   */
  public static @Nullable BigDecimal parse(String text) {
    int at = sign(text, 0);
    int afterWhole = digits(text, at);
    if (afterWhole == at || text.length() > MAX_LENGTH) {
      return null;
    }
    int end = exponent(text, fraction(text, afterWhole));
    if (end != text.length()) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException exponentTooLarge) {
      return null;
    }
  }

  private static int sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static int fraction(String text, int at) {
    if (at < text.length() && text.charAt(at) == '.') {
      int end = digits(text, at + 1);
      return end == at + 1 ? at : end;
    }
    return at;
  }

  private static int exponent(String text, int at) {
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int from = sign(text, at + 1);
      int end = digits(text, from);
      return end == from ? at : end;
    }
    return at;
  }
}

package dev.eventprocessor.azure;

import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 text, as events have them. */
final class Times {

  private static final String FORM = "0000-00-00T00:00:00";

  private Times() {}

  /** The time; null where .NET's empty time stands for none, and as {@link #rfc3339} has it. */
  static @Nullable String known(@Nullable String text) {
    return text == null || text.startsWith("0001-01-01") ? null : rfc3339(text);
  }

  /** The time, as UTC where it names no zone; null where it is no time in this form. */
  static @Nullable String rfc3339(String text) {
    if (!isLike(text, 0, FORM)) {
      return null;
    }
    int zone = afterFraction(text, FORM.length());
    if (zone == text.length()) {
      return text + "Z";
    }
    boolean zoned =
        isLike(text, zone, "Z")
            ? text.length() == zone + 1
            : text.length() == zone + 6
                && (isLike(text, zone, "+00:00") || isLike(text, zone, "-00:00"));
    return zoned ? text : null;
  }

  /** Digits where the form has zeros, and its other characters as they are. */
  private static boolean isLike(String text, int from, String form) {
    if (text.length() < from + form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(from + i);
      boolean fits = form.charAt(i) == '0' ? isDigit(c) : c == form.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int afterFraction(String text, int at) {
    if (at + 1 >= text.length() || text.charAt(at) != '.' || !isDigit(text.charAt(at + 1))) {
      return at;
    }
    int end = at + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

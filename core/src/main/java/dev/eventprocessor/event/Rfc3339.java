package dev.eventprocessor.event;

import org.jspecify.annotations.Nullable;

/**
 * Times as events have them: RFC 3339 text, with its offset. A text that is none is no time of the
 * event; it stays in {@code raw}. Stateless.
 */
public final class Rfc3339 {

  private static final String FORM = "0000-00-00T00:00:00";

  private Rfc3339() {}

  /** The text itself; null where it is null, or no time in this form. */
  public static @Nullable String of(@Nullable String text) {
    if (text == null || !isLike(text, 0, FORM)) {
      return null;
    }
    int zone = FORM.length();
    if (isLike(text, zone, ".0")) {
      zone++;
      while (isLike(text, zone, "0")) {
        zone++;
      }
    }
    boolean isZoned =
        switch (text.length() - zone) {
          case 1 -> isLike(text, zone, "Z");
          case 6 -> isLike(text, zone, "+00:00") || isLike(text, zone, "-00:00");
          default -> false;
        };
    return isZoned ? text : null;
  }

  /** Digits where the form has zeros, and its other characters as they are. */
  private static boolean isLike(String text, int from, String form) {
    if (text.length() < from + form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char expected = form.charAt(i);
      char found = text.charAt(from + i);
      if (expected == '0' ? found < '0' || found > '9' : Character.toUpperCase(found) != expected) {
        return false;
      }
    }
    return true;
  }
}

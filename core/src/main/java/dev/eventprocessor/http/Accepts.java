package dev.eventprocessor.http;

import dev.eventprocessor.Event;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether a request's {@code Accept} header allows a type ("HTTP Semantics", RFC 9110, 12.5.1): the
 * most specific of its ranges counts, and excludes the type with {@code q=0}. Parameters of ranges
 * other than {@code q} are not looked at. Without a range everything is allowed. Linear in the
 * header.
 *
 * @param type in lower case
 */
record Accepts(String type) implements Predicate<Event> {

  private static final int NO_RANGE = 0;
  private static final int OTHER = 1;
  private static final int ANY = 2;
  private static final int GROUP = 3;
  private static final int EXACT = 4;

  @Override
  public boolean test(Event event) {
    int best = NO_RANGE;
    boolean allowed = true;
    for (Object line : lines(event)) {
      String text = String.valueOf(line);
      for (int from = 0; from < text.length(); ) {
        int end = end(text, from, text.length(), ',');
        int fit = fit(text, from, end);
        if (fit > best) {
          best = fit;
          allowed = fit > OTHER && !isExcluded(text, from, end);
        } else if (fit == best && fit > OTHER) {
          allowed |= !isExcluded(text, from, end);
        }
        from = end + 1;
      }
    }
    return allowed;
  }

  private static List<?> lines(Event event) {
    return event.get("http") instanceof Map<?, ?> http
            && http.get("headers") instanceof Map<?, ?> headers
            && headers.get("accept") instanceof List<?> lines
        ? lines
        : List.of();
  }

  private int fit(String text, int from, int end) {
    String range = text.substring(from, end(text, from, end, ';')).trim().toLowerCase(Locale.ROOT);
    if (range.indexOf('/') < 0) {
      return NO_RANGE;
    }
    if (range.equals(type)) {
      return EXACT;
    }
    if (range.equals("*/*")) {
      return ANY;
    }
    boolean group = range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
    return group ? GROUP : OTHER;
  }

  /** Whether one of its parameters is a {@code q} of zero. */
  private static boolean isExcluded(String text, int from, int end) {
    for (int at = end(text, from, end, ';'); at < end; ) {
      int next = end(text, at + 1, end, ';');
      String parameter = text.substring(at + 1, next).trim();
      if (parameter.regionMatches(true, 0, "q=", 0, 2) && isZero(parameter)) {
        return true;
      }
      at = next;
    }
    return false;
  }

  private static boolean isZero(String quality) {
    for (int i = 2; i < quality.length(); i++) {
      if (quality.charAt(i) != '0' && quality.charAt(i) != '.') {
        return false;
      }
    }
    return quality.length() > 2;
  }

  /**
   * Where the part ends, outside of quotes; the limit where it is not found. It looks no further:
   * linear.
   */
  private static int end(String text, int from, int limit, char mark) {
    boolean quoted = false;
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      } else if (c == mark && !quoted) {
        return i;
      }
    }
    return limit;
  }
}

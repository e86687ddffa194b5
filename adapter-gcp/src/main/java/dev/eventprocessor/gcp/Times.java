package dev.eventprocessor.gcp;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Times as RFC 3339 text, as events have them. Without a formatter: a time's own text is RFC 3339
 * but for the seconds, which it leaves out where they are 0.
 */
final class Times {

  private static final int MINUTE_END = "0000-00-00T00:00".length();

  private Times() {}

  /** Absent where no RFC 3339 time says it: four digits for the year, an offset of minutes. */
  static @Nullable String rfc3339(@Nullable OffsetDateTime time) {
    if (time == null
        || time.getYear() < 0
        || time.getYear() > 9999
        || time.getOffset().getTotalSeconds() % 60 != 0) {
      return null;
    }
    String text = time.toString();
    return text.charAt(MINUTE_END) == ':'
        ? text
        : text.substring(0, MINUTE_END) + ":00" + text.substring(MINUTE_END);
  }
}

package dev.eventprocessor.aws;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 text, as events have them. Absent where no such text says it. */
final class Times {

  /** Years 1 to 9999: RFC 3339 has four digits for them. */
  private static final long FIRST = -62_135_596_800_000L;

  private static final long LAST = 253_402_300_799_999L;

  private static final String FORM = "0000-00-00T00:00:00";

  private Times() {}

  static @Nullable String ofEpochMillis(@Nullable Long millis) {
    return millis == null || millis < FIRST || millis > LAST
        ? null
        : Instant.ofEpochMilli(millis).toString();
  }

  /** Seconds with a fraction, as Kinesis and DynamoDB have them. */
  static @Nullable String ofEpochSeconds(@Nullable BigDecimal seconds) {
    return seconds == null || seconds.abs().compareTo(BigDecimal.valueOf(LAST)) > 0
        ? null
        : ofEpochMillis(seconds.movePointRight(3).longValue());
  }

  /** ISO 8601 text; CloudWatch and CodeCommit write the offset without its colon. */
  static @Nullable String of(@Nullable String text) {
    if (text == null || text.length() <= FORM.length() || !hasForm(text)) {
      return null;
    }
    int end = text.length();
    if (text.charAt(end - 1) == 'Z') {
      return text;
    }
    char sign = text.charAt(end - 5);
    if (sign == '+' || sign == '-') {
      return text.substring(0, end - 2) + ":" + text.substring(end - 2);
    }
    boolean offset = text.charAt(end - 3) == ':' && text.charAt(end - 6) != ':';
    return offset ? text : null;
  }

  private static boolean hasForm(String text) {
    for (int i = 0; i < FORM.length(); i++) {
      char expected = FORM.charAt(i);
      char found = text.charAt(i);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return true;
  }
}

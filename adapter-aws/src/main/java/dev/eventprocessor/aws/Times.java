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

  /** ISO 8601 text; CloudWatch, SNS and CodeCommit write the offset without its colon. */
  static @Nullable String of(@Nullable String text) {
    if (text == null || !hasForm(text, 0, FORM)) {
      return null;
    }
    int zone = FORM.length();
    if (zone < text.length() && text.charAt(zone) == '.') {
      zone = afterDigits(text, zone + 1);
    }
    if (hasForm(text, zone, "Z") && text.length() == zone + 1) {
      return text;
    }
    if (!hasForm(text, zone, "+") && !hasForm(text, zone, "-")) {
      return null;
    }
    if (hasForm(text, zone + 1, "00:00") && text.length() == zone + 6) {
      return text;
    }
    return hasForm(text, zone + 1, "0000") && text.length() == zone + 5
        ? text.substring(0, zone + 3) + ":" + text.substring(zone + 3)
        : null;
  }

  private static int afterDigits(String text, int at) {
    int end = at;
    while (hasForm(text, end, "0")) {
      end++;
    }
    return end == at ? text.length() : end;
  }

  /** Whether the form is there; a 0 in it stands for any digit. */
  private static boolean hasForm(String text, int at, String form) {
    if (text.length() < at + form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char expected = form.charAt(i);
      char found = text.charAt(at + i);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return true;
  }
}

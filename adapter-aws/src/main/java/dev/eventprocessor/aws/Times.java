package dev.eventprocessor.aws;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 text, as events have them. Absent where no such text says it. */
final class Times {

  /** Years 1 to 9999: RFC 3339 has four digits for them. */
  private static final long FIRST = -62_135_596_800_000L;

  private static final long LAST = 253_402_300_799_999L;

  private static final int DAY = 86_400_000;
  private static final int DAYS_IN_400_YEARS = 146_097;

  /** From March 1 of the year 0 on. */
  private static final int DAYS_BEFORE_1970 = 719_468;

  private static final String FORM = "0000-00-00T00:00:00";

  private Times() {}

  static @Nullable String ofEpochMillis(@Nullable Long millis) {
    return millis == null || millis < FIRST || millis > LAST ? null : text(millis);
  }

  /**
   * As {@code Instant.toString} has it, of which the first call takes a cold JVM several
   * milliseconds and sixty classes. The calendar's year begins with March, so that a leap day ends
   * it.
   */
  private static String text(long millis) {
    int day = (int) Math.floorDiv(millis, DAY) + DAYS_BEFORE_1970;
    int time = Math.floorMod(millis, DAY);
    int era = day / DAYS_IN_400_YEARS;
    int dayOfEra = day % DAYS_IN_400_YEARS;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int month = (5 * dayOfYear + 2) / 153;
    int year = 400 * era + yearOfEra + (month < 10 ? 0 : 1);
    StringBuilder text = new StringBuilder("0000-00-00T00:00:00.000Z");
    set(text, 0, 4, year);
    set(text, 5, 2, month < 10 ? month + 3 : month - 9);
    set(text, 8, 2, dayOfYear - (153 * month + 2) / 5 + 1);
    set(text, 11, 2, time / 3_600_000);
    set(text, 14, 2, time / 60_000 % 60);
    set(text, 17, 2, time / 1000 % 60);
    set(text, 20, 3, time % 1000);
    return (time % 1000 == 0 ? text.delete(19, 23) : text).toString();
  }

  private static void set(StringBuilder text, int from, int digits, int number) {
    int rest = number;
    for (int i = from + digits - 1; i >= from; i--) {
      text.setCharAt(i, (char) ('0' + rest % 10));
      rest /= 10;
    }
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

package dev.eventprocessor.aws;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 text, as events have them. */
final class Times {

  /** Years 1 to 9999: RFC 3339 has four digits for them. */
  private static final long FIRST = -62_135_596_800_000L;

  private static final long LAST = 253_402_300_799_999L;

  private Times() {}

  /** Absent where no RFC 3339 time says it. */
  static @Nullable String ofEpochMillis(@Nullable Long millis) {
    return millis == null || millis < FIRST || millis > LAST
        ? null
        : Instant.ofEpochMilli(millis).toString();
  }
}

package dev.eventprocessor.aws;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 text, as events have them. */
final class Times {

  private Times() {}

  static @Nullable String ofEpochMillis(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis).toString();
  }
}

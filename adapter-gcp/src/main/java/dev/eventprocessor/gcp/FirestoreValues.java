package dev.eventprocessor.gcp;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What both forms of a Firestore event have in common: which plain values its values become.
 *
 * <p>A timestamp is RFC 3339 text, a reference the document's name, a geographical point a map of
 * {@code latitude} and {@code longitude}. A double that JSON does not have ({@code NaN}, {@code
 * Infinity}, {@code -Infinity}) is text, as it is in protobuf's own JSON form.
 */
final class FirestoreValues {

  /**
   * How deep maps and lists may nest; Firestore itself has 20 ("Usage and limits", Firestore
   * documentation).
   */
  static final int MAX_DEPTH = 100;

  /** The seconds of {@code 0001-01-01T00:00:00Z} and {@code 9999-12-31T23:59:59Z}. */
  private static final long FIRST_SECOND = -62135596800L;

  private static final long LAST_SECOND = 253402300799L;

  private static final long NANOS = 1_000_000_000L;

  private FirestoreValues() {}

  /** One level deeper. */
  static int deeper(int depth) {
    if (depth == MAX_DEPTH) {
      throw malformed(
          ErrorId.PAYLOAD_TOO_DEEP,
          "maps and lists nest deeper than " + MAX_DEPTH + " levels, the most that is read");
    }
    return depth + 1;
  }

  /** A double, or the word for one that JSON does not have. */
  static Object fraction(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }

  /** Whether it is the word for a double that JSON does not have. */
  static boolean isFractionBeyondJson(String text) {
    return "NaN".equals(text) || "Infinity".equals(text) || "-Infinity".equals(text);
  }

  /** As protobuf's JSON form has it, with 0, 3, 6 or 9 digits; null where it is out of range. */
  static @Nullable String time(long seconds, long nanos) {
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND || nanos < 0 || nanos >= NANOS) {
      return null;
    }
    return Instant.ofEpochSecond(seconds, nanos).toString();
  }

  static Map<String, Object> point(Object latitude, Object longitude) {
    Map<String, Object> point = new LinkedHashMap<>(4);
    point.put("latitude", latitude);
    point.put("longitude", longitude);
    return point;
  }

  static InvalidEventException malformed(ErrorId id, String what) {
    return new InvalidEventException(
        id,
        "The Firestore event's data is not google.events.cloud.firestore.v1.DocumentEventData: "
            + what
            + ". Look at what sends it; Eventarc itself sends it as documented.");
  }
}

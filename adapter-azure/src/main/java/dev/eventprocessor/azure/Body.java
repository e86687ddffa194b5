package dev.eventprocessor.azure;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import org.jspecify.annotations.Nullable;

/** What a trigger's value holds. */
final class Body {

  private Body() {}

  /** A message's content; absent where the host bound nothing. */
  static @Nullable Content content(@Nullable Object value, @Nullable String type) {
    if (value instanceof String text) {
      check(text.length());
      return Content.decode(text, type);
    }
    if (value instanceof byte[] bytes) {
      check(bytes.length);
      return Content.decode(bytes, type);
    }
    return value == null ? null : Content.of(value);
  }

  /** A value that has to be JSON. */
  static @Nullable Object json(@Nullable Object value) {
    if (value instanceof String text) {
      return Json.read(text);
    }
    return value instanceof byte[] bytes ? Json.read(bytes) : value;
  }

  private static void check(int length) {
    if (length > JsonLimits.DEFAULT.maxBytes()) {
      throw new InvalidEventException(
          ErrorId.PAYLOAD_TOO_LARGE,
          "The message is larger than "
              + JsonLimits.DEFAULT.maxBytes()
              + " bytes, the most that is read. Send a reference to the content (for example a blob)"
              + " in place of the content.");
    }
  }
}

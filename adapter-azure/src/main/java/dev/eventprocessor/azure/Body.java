package dev.eventprocessor.azure;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /** What is stored, of any size: only JSON is read, within its own limit, when it is asked for. */
  static @Nullable Content stored(@Nullable Object value, @Nullable String type) {
    return value instanceof byte[] bytes ? Content.decode(bytes, type) : content(value, type);
  }

  /** A value that has to be JSON. */
  static @Nullable Object json(@Nullable Object value) {
    if (value instanceof String text) {
      return Json.read(text);
    }
    return value instanceof byte[] bytes ? Json.read(bytes) : value;
  }

  /** A list or map where the value is one, or JSON text of one; else null. */
  static @Nullable Object structure(@Nullable Object value) {
    @Nullable Object read =
        value instanceof byte[] bytes && bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[')
            ? Metadata.structure(new String(bytes, StandardCharsets.UTF_8))
            : Metadata.structure(value);
    return read instanceof Map<?, ?> || read instanceof List<?> ? read : null;
  }

  /**
   * The messages of a batch, in any form it is bound in. A single document is accepted, too: some
   * versions of the host send one in place of a list of one.
   *
   * @throws InvalidEventException when it is no list
   */
  static List<?> elements(@Nullable Object value) {
    @Nullable Object values = value instanceof Object[] array ? Arrays.asList(array) : json(value);
    if (values instanceof Map<?, ?> only) {
      return List.of(only);
    }
    if (values instanceof List<?> list) {
      return list;
    }
    throw new InvalidEventException(
        ErrorId.PAYLOAD_WRONG_SHAPE,
        "What was bound for a batch should be a list but is "
            + (values == null ? "missing" : Json.typeOf(values))
            + ". Bind an array, or give the trigger annotation cardinality = MANY.");
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

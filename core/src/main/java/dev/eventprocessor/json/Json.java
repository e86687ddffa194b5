package dev.eventprocessor.json;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.internal.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON to plain values and back; the one seam through which this library sees JSON. Thread-safe.
 *
 * <p>A whole number that fits is a {@code Long}, any other number a {@code Double} where fifteen
 * digits hold it and a {@code BigDecimal} where they don't, so that nothing is rounded. Of a key
 * that stands twice in one map the last value counts. Maps keep their order and can hold null.
 */
public final class Json {

  private Json() {}

  /** {@link #read(byte[], JsonLimits)} with the default limits. */
  public static @Nullable Object read(byte[] json) {
    return read(json, JsonLimits.DEFAULT);
  }

  /**
   * Reads one JSON text in UTF-8.
   *
   * @return {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Boolean}, a
   *     number as described above, or null for JSON's null
   * @throws InvalidEventException {@code payload-empty}, {@code payload-too-large}, {@code
   *     payload-too-deep} or {@code payload-not-json}, naming the place and never the text
   */
  public static @Nullable Object read(byte[] json, JsonLimits limits) {
    if (json.length > limits.maxBytes()) {
      throw tooLarge(limits);
    }
    return new JsonReader(json, limits.maxDepth()).read();
  }

  /**
   * Reads a JSON text; otherwise as {@link #read(byte[])}. Half of a surrogate pair is refused
   * where it is not escaped: it has no place in UTF-8, and must not become another character.
   */
  public static @Nullable Object read(String json) {
    if (json.length() > JsonLimits.DEFAULT.maxBytes()) {
      throw tooLarge(JsonLimits.DEFAULT);
    }
    requirePairs(json);
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void requirePairs(String json) {
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < json.length() && Character.isSurrogatePair(c, json.charAt(i + 1));
        if (!pair) {
          throw new InvalidEventException(
              ErrorId.PAYLOAD_NOT_JSON,
              "The payload is not JSON: half of a surrogate pair stands at character "
                  + (i + 1)
                  + ". Send JSON as RFC 8259 has it, in UTF-8.");
        }
        i++;
      }
    }
  }

  /**
   * Reads a stream to its end, and no further than the limit.
   *
   * @throws IOException when the stream fails
   */
  public static @Nullable Object read(InputStream json, JsonLimits limits) throws IOException {
    return read(bytes(json, limits), limits);
  }

  /** All that the stream holds, in an array as large as that, where the stream knows it. */
  private static byte[] bytes(InputStream stream, JsonLimits limits) throws IOException {
    int most = limits.maxBytes();
    byte[] bytes = new byte[Math.min(stream.available(), most)];
    int length = stream.readNBytes(bytes, 0, bytes.length);
    for (int next = stream.read(); next != -1; next = stream.read()) {
      if (length == most) {
        throw tooLarge(limits);
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(2L * length, 8192)));
      }
      bytes[length++] = (byte) next;
      length += stream.readNBytes(bytes, length, bytes.length - length);
    }
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  /**
   * Writes a plain value as JSON in UTF-8; {@code byte[]} becomes base64 text.
   *
   * @throws InvalidEventException {@code answer-not-json}, for a value of any other type, a number
   *     that JSON cannot hold, a key that is no text, or nesting beyond the default depth
   */
  public static byte[] write(@Nullable Object value) {
    return JsonWriter.write(value);
  }

  /** {@link #write} as text. */
  public static String writeText(@Nullable Object value) {
    return new String(write(value), StandardCharsets.UTF_8);
  }

  /** What a value is, in the words of JSON, for messages: "a number", "a list", ... */
  public static String typeOf(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String) {
      return "text";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof List<?>) {
      return "a list";
    }
    if (value instanceof Map<?, ?>) {
      return "a map";
    }
    return value instanceof byte[] ? "bytes" : "a " + value.getClass().getName();
  }

  private static InvalidEventException tooLarge(JsonLimits limits) {
    return new InvalidEventException(
        ErrorId.PAYLOAD_TOO_LARGE,
        "The payload is larger than "
            + limits.maxBytes()
            + " bytes, the most that is read. Send a reference to the content (for example an object"
            + " in a bucket) in place of the content.");
  }
}

package dev.eventprocessor.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values into one text, with jackson-core's generator. */
final class JsonWriter {

  /** The fast writer finds the shortest decimal of a double; the JDK does from version 19 on. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private JsonWriter() {}

  static byte[] write(@Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      write(json, value, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, @Nullable Object value, int depth)
      throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(json, map, deeper(depth));
    } else if (value instanceof List<?> list) {
      writeList(json, list, deeper(depth));
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      writeNumber(json, number);
    } else if (value instanceof byte[] bytes) {
      json.writeBinary(bytes);
    } else {
      throw notJson("a " + value.getClass().getName());
    }
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> map, int depth) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw notJson("a map with a key that is no text");
      }
      json.writeFieldName(key);
      write(json, entry.getValue(), depth);
    }
    json.writeEndObject();
  }

  private static void writeList(JsonGenerator json, List<?> list, int depth) throws IOException {
    json.writeStartArray();
    for (Object element : list) {
      write(json, element, depth);
    }
    json.writeEndArray();
  }

  private static void writeNumber(JsonGenerator json, Number number) throws IOException {
    if (number instanceof Double || number instanceof Float) {
      if (!Double.isFinite(number.doubleValue())) {
        throw notJson("a number that JSON cannot hold (not a number, or infinite)");
      }
      if (number instanceof Float small) {
        json.writeNumber(small.floatValue());
      } else {
        json.writeNumber(number.doubleValue());
      }
    } else if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      json.writeNumber(number.longValue());
    } else if (number instanceof BigDecimal || number instanceof BigInteger) {
      json.writeNumber(number.toString());
    } else {
      throw notJson("a " + number.getClass().getName());
    }
  }

  private static int deeper(int depth) {
    if (depth == JsonLimits.DEFAULT.maxDepth()) {
      throw notJson("maps and lists nested deeper than " + depth + " levels");
    }
    return depth + 1;
  }

  private static InvalidEventException notJson(String what) {
    return new InvalidEventException(
        ErrorId.ANSWER_NOT_JSON,
        "A value cannot be written as JSON: it holds "
            + what
            + ". Return maps, lists, text, numbers, booleans, bytes or null.");
  }
}

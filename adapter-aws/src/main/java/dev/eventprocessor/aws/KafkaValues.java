package dev.eventprocessor.aws;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys, values and headers of Kafka records as Lambda ships them. Stateless. */
final class KafkaValues {

  private KafkaValues() {}

  /**
   * A record's headers: every value of a name, and of each name the last one.
   *
   * @param all in the order in which they were sent
   * @param last text where it is text, else bytes
   */
  record Headers(Map<String, List<Object>> all, Map<String, Object> last) {}

  /** Absent for a tombstone. Avro and Protocol Buffers are for the application to decode. */
  static @Nullable Content content(Fields record) {
    @Nullable String value = record.text("value");
    if (value == null) {
      return null;
    }
    @Nullable Fields schema = record.fields("valueSchemaMetadata");
    @Nullable String format = schema == null ? null : schema.text("dataFormat");
    boolean binary = "AVRO".equals(format) || "PROTOBUF".equals(format);
    return binary ? Content.of(record.bytes("value")) : Content.base64(value, null);
  }

  static @Nullable String schema(Fields record) {
    @Nullable Fields schema = record.fields("valueSchemaMetadata");
    @Nullable Object id = schema == null ? null : schema.map().get("schemaId");
    return id == null ? null : id.toString();
  }

  /** Text where the bytes are UTF-8, else the bytes; null where there are none. */
  static @Nullable Object text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    @Nullable String text = Content.utf8(bytes);
    return text == null ? bytes : text;
  }

  /**
   * A list of maps of one name each; a value is a list of bytes, which may be signed, or base64.
   */
  static Headers headers(Fields record) {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    Map<String, Object> last = new LinkedHashMap<>();
    int size = record.size("headers");
    for (int i = 0; i < size; i++) {
      Fields header = record.element("headers", i);
      for (String name : header.map().keySet()) {
        @Nullable Object value = text(bytes(header, name));
        if (value != null) {
          @Nullable List<Object> values = all.get(name);
          if (values == null) {
            values = new ArrayList<>(1);
            all.put(name, values);
          }
          values.add(value);
          last.put(name, value);
        }
      }
    }
    return new Headers(all, last);
  }

  static byte @Nullable [] bytes(Fields header, String name) {
    if (!(header.map().get(name) instanceof List<?> list)) {
      return header.bytes(name);
    }
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      if (!(list.get(i) instanceof Long number) || number < -128 || number > 255) {
        throw header.wrong(name, "a list of bytes");
      }
      bytes[i] = (byte) number.longValue();
    }
    return bytes;
  }
}

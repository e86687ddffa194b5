package dev.eventprocessor.runtimes.azure;

import dev.eventprocessor.runtimes.Payload;
import dev.eventprocessor.runtimes.azure.worker.ValueKind;
import dev.eventprocessor.runtimes.azure.worker.Wire;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A trigger's value as the host sends it: text, bytes (bindings with {@code dataType = "binary"}),
 * JSON text, or a list of texts or bytes (bindings with {@code cardinality = MANY}).
 *
 * @param kind which of them
 * @param payload the value; text and JSON in UTF-8, a list as {@link Wire} writes it
 */
public record TypedValue(ValueKind kind, Payload payload) {

  /** Text. */
  public static TypedValue text(String text) {
    return new TypedValue(ValueKind.TEXT, Payload.of(text));
  }

  /** Bytes. */
  public static TypedValue bytes(byte[] bytes) {
    return new TypedValue(ValueKind.BYTES, Payload.of(bytes));
  }

  /** JSON text. */
  public static TypedValue json(String json) {
    return new TypedValue(ValueKind.JSON, Payload.of(json));
  }

  /** Texts, one for each message of a batch. */
  public static TypedValue texts(List<String> texts) {
    return list(ValueKind.TEXTS, texts.stream().map(TypedValue::utf8).toList());
  }

  /** Bytes, for each message of a batch. */
  public static TypedValue bytesList(List<byte[]> list) {
    return list(ValueKind.BYTES_LIST, list);
  }

  private static TypedValue list(ValueKind kind, List<byte[]> elements) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      Wire.writeBytesList(to, elements);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to", e);
    }
    return new TypedValue(kind, Payload.of(bytes.toByteArray()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.eventprocessor.runtimes.azure;

import dev.eventprocessor.runtimes.Payload;
import dev.eventprocessor.runtimes.azure.worker.HttpValue;
import dev.eventprocessor.runtimes.azure.worker.ValueKind;
import dev.eventprocessor.runtimes.azure.worker.Wire;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A trigger's value as the host sends it: text, bytes (bindings with {@code dataType = "binary"}),
 * JSON text, a list of texts or bytes (bindings with {@code cardinality = MANY}), or a request.
 *
 * @param kind which of them
 * @param payload the value; text and JSON in UTF-8, a list as {@link Wire} writes it, a request as
 *     {@link HttpValue} does
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

  /**
   * A request. The host hands a body over as bytes where its type is {@code
   * application/octet-stream} or {@code multipart}, and as text in UTF-8 otherwise, whatever the
   * binding says of its data type.
   *
   * @param headers names in lower case; what repeats is joined
   */
  public static TypedValue http(
      String method, String url, Map<String, String> headers, byte[] body) {
    ValueKind kind =
        body.length == 0
            ? ValueKind.NOTHING
            : areBytes(headers.getOrDefault("content-type", "")) ? ValueKind.BYTES : ValueKind.TEXT;
    byte[] sent = kind == ValueKind.TEXT ? utf8(Payload.of(body).text()) : body;
    return written(
        ValueKind.HTTP, to -> HttpValue.request(method, url, headers, kind, sent).write(to));
  }

  private static boolean areBytes(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("application/octet-stream") || type.contains("multipart/");
  }

  private static TypedValue list(ValueKind kind, List<byte[]> elements) {
    return written(kind, to -> Wire.writeBytesList(to, elements));
  }

  private interface Writing {
    void write(DataOutputStream to) throws IOException;
  }

  private static TypedValue written(ValueKind kind, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      writing.write(to);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to", e);
    }
    return new TypedValue(kind, Payload.of(bytes.toByteArray()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

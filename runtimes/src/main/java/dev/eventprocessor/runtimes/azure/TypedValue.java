package dev.eventprocessor.runtimes.azure;

import dev.eventprocessor.runtimes.Payload;
import dev.eventprocessor.runtimes.azure.worker.ValueKind;

/**
 * A trigger's value as the host sends it: text, bytes (bindings with {@code dataType = "binary"}),
 * or JSON text.
 *
 * @param kind which of the three
 * @param payload the value; text and JSON in UTF-8
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
}

package dev.eventprocessor.aws;

import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's message attributes with the values that their types name: {@code Number} a number,
 * {@code Binary} bytes, everything else text; a label after a dot ({@code Number.int}) says nothing
 * ("Amazon SQS message metadata", SQS Developer Guide; "Amazon SNS message attributes", SNS
 * Developer Guide).
 *
 * @param type the field that holds an attribute's type
 * @param text the field that holds text, and a number as text
 * @param bytes the field that holds bytes in base64
 */
record MessageAttributes(String type, String text, String bytes) {

  static final MessageAttributes SQS =
      new MessageAttributes("dataType", "stringValue", "binaryValue");

  static final MessageAttributes SNS = new MessageAttributes("Type", "Value", "Value");

  /** Reads them; empty where there are none. */
  Map<String, Object> read(@Nullable Fields attributes) {
    if (attributes == null) {
      return Map.of();
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    for (String name : attributes.map().keySet()) {
      @Nullable Fields attribute = attributes.fields(name);
      @Nullable Object value = attribute == null ? null : value(attribute);
      if (value != null) {
        plain.put(name, value);
      }
    }
    return plain;
  }

  private @Nullable Object value(Fields attribute) {
    @Nullable String named = attribute.text(type);
    if (named != null && named.startsWith("Binary")) {
      return attribute.bytes(bytes);
    }
    @Nullable String value = attribute.text(text);
    return value != null && named != null && named.startsWith("Number") ? number(value) : value;
  }

  /** The text itself where it is no number as JSON has it. */
  private static Object number(String text) {
    try {
      return Json.read(text) instanceof Number number ? number : text;
    } catch (InvalidEventException notNumber) {
      return text;
    }
  }
}

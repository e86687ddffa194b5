package dev.eventprocessor.azure;

import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host's metadata, in whatever form it came: a number may be a number, text, or JSON text in
 * quotes; a time has no zone and is UTC ("Azure Functions triggers and bindings"). What cannot be
 * read is left out, because metadata is help and not the message.
 */
final class Metadata {

  private final Map<String, @Nullable Object> values;

  Metadata(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  @Nullable String text(String name) {
    @Nullable Object value = values.get(name);
    if (value instanceof Number) {
      @Nullable Long whole = number(name);
      return whole == null ? value.toString() : whole.toString();
    }
    @Nullable String text = value instanceof String given ? unquoted(given) : null;
    return text == null || text.isEmpty() ? null : text;
  }

  /** A whole number, also where a JSON library made it a double; absent where it is no such. */
  @Nullable Long number(String name) {
    @Nullable Object value = values.get(name);
    @Nullable String text = value instanceof Number ? value.toString() : text(name);
    try {
      return text == null ? null : new BigDecimal(text).longValueExact();
    } catch (ArithmeticException | NumberFormatException notWhole) {
      return null;
    }
  }

  /** RFC 3339; absent where .NET's empty time stands for it, and where it is in another form. */
  @Nullable String time(String name) {
    @Nullable String text = text(name);
    return text == null || text.startsWith("0001-01-01") ? null : Times.rfc3339(text);
  }

  /** A map, also where it came as JSON text; empty where there is none. */
  Map<?, ?> map(String name) {
    @Nullable Object value = values.get(name);
    if (value instanceof String text) {
      try {
        value = Json.read(text);
      } catch (InvalidEventException notJson) {
        return Map.of();
      }
    }
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** What JSON text says; text that only begins and ends with quotes is itself. */
  private static String unquoted(String text) {
    if (!text.startsWith("\"")) {
      return text;
    }
    try {
      return Json.read(text) instanceof String bare ? bare : text;
    } catch (InvalidEventException notJson) {
      return text;
    }
  }
}

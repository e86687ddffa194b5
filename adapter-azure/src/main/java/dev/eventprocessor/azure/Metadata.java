package dev.eventprocessor.azure;

import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
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
    if (value instanceof String text) {
      boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
      String bare = quoted ? text.substring(1, text.length() - 1) : text;
      return bare.isEmpty() ? null : bare;
    }
    return value instanceof Number ? value.toString() : null;
  }

  @Nullable Long number(String name) {
    if (values.get(name) instanceof Number number) {
      return number.longValue();
    }
    @Nullable String text = text(name);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** RFC 3339; absent where .NET's empty time stands for it. */
  @Nullable String time(String name) {
    @Nullable String text = text(name);
    if (text == null || text.startsWith("0001-01-01") || text.length() < 19) {
      return null;
    }
    boolean zoned = text.endsWith("Z") || text.indexOf('+', 19) >= 0 || text.indexOf('-', 19) >= 0;
    return zoned ? text : text + "Z";
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
}

package dev.eventprocessor.azure;

import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host's metadata of one message, in whatever form it came: a number may be a number, text, or
 * JSON text in quotes; a time has no zone and is UTC; of many messages there is an array of each
 * value, its name ending in {@code Array} ("Azure Functions triggers and bindings"). What cannot be
 * read is left out, because metadata is help and not the message. Immutable.
 *
 * <p>The host drops null and empty texts from an array of texts, and the rest moves up: an array
 * that is not as long as the batch says nothing about any message, and is not read.
 */
final class Metadata {

  /** Longer than any number that the host sends; what is longer is not worth the arithmetic. */
  private static final int LONGEST_NUMBER = 64;

  private static final String ARRAY = "Array";

  private final Map<String, @Nullable Object> values;
  private final int index;
  private final int size;

  private Metadata(Map<String, @Nullable Object> values, int index, int size) {
    this.values = values;
    this.index = index;
    this.size = size;
  }

  /** Of a call with one message. */
  static Metadata of(Map<String, @Nullable Object> values) {
    return new Metadata(values, 0, 1);
  }

  /** Of a map that came in another one; JSON's keys are text. */
  @SuppressWarnings("unchecked")
  static Metadata in(Map<?, ?> values) {
    return of((Map<String, @Nullable Object>) values);
  }

  /** Of one message of a batch, from what {@link #read} made. */
  static Metadata of(Map<String, @Nullable Object> values, int index, int size) {
    return new Metadata(values, index, size);
  }

  /** A batch's metadata with its JSON text read, once and not for each message. */
  static Map<String, @Nullable Object> read(Map<String, @Nullable Object> metadata) {
    Map<String, @Nullable Object> read = new LinkedHashMap<>(metadata);
    for (Map.Entry<String, @Nullable Object> entry : read.entrySet()) {
      entry.setValue(structure(entry.getValue()));
    }
    return read;
  }

  @Nullable String text(String name) {
    return textOf(value(name));
  }

  /** A scalar as text; absent where it is empty. */
  static @Nullable String textOf(@Nullable Object value) {
    if (value instanceof Number) {
      @Nullable Long whole = number(value);
      return whole == null ? value.toString() : whole.toString();
    }
    @Nullable String text = value instanceof String given ? unquoted(given) : null;
    return text == null || text.isEmpty() ? null : text;
  }

  /** A whole number, also where a JSON library made it a double; absent where it is no such. */
  @Nullable Long number(String name) {
    return number(value(name));
  }

  /** Absent where it is neither true nor false. */
  @Nullable Boolean flag(String name) {
    @Nullable Object value = value(name);
    if (value instanceof Boolean flag) {
      return flag;
    }
    @Nullable String text = textOf(value);
    return "true".equalsIgnoreCase(text)
        ? Boolean.TRUE
        : "false".equalsIgnoreCase(text) ? Boolean.FALSE : null;
  }

  /** RFC 3339; absent where .NET's empty time stands for it, and where it is in another form. */
  @Nullable String time(String name) {
    return Times.known(text(name));
  }

  /** A map, also where it came as JSON text; empty where there is none. */
  Map<?, ?> map(String name) {
    return structure(value(name)) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** A list, also where it came as JSON text; empty where there is none. */
  List<?> list(String name) {
    return structure(value(name)) instanceof List<?> list ? list : List.of();
  }

  private @Nullable Object value(String name) {
    @Nullable Object value = find(name);
    @Nullable Object array = value == null ? structure(find(name + ARRAY)) : null;
    return array instanceof List<?> list && list.size() == size ? list.get(index) : value;
  }

  /** The host's names differ in case between its versions. */
  private @Nullable Object find(String name) {
    @Nullable Object value = values.get(name);
    if (value == null) {
      for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
        if (entry.getKey().equalsIgnoreCase(name)) {
          return entry.getValue();
        }
      }
    }
    return value;
  }

  static @Nullable Long number(@Nullable Object value) {
    @Nullable String text =
        value instanceof Number
            ? value.toString()
            : value instanceof String given ? unquoted(given) : null;
    if (text == null || text.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException | NumberFormatException notWhole) {
      return null;
    }
  }

  /** A list or map, also of JSON text; everything else is itself. */
  static @Nullable Object structure(@Nullable Object value) {
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    if (!(value instanceof String text) || !(text.startsWith("[") || text.startsWith("{"))) {
      return value;
    }
    try {
      return Json.read(text);
    } catch (InvalidEventException notJson) {
      return value;
    }
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

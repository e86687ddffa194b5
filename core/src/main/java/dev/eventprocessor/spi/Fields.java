package dev.eventprocessor.spi;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map of a provider's payload, read field by field: what is absent or null is null, what is of
 * another type than documented is a typed error that names the field. Immutable.
 *
 * <p>A field's place is put together only when it has to be told.
 */
public final class Fields {

  /** More than any provider's number needs; reading one takes more than linear time. */
  private static final int MAX_DIGITS = 200;

  private static final String TEXTS = "text, or a list of it";

  private final Map<String, @Nullable Object> map;
  private final @Nullable Fields parent;
  private final String name;

  private Fields(Map<String, @Nullable Object> map, @Nullable Fields parent, String name) {
    this.map = map;
    this.parent = parent;
    this.name = name;
  }

  /**
   * The fields of a whole payload.
   *
   * @param payload the payload
   * @param name how messages call it, for example {@code SQS event}
   * @throws InvalidEventException {@code payload-wrong-shape}, when it is no map
   */
  public static Fields of(@Nullable Object payload, String name) {
    return new Fields(asMap(payload, null, name), null, name);
  }

  /** The map itself. */
  public Map<String, @Nullable Object> map() {
    return map;
  }

  /** Text, or null where there is none. */
  public @Nullable String text(String key) {
    @Nullable Object value = map.get(key);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw wrongShape(this, key, "text", value);
  }

  /** Text that the provider always sends. */
  public String requiredText(String key) {
    @Nullable String text = text(key);
    if (text == null) {
      throw wrongShape(this, key, "text", null);
    }
    return text;
  }

  /** A map, or null where there is none. */
  public @Nullable Fields fields(String key) {
    return map.get(key) == null ? null : requiredFields(key);
  }

  /** A map that the provider always sends. */
  public Fields requiredFields(String key) {
    return new Fields(asMap(map.get(key), this, key), this, key);
  }

  /** A whole number, also where the provider ships it as text; null where there is none. */
  public @Nullable Long number(String key) {
    @Nullable Object value = map.get(key);
    if (value == null || value instanceof Long) {
      return (Long) value;
    }
    try {
      if (value instanceof String text) {
        return Long.valueOf(text);
      }
      if (value instanceof Double || value instanceof BigDecimal) {
        return new BigDecimal(value.toString()).longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Told below, without the cause: its message quotes the value.
    }
    throw wrongShape(this, key, "a whole number", value);
  }

  /** A number, exactly, also where the provider ships it as text; null where there is none. */
  public @Nullable BigDecimal decimal(String key) {
    @Nullable Object value = map.get(key);
    if (value == null) {
      return null;
    }
    try {
      if (value instanceof Number
          || (value instanceof String text && text.length() <= MAX_DIGITS)) {
        return new BigDecimal(value.toString());
      }
    } catch (NumberFormatException e) {
      // Told below, without the cause: its message quotes the value.
    }
    throw wrongShape(this, key, "a number", value);
  }

  /** A boolean, also where the provider ships it as text; null where there is none. */
  public @Nullable Boolean flag(String key) {
    @Nullable Object value = map.get(key);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true");
    }
    throw wrongShape(this, key, "a boolean", value);
  }

  /** Texts, where the provider ships one or a list of them; empty where there is none. */
  public List<String> texts(String key) {
    @Nullable Object value = map.get(key);
    if (value instanceof String text) {
      return List.of(text);
    }
    if (value != null && !(value instanceof List<?>)) {
      throw wrongShape(this, key, TEXTS, value);
    }
    List<?> list = list(key);
    List<String> texts = new ArrayList<>(list.size());
    for (Object element : list) {
      if (!(element instanceof String text)) {
        throw wrongShape(this, key, TEXTS, element);
      }
      texts.add(text);
    }
    return texts;
  }

  /** A list; empty where there is none. */
  public List<?> list(String key) {
    @Nullable Object value = map.get(key);
    if (value == null || value instanceof List<?>) {
      return value == null ? List.of() : (List<?>) value;
    }
    throw wrongShape(this, key, "a list", value);
  }

  /** Bytes that the provider ships as base64 text; null where there are none. */
  public byte @Nullable [] bytes(String key) {
    @Nullable String base64 = text(key);
    if (base64 == null) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw wrongShape(this, key, "base64", base64);
    }
  }

  /** The element of the list under this key, which has to be a map. */
  public Fields element(String key, int index) {
    @Nullable Object list = map.get(key);
    String place = key + "[" + index + "]";
    if (!(list instanceof List<?> elements)) {
      throw wrongShape(this, key, "a list", list);
    }
    @Nullable Object element = index < elements.size() ? elements.get(index) : null;
    return new Fields(asMap(element, this, place), this, place);
  }

  /** How many elements the list under this key has; 0 where there is none. */
  public int size(String key) {
    return list(key).size();
  }

  /** How many elements the list under this key has, which the provider always sends. */
  public int requiredSize(String key) {
    if (map.get(key) == null) {
      throw wrongShape(this, key, "a list", null);
    }
    return size(key);
  }

  /**
   * Tells that what stands under the key is not what is documented.
   *
   * @param expected what should be there, for example {@code text}
   */
  public InvalidEventException wrong(String key, String expected) {
    return wrongShape(this, key, expected, map.get(key));
  }

  @SuppressWarnings("unchecked") // JSON's keys are text.
  private static Map<String, @Nullable Object> asMap(
      @Nullable Object value, @Nullable Fields parent, String name) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw wrongShape(parent, name, "a map", value);
  }

  private static InvalidEventException wrongShape(
      @Nullable Fields at, String key, String expected, @Nullable Object found) {
    StringBuilder place = new StringBuilder(key);
    String root = key;
    for (Fields step = at; step != null; step = step.parent) {
      if (step.parent == null) {
        root = step.name;
      } else {
        place.insert(0, step.name + ".");
      }
    }
    return new InvalidEventException(
        ErrorId.PAYLOAD_WRONG_SHAPE,
        (at == null ? "The " + root : "In the " + root + ", " + place)
            + " should be "
            + expected
            + " but is "
            + (found == null ? "missing" : Json.typeOf(found))
            + ". Compare it with the provider's documented payload; test events made by hand often"
            + " lack fields.");
  }
}

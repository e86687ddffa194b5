package dev.eventprocessor;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.internal.TypedValues;
import dev.eventprocessor.internal.Values;
import dev.eventprocessor.json.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event: a plain map of JSON-like values, read by dotted paths.
 *
 * <p>From an adapter it has the portable shape that {@code docs/EVENTS.md} describes ({@code kind},
 * {@code trigger}, {@code id}, {@code data}, ... and the untouched payload under {@code raw});
 * {@link EventProcessor#invoke(Map)} takes any map. Values are {@code String}, {@code Boolean},
 * {@code Long}, {@code Double}, {@code BigDecimal}, {@code Map}, {@code List}, {@code byte[]} or
 * null. Absent and null are different things: {@link #has} is true for a key that holds null.
 *
 * <p>An event does not change. It is safe to share between threads as long as nobody changes the
 * map that it was made of, which is not copied.
 */
public final class Event {

  private static final String UNDECODED =
      "Its data did not decode; dataerror says why. Mend the sender, or filter on dataerror.";

  private final Map<String, Object> values;

  private Event(Map<String, Object> values) {
    this.values = values;
  }

  /** The event in this map, which is used as it is and must not be changed afterwards. */
  @SuppressWarnings("unchecked") // Read only.
  public static Event of(Map<String, ?> values) {
    return new Event((Map<String, Object>) values);
  }

  /**
   * As {@link #of(Map)}, with {@code data} that is decoded when it is first read, and {@code
   * dataerror} where that fails.
   */
  @SuppressWarnings("unchecked") // Read only.
  public static Event of(Map<String, ?> values, Content data) {
    return of(new LateMap((Map<String, @Nullable Object>) values, data));
  }

  /** A map inside of an event, as an event of its own. */
  @SuppressWarnings("unchecked") // Read only; keys that are no text are never asked for.
  static Event ofElement(Map<?, ?> values) {
    return new Event((Map<String, Object>) values);
  }

  /** Whether the path leads to a value; null is one. */
  public boolean has(String path) {
    return Path.parse(path).read(values) != Path.ABSENT;
  }

  /** The value at the path; null where there is none, and where the value is null. */
  public @Nullable Object get(String path) {
    @Nullable Object value = Path.parse(path).read(values);
    return value == Path.ABSENT ? null : value;
  }

  /**
   * The text at the path. Use it where a processor cannot go on without; ask {@link #has} first
   * where it can.
   *
   * @throws InvalidEventException {@code value-missing}, where there is no text
   */
  public String text(String path) {
    @Nullable Object value = Path.parse(path).read(values);
    if (value instanceof String text) {
      return text;
    }
    throw missing("text", path, value);
  }

  /**
   * The number at the path, exact: {@code intValueExact()} and its like make it what is needed.
   * Text is no number.
   *
   * @throws InvalidEventException {@code value-missing}, where there is no number
   */
  public BigDecimal number(String path) {
    @Nullable Object value = Path.parse(path).read(values);
    @Nullable BigDecimal exact = value instanceof Number number ? Values.exact(number) : null;
    if (exact == null) {
      throw missing("a number", path, value);
    }
    return exact;
  }

  private InvalidEventException missing(String expected, String path, @Nullable Object found) {
    return new InvalidEventException(
        ErrorId.VALUE_MISSING,
        "The event should have "
            + expected
            + " at \""
            + path
            + "\" but has "
            + (found == Path.ABSENT ? "nothing there" : Json.typeOf(found))
            + ". "
            + (isUndecoded(path)
                ? UNDECODED
                : "Filter on the path, ask has(\"" + path + "\") first, or mend the sender."),
        path);
  }

  /** Whether the path leads into data that is none because it did not decode. */
  private boolean isUndecoded(String path) {
    return (path.startsWith("data.") || path.startsWith("data["))
        && values.get("dataerror") != null;
  }

  /**
   * The value at the path as JSON text; the whole event for an empty path is {@code
   * Json.writeText(event.asMap())}.
   *
   * @throws InvalidEventException {@code value-missing}, where the path leads nowhere
   */
  public String json(String path) {
    return Json.writeText(present(path));
  }

  /** {@link #as(String, Class)} with the event's top-level keys as the type's fields. */
  public <T> T as(Class<T> type) {
    try {
      return TypedValues.convert(values, "", type);
    } catch (NoClassDefFoundError e) {
      throw withoutDatabind(e);
    }
  }

  /**
   * The value at the path as a record or class of yours, made by jackson-databind, which the
   * application has to bring: {@code com.fasterxml.jackson.core:jackson-databind}. The first call
   * costs a cold start some 200 ms; {@link #text} and {@link #number} cost nothing.
   *
   * <p>Fields that the type does not know are left out. A primitive has to be there; anything else
   * is null where it is absent, unless it is a {@code @JsonProperty(required = true)}. Nothing is
   * made into another type: "5" is no number, 5.5 and 3000000000 are no {@code int}; 5.0 is one.
   *
   * @throws InvalidEventException {@code value-missing}, where the path leads nowhere; {@code
   *     value-wrong-type}, naming the field
   * @throws ConfigurationException {@code type-unreadable}; {@code databind-missing}
   */
  public <T> T as(String path, Class<T> type) {
    @Nullable Object value = present(path);
    try {
      return TypedValues.convert(value, path, type);
    } catch (NoClassDefFoundError e) {
      throw withoutDatabind(e);
    }
  }

  /** The list at the path with elements of this type; otherwise as {@link #as(String, Class)}. */
  public <T> List<T> list(String path, Class<T> element) {
    @Nullable Object value = present(path);
    try {
      return TypedValues.convertList(value, path, element);
    } catch (NoClassDefFoundError e) {
      throw withoutDatabind(e);
    }
  }

  private @Nullable Object present(String path) {
    @Nullable Object value = Path.parse(path).read(values);
    if (value == Path.ABSENT) {
      throw new InvalidEventException(
          ErrorId.VALUE_MISSING,
          "The event has nothing at \""
              + path
              + "\". "
              + (isUndecoded(path) ? UNDECODED : "Ask has(\"" + path + "\") first."),
          path);
    }
    return value;
  }

  /** The error itself where it is a class of somebody else's that is not there. */
  private static ConfigurationException withoutDatabind(NoClassDefFoundError error) {
    String missing = String.valueOf(error.getMessage());
    if (!missing.contains("com/fasterxml/jackson/") && !missing.contains("TypedValues")) {
      throw error;
    }
    return new ConfigurationException(
        ErrorId.DATABIND_MISSING,
        "A typed value was asked for, which needs com.fasterxml.jackson.core:jackson-databind. Add it"
            + " to the application's dependencies, or read the event with text(...), number(...) and"
            + " get(...).",
        error);
  }

  /** A copy in which the top-level key holds this value; the event itself stays as it is. */
  public Event with(String key, @Nullable Object value) {
    if (values instanceof LateMap late) {
      return of(late.with(key, value));
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
    copy.put(key, value);
    return of(copy);
  }

  /** All of it, as a map that cannot be changed. */
  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  /** What a filter walks: the map itself, without a view around it. */
  Map<String, Object> values() {
    return values;
  }

  /** Its size; never its values, so that a log line gives nothing away. */
  @Override
  public String toString() {
    int size = values instanceof LateMap late ? late.known() : values.size();
    return "Event(" + size + " keys)";
  }
}

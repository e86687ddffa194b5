package dev.eventprocessor;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
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
    throw new InvalidEventException(
        ErrorId.VALUE_MISSING,
        "The event should have text at \""
            + path
            + "\" but has "
            + (value == Path.ABSENT ? "nothing there" : Json.typeOf(value))
            + ". Filter on the path, ask has(\""
            + path
            + "\") first, or mend the sender.");
  }

  /**
   * The value at the path as JSON text; the whole event for an empty path is {@code
   * Json.writeText(event.asMap())}.
   *
   * @throws InvalidEventException {@code value-missing}, where the path leads nowhere
   */
  public String json(String path) {
    @Nullable Object value = Path.parse(path).read(values);
    if (value == Path.ABSENT) {
      throw new InvalidEventException(
          ErrorId.VALUE_MISSING,
          "The event has nothing at \"" + path + "\". Ask has(\"" + path + "\") first.");
    }
    return Json.writeText(value);
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

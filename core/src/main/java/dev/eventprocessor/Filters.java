package dev.eventprocessor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filters, to import statically.
 *
 * <pre>{@code
 * eq("data.state.value", "ALARM").and(exists("data.alarmName"))
 * }</pre>
 */
public final class Filters {

  private static final Filter ANY_EVENT = new Filter.And(List.of());

  private Filters() {}

  /** Accepts every event. */
  public static Filter any() {
    return ANY_EVENT;
  }

  /** The path leads to a value; null is one. */
  public static Filter exists(String path) {
    return new Filter.Exists(Path.parse(path));
  }

  /**
   * The path leads to exactly this value: text to text, booleans to booleans, null to null, numbers
   * by value (5, 5L and 5.00 are equal; "5" is not), lists and maps deep.
   *
   * @throws ConfigurationException {@code literal-unsupported}, for what is no JSON value
   */
  public static Filter eq(String path, @Nullable Object literal) {
    return new Filter.Eq(Path.parse(path), literal);
  }
}

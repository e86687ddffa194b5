package dev.eventprocessor.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that must not be seen in any message. */
final class Canary {

  /** A text that nobody writes by accident. */
  static final String TEXT = "c4n4ry-t3xt";

  /** A number that is no place in a text, no length and no count. */
  static final long NUMBER = 4815162342815L;

  private Canary() {}

  /** The same event, in which every text begins as the canary, and every number is one. */
  static Map<String, @Nullable Object> planted(Map<String, @Nullable Object> event) {
    Map<String, @Nullable Object> planted = new LinkedHashMap<>();
    event.forEach((key, value) -> planted.put(key, value(value)));
    return planted;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> planted = new LinkedHashMap<>();
      map.forEach((key, member) -> planted.put(key, value(member)));
      return planted;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> planted = new ArrayList<>();
      list.forEach(element -> planted.add(value(element)));
      return planted;
    }
    if (value instanceof Number) {
      return value instanceof BigDecimal ? BigDecimal.valueOf(NUMBER) : (Number) NUMBER;
    }
    return value instanceof String text ? TEXT + text : value;
  }

  /** Whether somebody has written one on purpose, such as a fuzzer that has seen it. */
  static boolean isIn(String text) {
    return text.contains(TEXT) || text.contains(String.valueOf(NUMBER));
  }

  /** A message that is not about this text holds none. */
  static void assertNotIn(Exception refused) {
    String message = String.valueOf(refused.getMessage());
    assertFalse(isIn(message), () -> "a value of the event: " + message);
  }

  /** The same of what is printed. */
  static void assertNotIn(Object printed) {
    assertFalse(isIn(printed.toString()), () -> "a value of the event: " + printed);
  }
}

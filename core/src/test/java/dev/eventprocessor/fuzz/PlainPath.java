package dev.eventprocessor.fuzz;

import dev.eventprocessor.Path;
import dev.eventprocessor.internal.Walk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plainest definition of what a path leads to, and of what two equal values are. */
final class PlainPath {

  /** No list that a test makes is longer. */
  private static final int MOST_ELEMENTS = 64;

  private PlainPath() {}

  /** All values that the path leads to. */
  static List<@Nullable Object> values(Path path, @Nullable Object from) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(from);
    for (Object step : path.steps()) {
      List<@Nullable Object> next = new ArrayList<>();
      for (Object value : values) {
        if (step instanceof String key && value instanceof Map<?, ?> map && map.containsKey(key)) {
          next.add(map.get(key));
        } else if (value instanceof List<?> list && step == Walk.EACH) {
          next.addAll(list);
        } else if (value instanceof List<?> list
            && step instanceof Integer at
            && at < list.size()) {
          next.add(list.get(at));
        }
      }
      values = next;
    }
    return values;
  }

  /** A value in which the path leads to this one, and nowhere else; null for too long a list. */
  static @Nullable Object around(Object inner, Path path) {
    Object around = inner;
    for (int i = path.steps().size() - 1; i >= 0; i--) {
      Object step = path.steps().get(i);
      if (step instanceof String key) {
        around = Map.of(key, around);
      } else if (step instanceof Integer index) {
        if (index >= MOST_ELEMENTS) {
          return null;
        }
        List<Object> list = new ArrayList<>(Collections.nCopies(index, false));
        list.add(around);
        around = list;
      } else {
        around = List.of(around);
      }
    }
    return around;
  }

  /** The path's text with every key in quotes. */
  static String quoted(Path path) {
    StringBuilder text = new StringBuilder();
    for (Object step : path.steps()) {
      if (step instanceof String key) {
        text.append("['").append(key.replace("'", "''")).append("']");
      } else {
        text.append(step == Walk.EACH ? step : "[" + step + "]");
      }
    }
    return text.toString();
  }

  /** As JSON values are equal: numbers by value, texts, lists and maps by what they hold. */
  static boolean equal(@Nullable Object a, @Nullable Object b) {
    return normal(a).equals(normal(b));
  }

  private static Object normal(@Nullable Object value) {
    if (value instanceof Number) {
      BigDecimal exact = new BigDecimal(value.toString());
      return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PlainPath::normal).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> normal = new LinkedHashMap<>();
      map.forEach((key, member) -> normal.put(key, normal(member)));
      return normal;
    }
    return value == null ? Void.class : value;
  }
}

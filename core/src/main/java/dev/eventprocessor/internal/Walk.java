package dev.eventprocessor.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain values along the steps of a path: a {@code String} is a key, an {@code Integer} an
 * index, {@link #EACH} every element of a list.
 */
public final class Walk {

  /** What is read where there is nothing. Not a value: compare by identity. */
  public static final Object ABSENT =
      new Object() {
        @Override
        public String toString() {
          return "absent";
        }
      };

  /** The step that stands for every element of a list. */
  public static final Object EACH =
      new Object() {
        @Override
        public String toString() {
          return "[*]";
        }
      };

  private Walk() {}

  /** The one value that steps without {@link #EACH} lead to, or {@link #ABSENT}. */
  public static @Nullable Object read(Object[] steps, @Nullable Object from) {
    @Nullable Object at = from;
    for (Object step : steps) {
      at = step(step, at);
      if (at == ABSENT) {
        return ABSENT;
      }
    }
    return at;
  }

  /**
   * Whether one of the values that the steps lead to passes the test; those that are absent do not.
   */
  public static boolean any(
      Object[] steps, @Nullable Object from, Predicate<@Nullable Object> test) {
    return any(steps, 0, from, test);
  }

  private static boolean any(
      Object[] steps, int next, @Nullable Object from, Predicate<@Nullable Object> test) {
    @Nullable Object at = from;
    for (int i = next; i < steps.length; i++) {
      if (steps[i] == EACH) {
        return at instanceof List<?> list && anyElement(steps, i + 1, list, test);
      }
      at = step(steps[i], at);
      if (at == ABSENT) {
        return false;
      }
    }
    return test.test(at);
  }

  private static boolean anyElement(
      Object[] steps, int next, List<?> list, Predicate<@Nullable Object> test) {
    for (int i = 0; i < list.size(); i++) {
      if (any(steps, next, list.get(i), test)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object step(Object step, @Nullable Object at) {
    return step instanceof String key ? member(at, key) : element(at, (Integer) step);
  }

  /** What a map has under a key; {@link #ABSENT} of what is no map. */
  public static @Nullable Object member(@Nullable Object at, String key) {
    return at instanceof Map<?, ?> map ? member(map, key) : ABSENT;
  }

  /** What a map has under a key, by one look where the map is one of the JDK's. */
  @SuppressWarnings("unchecked") // Nothing is put into the map.
  static @Nullable Object member(Map<?, ?> map, String key) {
    return ((Map<?, @Nullable Object>) map).getOrDefault(key, ABSENT);
  }

  private static @Nullable Object element(@Nullable Object at, int index) {
    return at instanceof List<?> list && index < list.size() ? list.get(index) : ABSENT;
  }
}

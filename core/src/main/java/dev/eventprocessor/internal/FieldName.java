package dev.eventprocessor.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The name of a field as an EventBridge pattern has it: steps joined by dots. Keys may hold dots,
 * so a name can be split in several ways; all of its parts are made once, so that reading makes no
 * text. Lists on the way are looked through.
 */
public final class FieldName {

  private static final String[] NONE = {};

  private final String[][] keys;

  /** Takes a name. */
  public FieldName(String name) {
    List<Integer> ends = new ArrayList<>();
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      ends.add(dot);
    }
    ends.add(name.length());
    keys = new String[ends.size()][];
    int from = 0;
    for (int i = 0; i < keys.length; i++) {
      keys[i] = new String[keys.length - i];
      for (int j = i; j < keys.length; j++) {
        keys[i][j - i] = name.substring(from, ends.get(j));
      }
      from = ends.get(i) + 1;
    }
  }

  /** How many steps the name has. */
  int steps() {
    return keys.length;
  }

  /** The keys that may come after this many steps: of one step, of two, and so on. */
  String[] keys(int step) {
    return step < keys.length ? keys[step] : NONE;
  }

  /** Whether one of the field's values, which are neither maps nor lists, passes the test. */
  public boolean any(@Nullable Object from, Predicate<@Nullable Object> test) {
    return any(0, from, test);
  }

  private boolean any(int step, @Nullable Object at, Predicate<@Nullable Object> test) {
    if (at instanceof Map<?, ?> map) {
      String[] next = keys(step);
      for (int i = 0; i < next.length; i++) {
        @Nullable Object value = map.get(next[i]);
        if ((value != null || map.containsKey(next[i])) && any(step + i + 1, value, test)) {
          return true;
        }
      }
      return false;
    }
    if (at instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (any(step, list.get(i), test)) {
          return true;
        }
      }
      return false;
    }
    return step == keys.length && test.test(at);
  }
}

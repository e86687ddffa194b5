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

  /** What {@link #one} answers where there may be more. Not a value: compare by identity. */
  public static final Object SEVERAL = new Object();

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

  /**
   * The one value that the field has; {@link Walk#ABSENT} where it has none. Where it may have
   * several, because lists or keys with dots lead to it, {@link #SEVERAL}: ask {@link #any} then.
   */
  public @Nullable Object one(Map<String, ?> event) {
    @Nullable Object at = event;
    for (int step = 0; step < keys.length; step++) {
      if (!(at instanceof Map<?, ?> map)) {
        return at instanceof List ? SEVERAL : Walk.ABSENT;
      }
      String[] next = keys[step];
      for (int i = 1; i < next.length; i++) {
        if (Walk.member(map, next[i]) != Walk.ABSENT) {
          return SEVERAL;
        }
      }
      at = Walk.member(map, next[0]);
      if (at == Walk.ABSENT) {
        return Walk.ABSENT;
      }
    }
    if (at instanceof String) {
      return at; // Asked first: it is what most are.
    }
    return at instanceof List ? SEVERAL : at instanceof Map ? Walk.ABSENT : at;
  }

  /** Whether one of the field's values, which are neither maps nor lists, passes the test. */
  public boolean any(@Nullable Object from, Predicate<@Nullable Object> test) {
    return any(0, from, test);
  }

  private boolean any(int step, @Nullable Object at, Predicate<@Nullable Object> test) {
    if (at instanceof String || at instanceof Number) { // Asked first: it is what most are.
      return step == keys.length && test.test(at);
    }
    if (at instanceof Map<?, ?> map) {
      String[] next = keys(step);
      for (int i = 0; i < next.length; i++) {
        @Nullable Object value = Walk.member(map, next[i]);
        if (value != Walk.ABSENT && any(step + i + 1, value, test)) {
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

package dev.eventprocessor;

import dev.eventprocessor.Condition.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plainest definition of what a pattern means: the event becomes a list of named values, each
 * of which knows the element of every list that it stands in, and all choices of one value for each
 * field are tried.
 */
public final class EventPatternReference {

  /** A value, and the element that it stands in of each list on the way, by the list's number. */
  private record Value(String name, @Nullable Object value, Map<Integer, Integer> elements) {}

  private static final class Flat {
    private final List<Value> values = new ArrayList<>();
    private final Map<Integer, Integer> elements = new HashMap<>();
    private int lists;

    void addMap(Map<?, ?> map, @Nullable String prefix) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        add(entry.getValue(), prefix == null ? "" + entry.getKey() : prefix + "." + entry.getKey());
      }
    }

    private void add(@Nullable Object value, String name) {
      if (value instanceof Map<?, ?> map) {
        addMap(map, name);
      } else if (value instanceof List<?> list) {
        addList(list, name);
      } else {
        values.add(new Value(name, value, Map.copyOf(elements)));
      }
    }

    private void addList(List<?> list, String name) {
      int number = lists++;
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Map || list.get(i) instanceof List) {
          elements.put(number, i);
        }
        add(list.get(i), name);
        elements.remove(number);
      }
    }
  }

  private EventPatternReference() {}

  /** How many choices there are at most: what an answer costs. */
  public static double choices(EventPattern pattern, Map<String, @Nullable Object> event) {
    Flat flat = new Flat();
    flat.addMap(event, null);
    double all = 0;
    for (Map<String, List<Condition>> branch : pattern.branches()) {
      double choices = 1;
      for (String name : branch.keySet()) {
        choices *= 1 + flat.values.stream().filter(value -> value.name.equals(name)).count();
      }
      all += choices;
    }
    return all;
  }

  /** Whether one of the choices satisfies the pattern. */
  public static boolean matches(EventPattern pattern, Map<String, @Nullable Object> event) {
    Flat flat = new Flat();
    flat.addMap(event, null);
    for (Map<String, List<Condition>> branch : pattern.branches()) {
      if (matches(List.copyOf(branch.entrySet()), 0, flat.values, Map.of())) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(
      List<Map.Entry<String, List<Condition>>> fields,
      int next,
      List<Value> values,
      Map<Integer, Integer> chosen) {
    if (next == fields.size()) {
      return true;
    }
    String name = fields.get(next).getKey();
    boolean absent = true;
    for (Value value : values) {
      if (value.name.equals(name) && agree(chosen, value.elements)) {
        absent = false;
        for (Condition condition : fields.get(next).getValue()) {
          Map<Integer, Integer> both = new HashMap<>(chosen);
          both.putAll(value.elements);
          if (condition.test(value.value) && matches(fields, next + 1, values, both)) {
            return true;
          }
        }
      }
    }
    return absent
        && fields.get(next).getValue().contains(Presence.ABSENT)
        && matches(fields, next + 1, values, chosen);
  }

  private static boolean agree(Map<Integer, Integer> chosen, Map<Integer, Integer> elements) {
    for (Map.Entry<Integer, Integer> element : elements.entrySet()) {
      if (!chosen.getOrDefault(element.getKey(), element.getValue()).equals(element.getValue())) {
        return false;
      }
    }
    return true;
  }
}

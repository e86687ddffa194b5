package dev.eventprocessor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.Filter;
import dev.eventprocessor.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter in the notation of plain maps in the first line, an event in the second. The map is read
 * or refused for its paths; a filter accepts the event if each path leads to its literal.
 */
public final class MapFilterFuzzer {

  private MapFilterFuzzer() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    check(data);
  }

  /** Whether the map is a filter. */
  static boolean check(byte[] data) {
    List<String> lines = Input.lines(data, 2);
    @Nullable Map<String, @Nullable Object> conditions = Input.event(lines.get(0));
    if (conditions == null) {
      return false;
    }
    @Nullable Filter filter =
        Input.madeOrRefused(() -> Filter.of(conditions), Set.of(ErrorId.PATH_MALFORMED));
    @Nullable Filter reversed =
        Input.madeOrRefused(() -> Filter.of(reversed(conditions)), Set.of(ErrorId.PATH_MALFORMED));
    assertEquals(filter, reversed);
    if (filter == null || reversed == null) {
      return false;
    }
    assertEquals(filter.hashCode(), reversed.hashCode());
    @Nullable Map<String, @Nullable Object> event = Input.event(lines.get(1));
    if (event != null) {
      boolean expected = true;
      for (Map.Entry<String, @Nullable Object> condition : conditions.entrySet()) {
        expected &=
            PlainPath.values(Path.parse(condition.getKey()), event).stream()
                .anyMatch(value -> PlainPath.equal(value, condition.getValue()));
      }
      assertEquals(expected, filter.matches(Event.of(event)));
      assertEquals(expected, filter.unmet(Event.of(event)) == null);
    }
    return true;
  }

  private static Map<String, @Nullable Object> reversed(Map<String, @Nullable Object> map) {
    List<String> keys = new ArrayList<>(map.keySet());
    Collections.reverse(keys);
    Map<String, @Nullable Object> reversed = new LinkedHashMap<>();
    for (String key : keys) {
      reversed.put(key, map.get(key));
    }
    return reversed;
  }
}

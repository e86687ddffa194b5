package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.internal.index.FilterIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of filter and condition is known to the index and to the writer of patterns. Whoever
 * adds one has to say here what becomes of it.
 */
class FilterKindsTest {

  private static final String NOT_WRITTEN = "";

  /** One filter of each kind, and the pattern that is written for it. */
  private static final Map<Class<?>, Map.Entry<Filter, String>> FILTERS =
      Map.of(
          Filter.Where.class, Map.entry(Filters.eq("a", 1), "{\"a\":[1]}"),
          Filter.And.class, Map.entry(Filters.eq("a", 1).and(Filters.exists("b")), and()),
          Filter.Or.class, Map.entry(Filters.eq("a", 1).or(Filters.eq("a", 2)), "{\"a\":[1,2]}"),
          Filter.Not.class, Map.entry(Filters.not(Filters.exists("b")), exists("b", false)),
          Filter.AnyElement.class,
              Map.entry(Filters.anyElement("c", Filters.eq("d", 1)), "{\"c\":{\"d\":[1]}}"),
          Filter.Test.class, Map.entry(Filters.test("true", event -> true), NOT_WRITTEN),
          EventPattern.class, Map.entry(EventPattern.parse("{\"a\":[1]}"), "{\"a\":[1]}"));

  private static final Map<Class<?>, Map.Entry<Condition, String>> CONDITIONS =
      Map.of(
          Condition.Presence.class, Map.entry(Condition.Presence.PRESENT, exists("a", true)),
          Condition.Equal.class, Map.entry(condition(Filters.eq("a", 1)), "{\"a\":[1]}"),
          Condition.Written.class, Map.entry(written(), "{\"a\":[9007199254740993]}"),
          Condition.Range.class,
              Map.entry(condition(Filters.gt("a", 0)), "{\"a\":[{\"numeric\":[\">\",0]}]}"),
          Condition.AnythingBut.class,
              Map.entry(condition(Filters.anythingBut("a", 2)), "{\"a\":[{\"anything-but\":2}]}"),
          TextCondition.Affix.class,
              Map.entry(condition(Filters.prefix("a", "x")), "{\"a\":[{\"prefix\":\"x\"}]}"),
          TextCondition.Like.class,
              Map.entry(condition(Filters.wildcard("a", "x*")), "{\"a\":[{\"wildcard\":\"x*\"}]}"),
          TextCondition.Matches.class,
              Map.entry(condition(Filters.matches("a", "x.*")), NOT_WRITTEN),
          TextCondition.InBlock.class,
              Map.entry(
                  condition(Filters.cidr("a", "10.0.0.0/8")),
                  "{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}"));

  private static String and() {
    return "{\"a\":[1],\"b\":[{\"exists\":true}]}";
  }

  private static String exists(String name, boolean present) {
    return "{\"" + name + "\":[{\"exists\":" + present + "}]}";
  }

  private static Condition condition(Filter filter) {
    return ((Filter.Where) filter).condition();
  }

  private static Condition written() {
    return EventPattern.parse("{\"a\":[9007199254740993]}").branches().get(0).get("a").get(0);
  }

  @Test
  void everyKindIsHere() {
    assertEquals(Set.of(Filter.class.getPermittedSubclasses()), FILTERS.keySet());
    assertEquals(leaves(Condition.class), CONDITIONS.keySet());
  }

  private static Set<Class<?>> leaves(Class<?> kind) {
    Set<Class<?>> leaves = new HashSet<>();
    for (Class<?> permitted : kind.getPermittedSubclasses()) {
      if (permitted.isInterface()) {
        leaves.addAll(leaves(permitted));
      } else {
        leaves.add(permitted);
      }
    }
    return leaves;
  }

  private static Map<Filter, String> all() {
    Map<Filter, String> all = new HashMap<>();
    FILTERS.values().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    CONDITIONS
        .values()
        .forEach(
            entry -> all.put(new Filter.Where(Path.parse("a"), entry.getKey()), entry.getValue()));
    return all;
  }

  @Test
  void everyKindIsWrittenAsAPatternOrRefused() {
    all()
        .forEach(
            (filter, pattern) -> {
              if (pattern.equals(NOT_WRITTEN)) {
                assertThrows(ConfigurationException.class, () -> Filters.toEventPattern(filter));
              } else {
                assertEquals(pattern, Filters.toEventPattern(filter));
              }
            });
  }

  /** Each kind many times over, so that it is looked up and not tried. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 40})
  void everyKindIsFoundByTheIndex(int times) {
    List<Filter> filters = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      filters.addAll(all().keySet());
    }
    FilterIndex index = FilterIndex.of(filters);
    for (Map<String, Object> values : events()) {
      Event event = Event.of(values);
      int[] expected =
          IntStream.range(0, filters.size()).filter(i -> filters.get(i).matches(event)).toArray();

      assertArrayEquals(expected, index.all(event, values), values::toString);
      assertEquals(expected[0], index.first(event, values), values::toString);
    }
  }

  private static List<Map<String, Object>> events() {
    return List.of(
        Map.of(),
        Map.of("a", 1),
        Map.of("a", 2, "b", 1),
        Map.of("a", 9007199254740993L),
        Map.of("a", "x1"),
        Map.of("a", "10.1.1.1"),
        Map.of("c", List.of(Map.of("d", 1))));
  }
}

package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The filter dictionary of event-processor 1.1.0 for Python, row by row; where this library
 * deliberately answers otherwise, the row says so.
 */
class SeedFilterTest {

  private static final Object ANY = Filter.ANY;

  static Stream<Arguments> asTheSeedHasIt() {
    return Stream.of(
        row(
            "several steps",
            Map.of("top.mid.low", "val"),
            Map.of("top", Map.of("mid", Map.of("low", "val", "other", 1))),
            true),
        row("another value", Map.of("key", "value"), Map.of("key", "not_value"), false),
        row("ANY, text", Map.of("key", ANY), Map.of("key", "x"), true),
        row("ANY, a number", Map.of("key", ANY), Map.of("key", 123), true),
        row("ANY, null counts as present", Map.of("key", ANY), mapWithNull("key"), true),
        row("ANY, absent", Map.of("key", ANY), Map.of("not_key", 1), false),
        row(
            "ANY, absent deeper",
            Map.of("key.deeper", ANY),
            Map.of("key", Map.of("not_deeper", 1)),
            false),
        row("null, null", mapWithNull("key"), mapWithNull("key"), true),
        row("null, absent", mapWithNull("key"), Map.of(), false),
        row("a number and the same number", Map.of("a", 1), Map.of("a", 1.0), true),
        row("a number and its text", Map.of("a", 1), Map.of("a", "1"), false),
        row("into text", Map.of("a.b", 1), Map.of("a", "xbx"), false),
        row("into null", Map.of("a.b", 1), mapWithNull("a"), false),
        row("into a list", Map.of("a.b", 1), Map.of("a", List.of(1)), false),
        row("a list by a dotted index", Map.of("a.0", 1), Map.of("a", List.of(1)), false),
        row(
            "a list by a dotted index, deeper",
            Map.of("Records.0.Sns", ANY),
            Map.of("Records", List.of(Map.of("Sns", 1))),
            false),
        row("a key with a dot, unquoted", Map.of("a.b", 1), Map.of("a.b", 1), false),
        row("the empty key", Map.of("", 1), Map.of("", 1), true),
        row("the empty filter", Map.of(), Map.of("a", 1), true),
        row("the empty filter, an empty event", Map.of(), Map.of(), true),
        row("all entries", Map.of("a", 1, "b", 2), Map.of("a", 1, "b", 2, "c", 3), true),
        row("all but one entry", Map.of("a", 1, "b", 2), Map.of("a", 1, "b", 3), false));
  }

  static Stream<Arguments> otherwiseThanTheSeed() {
    return Stream.of(
        row("seed: 1 == True", Map.of("a", 1), Map.of("a", true), false),
        row("seed: True == 1", Map.of("a", true), Map.of("a", 1), false),
        row("seed: a list is a TypeError", Map.of("a", List.of(1)), Map.of("a", List.of(1L)), true),
        row("seed: (1,) != [1]", Map.of("a", List.of(1)), Map.of("a", Arrays.asList(2)), false),
        row(
            "seed: a map is a TypeError",
            Map.of("a", Map.of("b", 1)),
            Map.of("a", Map.of("b", 1.0)),
            true),
        row(
            "seed: a map with more in it", //
            Map.of("a", Map.of("b", 1)),
            Map.of("a", Map.of("b", 1, "c", 2)),
            false),
        row("seed: a dot is unreachable", Map.of("['a.b']", 1), Map.of("a.b", 1), true),
        row("seed: lists are unreachable", Map.of("a[0]", 1), Map.of("a", List.of(1)), true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("asTheSeedHasIt")
  void matchesAsTheSeed(String row, Map<String, ?> filter, Map<String, ?> event, boolean matches) {
    assertEquals(matches, Filter.of(filter).matches(Event.of(event)), row);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherwiseThanTheSeed")
  void matchesOtherwiseThanTheSeed(
      String row, Map<String, ?> filter, Map<String, ?> event, boolean matches) {
    assertEquals(matches, Filter.of(filter).matches(Event.of(event)), row);
  }

  static Stream<Arguments> selections() {
    Map<String, Object> literal = Map.of("a", "b");
    Map<String, Object> any = Map.of("a", ANY);
    return Stream.of(
        chosen(
            "the filter with most entries",
            List.of(Map.of("k.v", "value", "k.other", "specific"), Map.of("k.v", "value")),
            Map.of("k", Map.of("v", "value", "other", "specific")),
            0),
        chosen(
            "the filter with most entries, registered last",
            List.of(Map.of("k.v", "value"), Map.of("k.v", "value", "k.other", "specific")),
            Map.of("k", Map.of("v", "value", "other", "specific")),
            1),
        chosen("no entry never beats one", List.of(Map.of(), literal), literal, 1),
        chosen(
            "no entry where nothing else matches",
            List.of(Map.of("key", "value"), Map.of()),
            Map.of("not_key", "value"),
            1),
        chosen("a literal does not beat ANY", List.of(any, literal), literal, 0),
        chosen("ANY does not beat a literal", List.of(literal, any), literal, 0),
        chosen(
            "two ANY beat a literal",
            List.of(literal, Map.of("a", ANY, "c", ANY)),
            Map.of("a", "b", "c", 1),
            1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("selections")
  void selectsAsTheSeed(
      String row, List<Map<String, ?>> filters, Map<String, ?> event, int expected) {
    EventProcessor.Builder processors = EventProcessor.builder();
    for (int i = 0; i < filters.size(); i++) {
      int chosen = i;
      processors.on(filters.get(i)).call(ignored -> chosen);
    }

    List<Result> results = processors.build().invoke(event);

    assertEquals(expected, results.get(0).value(), row);
  }

  private static Arguments row(
      String row, Map<String, ?> filter, Map<String, ?> event, boolean matches) {
    return Arguments.of(row, filter, event, matches);
  }

  private static Arguments chosen(
      String row, List<Map<String, ?>> filters, Map<String, ?> event, int expected) {
    return Arguments.of(row, filters, event, expected);
  }

  private static Map<String, Object> mapWithNull(String key) {
    return Collections.singletonMap(key, null);
  }
}

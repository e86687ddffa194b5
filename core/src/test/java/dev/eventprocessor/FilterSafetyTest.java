package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.internal.index.FilterIndex;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.RandomCases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hostile texts, patterns and events. */
class FilterSafetyTest {

  private static final Set<ErrorId> FAULTS =
      Set.of(
          ErrorId.PATH_MALFORMED,
          ErrorId.LITERAL_UNSUPPORTED,
          ErrorId.FILTER_MALFORMED,
          ErrorId.EVENT_PATTERN_MALFORMED,
          ErrorId.EVENT_PATTERN_UNSUPPORTED);

  private static final int MAX_MESSAGE = 1200;

  /** A stuck test is ended; what it proves is that the work is bounded, not how fast it is. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          ":",
          ",",
          ".",
          "*",
          "\\",
          "(",
          ")",
          "{1,9}",
          "?",
          "+",
          "|",
          "/",
          "8",
          "-1",
          "1e9",
          "1e999999999",
          "null",
          "true",
          "a",
          "b",
          "$or",
          "prefix",
          "numeric",
          "exists",
          "cidr",
          "anything-but",
          "wildcard",
          "10.0.0.0/8",
          "::",
          "\u00df",
          "\ud800",
          "\ud83d\ude00",
          "\u0000",
          " ",
          "\\d",
          "(?i)",
          "[^a]",
          "\\1",
          "(?=a)");

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** A pattern with a few characters changed. */
  private static String mutant(Random random) {
    StringBuilder text = new StringBuilder(Json.writeText(new RandomFilters(random).pattern(2)));
    for (int i = 1 + random.nextInt(3); i > 0 && text.length() > 0; i--) {
      int at = random.nextInt(text.length());
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, piece);
        case 1 -> text.deleteCharAt(at);
        default -> text.replace(at, Math.min(text.length(), at + piece.length()), piece);
      }
    }
    return text.toString();
  }

  @Test
  void whateverIsReadIsReadOrRefused() {
    List<Consumer<String>> readers =
        List.of(
            Path::parse,
            EventPattern::parse,
            text -> Filters.wildcard("a", text),
            text -> Filters.anythingButWildcard("a", text),
            text -> Filters.matches("a", text),
            text -> Filters.cidr("a", text));
    RandomCases.check(
        20_000,
        random -> {
          String text = random.nextBoolean() ? noise(random) : mutant(random);
          for (Consumer<String> reader : readers) {
            assertReadOrRefused(text, () -> reader.accept(text));
          }
        });
  }

  @Test
  void longTextsAreReadOrRefusedInBoundedWork() {
    for (String piece : PIECES) {
      String text = piece.repeat(20_000 / piece.length());
      for (Consumer<String> reader :
          List.<Consumer<String>>of(
              EventPattern::parse,
              all -> EventPattern.parse("{\"a\": [" + all + "]}"),
              all -> EventPattern.parse("{\"a" + all + "\": [1]}"),
              all -> Filters.wildcard("a", all),
              all -> Filters.wildcard(all, "**"),
              all -> Filters.eq(all + "[", 1),
              all -> Filters.toEventPattern(Filters.matches("a", "x").and(Filters.eq("b", all))),
              all -> Filters.cidr("a", all))) {
        assertTimeoutPreemptively(
            STUCK, () -> assertReadOrRefused("", () -> reader.accept(text)), piece);
      }
    }
  }

  private static void assertReadOrRefused(String text, Runnable reading) {
    try {
      reading.run();
    } catch (ConfigurationException e) {
      assertTrue(FAULTS.contains(e.id()), () -> e.id() + " for " + text);
      assertTrue(String.valueOf(e.getMessage()).length() < MAX_MESSAGE, () -> "too long: " + text);
    }
  }

  @Test
  void aPatternsMessageIsShortHoweverLongThePatternIs() {
    String name = "n".repeat(30_000);
    for (String pattern : List.of("{\"" + name + "\": 1}", "{\"a\": [{\"" + name + "\": 1}]}")) {
      try {
        EventPattern.parse(pattern);
      } catch (ConfigurationException e) {
        assertTrue(String.valueOf(e.getMessage()).length() < MAX_MESSAGE, "too long");
        continue;
      }
      throw new AssertionError("accepted");
    }
  }

  private static List<Filter> everyKind(String path) {
    return List.of(
        Filters.exists(path),
        Filters.absent(path),
        Filters.eq(path, "x"),
        Filters.eq(path, List.of(1, 2)),
        Filters.oneOf(path, 1, "a", null),
        Filters.between(path, 1, 5),
        Filters.prefix(path, "aaab"),
        Filters.suffix(path, "baaa"),
        Filters.equalsIgnoreCase(path, "\u00df".repeat(50)),
        Filters.wildcard(path, "*a*a*a*a*a*b*"),
        Filters.matches(path, "(a|aa|a*)*b"),
        Filters.cidr(path, "10.0.0.0/8"),
        Filters.anythingBut(path, "a"),
        Filters.anyElement(path, Filters.eq("a", 1)),
        Filters.not(Filters.eq(path, 1)),
        Filters.eq(path + "[*]", 1).or(Filters.exists(path + "[*][*].a")),
        EventPattern.parse("{\"a\": {\"a\": [1], \"b\": [{\"exists\": false}]}, \"b\": [\"x\"]}"),
        EventPattern.parse(
            "{\"a\": [{\"wildcard\": \"*a*a*b\"}], \"a.a.a\": [{\"exists\": true}]}"));
  }

  private static List<Map<String, Object>> hostileEvents() {
    List<Map<String, Object>> events = new ArrayList<>();
    Object maps = "x";
    Object lists = "x";
    Object both = "x";
    for (int i = 0; i < 500; i++) {
      maps = Map.of("a", maps);
      lists = List.of(lists, lists);
      both = i % 2 == 0 ? List.of(both) : Map.of("a", both, "b", 1);
      if (i > 12) {
        lists = List.of(i);
      }
    }
    Map<String, Object> wide = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      wide.put("key" + i, i);
    }
    wide.put("a", Collections.nCopies(100_000, Map.of("a", 2, "b", 3)));
    for (Object value :
        List.of(
            maps,
            lists,
            both,
            wide,
            "a".repeat(1_000_000),
            "1".repeat(1_000_000),
            "\u00df".repeat(1_000_000),
            "1e999999999",
            ":".repeat(1_000_000),
            new java.math.BigDecimal("1e999999999"),
            Collections.nCopies(1000, Collections.nCopies(1000, "a")),
            Map.of("a.a", Map.of("a.a", 1, "a", Map.of("a.a", 1)), "a", List.of(List.of())))) {
      events.add(Map.of("a", value, "b", "x", "a.a", value));
    }
    return events;
  }

  @Test
  void everyFilterAnswersHostileEventsInBoundedWork() {
    List<Filter> filters = new ArrayList<>();
    for (String path : List.of("a", "a.a", "a[0]", "a[*]", "['a.a']", "a[*].a")) {
      filters.addAll(everyKind(path));
    }
    FilterIndex index = FilterIndex.of(filters);
    for (Map<String, Object> values : hostileEvents()) {
      Event event = Event.of(values);
      assertTimeoutPreemptively(
          STUCK,
          () -> {
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < filters.size(); i++) {
              if (filters.get(i).matches(event)) {
                expected.add(i);
              }
            }
            int[] all = index.all(event, values);
            assertArrayEquals(expected.stream().mapToInt(i -> i).toArray(), all);
          });
    }
  }

  @Test
  void noFilterChangesAnEvent() {
    RandomCases.check(
        500,
        random -> {
          RandomFilters draw = new RandomFilters(random);
          Map<String, @Nullable Object> values = draw.event(3);
          Map<String, @Nullable Object> before = new HashMap<>(values);
          Event event = Event.of(Collections.unmodifiableMap(values));
          for (int i = 0; i < 20; i++) {
            Filter filter = draw.filter(2);
            assertEquals(filter.matches(event), filter.matches(event));
          }
          assertEquals(before, values);
        });
  }

  @Test
  void messagesHoldNoValueOfAnEvent() {
    EventProcessor.Builder processors = EventProcessor.builder();
    for (Filter filter : everyKind("c")) {
      processors.on(filter.and(Filters.eq("never", 1))).run(event -> {});
    }
    EventProcessor processor = processors.build();
    Map<String, Object> event = Map.of("c", "se-cret", "d", List.of("se-cret"));

    String explanation = processor.explain(event).toString();

    assertFalse(explanation.contains("se-cret"), explanation);
  }

  @Test
  void sixtyFourThreadsFindWhatOneFinds() throws Exception {
    RandomFilters draw = new RandomFilters(new Random(64));
    List<Filter> filters = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      filters.add(draw.filter(2));
    }
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      events.add(draw.event(3));
    }
    FilterIndex index = FilterIndex.of(filters);
    List<List<Integer>> expected = search(index, events);

    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Callable<List<List<Integer>>>> searches =
          Collections.nCopies(64, () -> search(index, events));
      for (Future<List<List<Integer>>> found : threads.invokeAll(searches)) {
        assertEquals(expected, found.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<List<Integer>> search(
      FilterIndex index, List<Map<String, @Nullable Object>> events) {
    List<List<Integer>> all = new ArrayList<>();
    for (Map<String, @Nullable Object> values : events) {
      List<Integer> places = new ArrayList<>();
      for (int place : index.all(Event.of(values), values)) {
        places.add(place);
      }
      places.add(index.first(Event.of(values), values));
      all.add(places);
    }
    return all;
  }
}

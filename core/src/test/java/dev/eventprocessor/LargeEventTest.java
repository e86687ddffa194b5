package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.eventprocessor.internal.index.FilterIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An index does no more for a large event than in proportion to its size. */
class LargeEventTest {

  /** A stuck test is ended; what it proves is that the work is bounded, not how fast it is. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  /** Kinds of which an index has structures of its own as soon as there are a dozen of one. */
  private static List<IntFunction<Filter>> kinds() {
    return List.of(
        i -> Filters.wildcard("key", "*abc*" + i + "*"),
        i -> Filters.wildcard("tags[*]", "*t*" + i + "*"),
        i -> Filters.eq("items[*].kind", "k" + i).and(Filters.gt("items[*].price", 1000)),
        i -> Filters.between("items[*].price", -i, 9 + i).and(Filters.eq("tags[*]", "none")),
        i ->
            Filters.eq("tags[*]", "t")
                .and(Filters.eq("tags[*]", "u"))
                .and(Filters.eq("tags[*]", "v" + i)),
        i -> Filters.prefix("tags[*]", "t").and(Filters.suffix("tags[*]", "x" + i)),
        i -> Filters.prefix("tags[*]", "t".repeat(i % 2)).and(Filters.eq("tags[*]", i)),
        i -> Filters.equalsIgnoreCase("tags[*]", "T").and(Filters.eq("items[*].kind", i)),
        i -> Filters.anythingBut("tags[*]", "x" + i).and(Filters.eq("items[*].kind", i)),
        i ->
            Filters.anyElement(
                "items", Filters.eq("kind", "k" + i).and(Filters.gt("price", 1000 + i))),
        i ->
            EventPattern.parse(
                "{\"items\": {\"kind\": [\"k%d\"], \"price\": [{\"numeric\": [\">\", 1000]}]}}"
                    .formatted(i)),
        i -> EventPattern.parse("{\"tags\": [{\"wildcard\": \"*t*%d*\"}]}".formatted(i)));
  }

  /** Much that nearly satisfies each of them, and nothing that does. */
  private static Map<String, Object> largeEvent(int size) {
    List<Object> items = new ArrayList<>(size);
    List<Object> tags = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(Map.of("kind", "k" + i % 12, "price", i % 9));
      tags.add(i % 3 == 0 ? "u" : "t");
    }
    return Map.of("items", items, "tags", tags, "key", "abc".repeat(size));
  }

  @Test
  void dozensOfOneKindAnswerLargeEventsInBoundedWork() {
    Map<String, Object> values = largeEvent(100_000);
    Event event = Event.of(values);
    for (IntFunction<Filter> kind : kinds()) {
      List<Filter> filters = IntStream.range(0, 12).mapToObj(kind).toList();
      FilterIndex index = FilterIndex.of(filters);
      assertTimeoutPreemptively(
          STUCK,
          () -> {
            for (Filter filter : filters) {
              assertFalse(filter.matches(event), filter::toString);
            }
            assertEquals(-1, index.first(event, values), () -> filters.get(0).toString());
            assertEquals(0, index.all(event, values).length, () -> filters.get(0).toString());
          },
          () -> filters.get(0).toString());
    }
  }

  @Test
  void noFilterIsAskedTwiceForOneEventHoweverOftenItsValuesLeadToIt() {
    AtomicInteger asked = new AtomicInteger();
    Filter counted = Filters.test("counted", event -> asked.incrementAndGet() < 0);
    Map<String, Object> values = largeEvent(1000);
    for (Filter leading :
        List.of(
            Filters.eq("tags[*]", "t"),
            Filters.prefix("tags[*]", "t"),
            Filters.between("items[*].price", 1, 5),
            Filters.wildcard("key", "*abc*"),
            EventPattern.parse("{\"items\": {\"kind\": [\"k1\"]}}"))) {
      FilterIndex index = FilterIndex.of(Collections.nCopies(12, leading.and(counted)));
      asked.set(0);

      index.all(Event.of(values), values);

      assertEquals(12, asked.get(), leading::toString);
    }
  }
}

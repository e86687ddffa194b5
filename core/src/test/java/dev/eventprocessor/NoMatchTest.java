package dev.eventprocessor;

import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.Filters.not;
import static dev.eventprocessor.Filters.test;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.event.Content;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is told of an event that no registration accepts, and what telling it costs. */
class NoMatchTest {

  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  void theNearestIsTheOneWithFewestConditionsThatAreNotMet() {
    processors.on(eq("type", "order").and(eq("a", 1)).and(eq("b", 1))).named("two").run(e -> {});
    processors.on(eq("type", "order").and(eq("state", "open"))).named("one").run(e -> {});
    processors.on(eq("kind", "queue").and(eq("state", "open"))).named("all").run(e -> {});

    assertNearest(" comes one: its condition on state is not met.", Map.of("type", "order"));
    assertNearest(
        " comes two: its condition on b is not met.", Map.of("type", "order", "a", 1, "kind", 1));
  }

  @Test
  void ofThoseThatComeEquallyNearTheFirstInDispatchOrderIsNamed() {
    processors.on(eq("type", "order").and(eq("a", 1))).named("earlier").run(event -> {});
    processors.on(eq("type", "order").and(eq("b", 1))).named("later").run(event -> {});
    processors.on(eq("type", "order").and(eq("c", 1))).rank(1).named("ranked").run(event -> {});

    assertNearest(" comes ranked: its condition on c is not met.", Map.of("type", "order"));
  }

  @Test
  void noneComesNearOfWhichNothingIsMet() {
    processors.on(exists("a")).run(event -> {});
    processors.on(exists("b").and(exists("c"))).run(event -> {});

    String message = thrownFor(processors.build(), Event.of(Map.of("d", 1))).getMessage();

    assertFalse(message.contains("Nearest"), message);
  }

  @Test
  void aTestOfTheApplicationIsNotAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    processors
        .on(exists("a").and(test("counts", event -> asked.incrementAndGet() < 0)))
        .named("tested")
        .run(event -> {});
    processors
        .on(eq("type", "order").and(not(test("throws", event -> event.text("n").isEmpty()))))
        .run(event -> {});

    assertNearest(
        " comes tested: one of its conditions is not met.", Map.of("a", 1, "type", "parcel"));
    assertEquals(1, asked.get());
  }

  @Test
  void theFieldsOfAPatternAreConditions() {
    on("one-of-three", "{\"type\": [\"order\"], \"a\": {\"b\": [1], \"c\": [1]}}");
    on("single", "{\"d\": [1]}");
    processors
        .on(eq("state", "shut").and(EventPattern.parse("{\"a\": {\"b\": [1]}, \"e\": [1]}")))
        .named("beside-a-filter")
        .run(event -> {});

    assertNearest(
        " comes one-of-three: its condition on a.c is not met.",
        Map.of("type", "order", "a", Map.of("b", 1)));
    assertNearest(
        " comes beside-a-filter: its condition on e is not met.",
        Map.of("state", "shut", "a", Map.of("b", 1)));
  }

  @Test
  void theAlternativesOfAPatternAreOneConditionBesideWhatAllOfThemWant() {
    on("either", "{\"type\": [\"order\"], \"$or\": [{\"x\": [1], \"y\": [1]}, {\"z\": [1]}]}");

    assertNearest(" comes either: its condition on x is not met.", Map.of("type", "order"));
    assertNearest(" comes either: its condition on type is not met.", Map.of("z", 1));
  }

  @Test
  void aPatternThatIsMetByTwoElementsOfAListComesNear() {
    on("one-element", "{\"items\": {\"sku\": [\"x\"], \"paid\": [true]}}");

    assertNearest(
        " comes one-element: its conditions are met, but by different elements of a list.",
        Map.of("items", List.of(Map.of("sku", "x"), Map.of("paid", true))));
  }

  @Test
  void contentThatTheFiltersLeftAloneStaysUndecoded() {
    AtomicInteger decoded = new AtomicInteger();
    processors
        .on(eq("kind", "queue").and(eq("type", "order")).and(eq("data.state", "open")))
        .named("order")
        .run(event -> {});
    Content content =
        Content.late(
            null,
            () -> {
              decoded.incrementAndGet();
              return Content.of(Map.of("state", "shut"));
            });
    EventProcessor processor = processors.build();

    assertNear(
        thrownFor(processor, Event.of(Map.of("kind", "queue"), content)),
        " comes order: its condition on type is not met.");
    assertEquals(0, decoded.get());
    assertNear(
        thrownFor(processor, Event.of(Map.of("kind", "queue", "type", "order"), content)),
        " comes order: its condition on data.state is not met.");
    assertEquals(1, decoded.get());
  }

  @Test
  void eachRegistrationIsAskedWithTheEventThatItsFilterSaw() {
    processors.on(eq("type", "order").and(eq("a", 1)).and(eq("b", 1))).named("outer").run(e -> {});
    processors.include(
        module -> {
          module.prepare(event -> event.with("type", "order"));
          module.on(eq("type", "order").and(eq("state", "open"))).named("inner").run(event -> {});
        });

    assertNearest(" comes inner: its condition on state is not met.", Map.of("b", 1));
  }

  @Test
  void everyStrategyNamesTheNearest() {
    for (InvocationStrategy strategy : InvocationStrategy.values()) {
      EventProcessor.Builder builder = EventProcessor.builder().strategy(strategy);
      builder.on(exists("a").and(exists("b"))).named("near").run(event -> {});

      assertNear(
          thrownFor(builder.build(), Event.of(Map.of("a", 1))),
          " comes near: its condition on b is not met.");
    }
  }

  @Test
  void theMessageStaysShortWhereThereIsMuchToTell() {
    for (int i = 0; i < 1_000; i++) {
      processors.on(exists("path" + i)).run(event -> {});
    }
    processors.on(exists("a").and(exists("b"))).rank(-1).named("past-the-bound").run(event -> {});
    EventProcessor processor = processors.build();

    NoMatchException thrown = thrownFor(processor, Event.of(Map.of("a", 1)));

    assertEquals(1_002, thrown.paths().size());
    assertTrue(thrown.getMessage().contains("path9 and 992 more."), thrown.getMessage());
    assertTrue(thrown.getMessage().length() < 300, thrown.getMessage());
    assertFalse(thrown.getMessage().contains("past-the-bound"), thrown.getMessage());
  }

  @Test
  void thePathsAreCollectedOnce() {
    processors.on(exists("a")).run(event -> {});
    EventProcessor processor = processors.build();

    List<String> first = thrownFor(processor, Event.of(Map.of("b", 1))).paths();

    assertSame(first, thrownFor(processor, Event.of(Map.of("c", 1))).paths());
  }

  private void on(String name, String pattern) {
    processors.on(EventPattern.parse(pattern)).named(name).run(event -> {});
  }

  private void assertNearest(String told, Map<String, ?> event) {
    assertNear(thrownFor(processors.build(), Event.of(event)), told);
  }

  private static void assertNear(NoMatchException thrown, String told) {
    String message = thrown.getMessage();
    assertTrue(message.contains("Nearest" + told), message);
    assertFalse(message.contains("open") || message.contains("shut"), message); // No value.
  }

  private static NoMatchException thrownFor(EventProcessor processor, Event event) {
    return assertThrows(NoMatchException.class, () -> processor.invoke(event));
  }
}

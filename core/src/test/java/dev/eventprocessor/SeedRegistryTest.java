package dev.eventprocessor;

import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What event-processor 1.1.0 for Python asserts of registration, selection, invocation and
 * sub-processors, case by case; {@link SeedFilterTest} has its filters. Where this library
 * deliberately answers otherwise, the case says so and docs/DECISIONS.md says why.
 */
class SeedRegistryTest {

  private static final Object ANY = Filter.ANY;

  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  @DisplayName("V1-01 simple filtering")
  void simpleFiltering() {
    processors.on(Map.of("service.type", "a")).call(event -> "value");

    assertEquals("value", value(Map.of("service", Map.of("type", "a"))));
  }

  @Test
  @DisplayName("V1-02 any filter")
  void anyFilter() {
    processors.on(Map.of("key", ANY)).named("any").run(event -> {});

    assertEquals("any", name(Map.of("key", "x")));
    assertEquals("any", name(Map.of("key", 123)));
    assertEquals("any", name(Collections.singletonMap("key", null)));
  }

  @Test
  @DisplayName("V1-03 the processor receives the pre-processor's result")
  void simplePreProcessing() {
    processors
        .on(Map.of("user", ANY))
        .prepare(event -> Event.of(Map.of("name", event.text("user.name"))))
        .call(Event::asMap);

    assertEquals(Map.of("name", "John"), value(Map.of("user", Map.of("name", "John"))));
  }

  @Test
  @DisplayName("V1-04, V1-30 a dependency is the second parameter")
  void processorWithDependencies() {
    processors.on(Map.of()).with(factory().named("x")).call((event, made) -> made);

    assertEquals("made-x", value(Map.of()));
  }

  @Test
  @DisplayName("V1-06 a registration holds what it was given")
  void aRegistrationHoldsWhatItWasGiven() {
    processors.on(Map.of("a", 1)).named("name").with(factory().named("x")).run((event, made) -> {});

    Description.Entry entry = processors.build().describe().entries().get(0);

    assertEquals("name", entry.processor());
    assertEquals(Filter.of(Map.of("a", 1)), entry.filter());
    assertEquals(List.of("factory(\"x\")"), entry.needs());
  }

  @Test
  @DisplayName("V1-07, V1-15 the same filter twice is refused, in whatever order of entries")
  void theSameFilterTwice() {
    Map<String, Object> reversed = new LinkedHashMap<>();
    reversed.put("b", 2);
    reversed.put("a", 1);
    Map<String, Object> straight = new LinkedHashMap<>();
    straight.put("a", 1);
    straight.put("b", 2);
    processors.on(straight).run(event -> {});
    processors.on(reversed).run(event -> {});

    assertFault(ErrorId.FILTER_DUPLICATE);
  }

  @Test
  @DisplayName("V1-08 a filter of two entries is one registration")
  void aFilterOfTwoEntries() {
    processors.on(Map.of("a", 1, "b", 2)).run(event -> {});

    assertEquals(1, processors.build().describe().entries().size());
  }

  @Test
  @DisplayName("V1-09 different filters that overlap are accepted")
  void filtersThatOverlap() {
    processors.on(Map.of("a", 1)).run(event -> {});
    processors.on(Map.of("a", 1, "b", 2)).run(event -> {});

    assertEquals(2, processors.build().describe().entries().size());
  }

  @Test
  @DisplayName("V1-10, V1-11 a sub-processor's processors and factories are merged")
  void subprocessorsAreMerged() {
    processors.include(
        sub -> sub.on(Map.of("a", 1)).with(factory().named("sub")).call((event, made) -> made));

    assertEquals("made-sub", value(Map.of("a", 1)));
  }

  @Test
  @DisplayName("V1-12, V1-13 a filter in both is refused, when others differ, too")
  void aFilterInBoth() {
    processors.on(Map.of("a", 1)).run(event -> {});
    processors.include(
        sub -> {
          sub.on(Map.of("a", 1)).run(event -> {});
          sub.on(Map.of("b", 1)).run(event -> {});
        });

    assertFault(ErrorId.FILTER_DUPLICATE);
  }

  @Test
  @DisplayName("V1-14 main never replaces a sub-processor's factory of that name: refused")
  void aFactoryOfOneNameInBoth() {
    processors
        .on(Map.of("a", 1))
        .with(DependencyFactory.of("factory", name -> "main").named("x"))
        .call((event, made) -> made);
    processors.include(
        sub -> sub.on(Map.of("b", 1)).with(factory().named("x")).call((event, made) -> made));

    assertFault(ErrorId.NAME_DUPLICATE);
  }

  @Test
  @DisplayName("V1-17 two factories of one name are refused")
  void twoFactoriesOfOneName() {
    processors.on(Map.of("a", 1)).with(factory().named("x")).run((event, made) -> {});
    processors
        .on(Map.of("b", 1))
        .with(DependencyFactory.of("factory", name -> "other").named("x"))
        .run((event, made) -> {});

    assertFault(ErrorId.NAME_DUPLICATE);
  }

  @Test
  @DisplayName("V1-19, V1-20, V1-33 the one that matches runs, however deep")
  void theOneThatMatchesRuns() {
    processors.on(Map.of("a.b.c.d", 1)).named("deep").run(event -> {});
    processors.on(Map.of("a.b.c.d", 2)).named("other").run(event -> {});

    Map<String, Object> deep = Map.of("b", Map.of("c", Map.of("d", 1)));
    assertEquals("deep", name(Map.of("a", deep)));
  }

  @Test
  @DisplayName("V1-21 two entries beat one")
  void twoEntriesBeatOne() {
    processors.on(Map.of("a", 1)).named("one").run(event -> {});
    processors.on(Map.of("a", 1, "b", 1)).named("two").run(event -> {});

    assertEquals("two", name(Map.of("a", 1, "b", 1)));
  }

  @Test
  @DisplayName("V1-22 no registration: refused when built")
  void noRegistration() {
    assertFault(ErrorId.REGISTRY_EMPTY);
  }

  @Test
  @DisplayName("V1-23, V1-35, V1-36 a wrong value or an absent key is no match")
  void aWrongValueOrAnAbsentKey() {
    processors.on(Map.of("a", 1)).run(event -> {});
    processors.on(Map.of("b", ANY)).run(event -> {});
    processors.on(Map.of("c.d", ANY)).run(event -> {});
    EventProcessor processor = processors.build();

    assertThrows(
        NoMatchException.class,
        () -> processor.invoke(Map.of("a", 2, "not_b", 1, "c", Map.of("not_d", 1))));
  }

  @Test
  @DisplayName("V1-24 without dependencies the processor takes the event alone")
  void withoutDependencies() {
    processors.on(Map.of()).call(event -> event.get("a"));

    assertEquals(1, value(Map.of("a", 1)));
  }

  @Test
  @DisplayName("V1-26 a factory is called when its product is asked for, and not before")
  void aFactoryIsCalledWhenItsProductIsAskedFor() {
    List<String> made = new ArrayList<>();
    Dependency<Boolean> dependency = DependencyFactory.of("factory", made::add).named("x");
    processors.on(exists("a")).needs(dependency).process((event, all) -> null);
    processors.on(exists("b")).needs(dependency).process((event, all) -> all.get(dependency));
    EventProcessor processor = processors.build();

    processor.invoke(Map.of("a", 1));
    assertEquals(List.of(), made);
    processor.invoke(Map.of("b", 1));
    assertEquals(List.of("x"), made);
  }

  @Test
  @DisplayName("V1-27 the processor's value is returned; nothing is null")
  void theValueIsReturned() {
    Object value = new Object();
    processors.on(exists("a")).call(event -> value);
    processors.otherwise().run(event -> {});

    assertSame(value, value(Map.of("a", 1)));
    assertNull(value(Map.of()));
  }

  @Test
  @DisplayName("V1-32 literals of every type")
  void literalsOfEveryType() {
    processors.on(Map.of("a", 123)).named("number").run(event -> {});
    processors.on(Collections.singletonMap("a", null)).named("null").run(event -> {});
    processors.on(Map.of("a", "text")).named("text").run(event -> {});
    processors.on(Map.of("a", List.of(Map.of("b", true)))).named("deep").run(event -> {});

    assertEquals("number", name(Map.of("a", 123)));
    assertEquals("null", name(Collections.singletonMap("a", null)));
    assertEquals("text", name(Map.of("a", "text")));
    assertEquals("deep", name(Map.of("a", List.of(Map.of("b", true)))));
  }

  @Test
  @DisplayName("V1-34 the empty filter runs when no other matches")
  void theEmptyFilter() {
    processors.on(Map.of()).named("default").run(event -> {});
    processors.on(Map.of("a", 1)).named("a").run(event -> {});

    assertEquals("a", name(Map.of("a", 1)));
    assertEquals("default", name(Map.of("b", 1)));
  }

  @Test
  @DisplayName("V1-37 the text of an exception holds its message")
  void theTextOfAnException() {
    processors.on(Map.of("a", 1)).run(event -> {});
    EventProcessor processor = processors.build();

    Exception thrown = assertThrows(NoMatchException.class, () -> processor.invoke(Map.of()));
    assertTrue(thrown.toString().contains(thrown.getMessage()));
  }

  @Test
  @DisplayName("V1-38 the text of a refused registration names it")
  void theTextOfARefusedRegistration() {
    processors.on(Map.of("a", 1)).named("function").run(event -> {});
    processors.on(Map.of("a", 1)).named("other").run(event -> {});

    String message = assertFault(ErrorId.FILTER_DUPLICATE).getMessage();
    assertTrue(message.contains("function and other"), message);
  }

  @Test
  @DisplayName("V1-39 the text of no match has the paths and never the event")
  void theTextOfNoMatch() {
    processors.on(Map.of("a", 1)).run(event -> {});
    EventProcessor processor = processors.build();

    Exception thrown =
        assertThrows(NoMatchException.class, () -> processor.invoke(Map.of("key", "s3cret")));
    assertTrue(thrown.getMessage().contains("look at: a."), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("s3cret"), thrown.getMessage());
  }

  @Test
  @DisplayName("V1-41 the text of an overlap lists what overlaps, all at once")
  void theTextOfAnOverlap() {
    processors.on(Map.of("a", 1)).named("main-a").run(event -> {});
    processors.on(Map.of("b", 1)).named("main-b").run(event -> {});
    processors.include(
        sub -> {
          sub.on(Map.of("a", 1)).named("sub-a").run(event -> {});
          sub.on(Map.of("b", 1)).named("sub-b").run(event -> {});
        });

    ConfigurationException thrown = assertFault(ErrorId.FILTER_DUPLICATE);

    assertEquals(2, thrown.problems().size());
    assertTrue(thrown.getMessage().contains("main-a and sub-a (of the module"));
    assertTrue(thrown.getMessage().contains("main-b and sub-b (of the module"));
  }

  @Test
  @DisplayName("V1-42 without a step the processor gets the same event")
  void withoutAStepTheSameEvent() {
    List<Event> seen = new ArrayList<>();
    processors.on(Map.of()).run(seen::add);
    Event event = Event.of(Map.of("a", 1));

    processors.build().invoke(event);

    assertSame(event, seen.get(0));
  }

  private static DependencyFactory<String> factory() {
    return DependencyFactory.of("factory", name -> "made-" + name);
  }

  private ConfigurationException assertFault(ErrorId id) {
    ConfigurationException thrown = assertThrows(ConfigurationException.class, processors::build);
    assertEquals(id, thrown.id());
    return thrown;
  }

  private String name(Map<String, ?> event) {
    return processors.build().invoke(event).get(0).processor();
  }

  private Object value(Map<String, ?> event) {
    return processors.build().invoke(event).get(0).value();
  }
}

package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What the Python library's own tests say of injection (its version 3, {@code DI}) and of factories
 * and pre-processors (version 1, {@code V1}), case by case. What has no counterpart here, or is
 * deliberately different, stands in docs/DECISIONS.md by the same ids.
 */
class LineageDependenciesTest {

  private static final Event EVENT = Event.of(Map.of("name", "John", "age", 5, "other", true));

  private final List<String> made = new ArrayList<>();
  private final Dependency<Object> counted =
      Dependency.of(
          "counted",
          () -> {
            made.add("counted");
            return new Object();
          });
  private final DependencyFactory<String> factory =
      DependencyFactory.of(
          "factory",
          name -> {
            made.add(name);
            return "made-" + name;
          });
  private final EventProcessor.Builder processors = EventProcessor.builder();

  record Person(String name, int age) {}

  record Service(Event event, Object inner) {}

  record Choice(String name, Integer size) {
    Choice {
      size = size == null ? 7 : size;
    }
  }

  @Test
  @DisplayName("DI-01, DI-02 a dependency is equal by its factory and how it is kept")
  void equality() {
    Dependency<Object> uncached = counted.uncached();

    assertEquals(factory.named("x"), factory.named("x"));
    assertEquals(uncached, uncached);
    assertNotEquals(counted, uncached);
    assertNotEquals(counted, (Object) "counted");
  }

  @Test
  @DisplayName(
      "DI-03, DI-04, DI-06, DI-07, DI-15 what was made once reaches the processor as it is")
  void injection() {
    List<Object> seen = new ArrayList<>();
    processors
        .on(any())
        .with(counted)
        .call(
            (event, one) -> {
              seen.add(one);
              return one;
            });

    assertSame(value(), seen.get(0));
    assertEquals(List.of("counted"), made);
  }

  @Test
  @DisplayName("DI-05, DI-08, V1-42 the very event is handed over")
  void theEvent() {
    Dependency<List<Event>> holder =
        Dependency.of("holder", Dependency.EVENT, event -> List.of(event)).perInvocation();
    processors.on(any()).with(holder).call((event, held) -> List.of(event, held.get(0)));

    List<?> events = (List<?>) value();

    assertSame(EVENT, events.get(0));
    assertSame(EVENT, events.get(1));
  }

  @Test
  @DisplayName("DI-09 a constructor takes the event and another dependency")
  void constructors() {
    processors
        .on(any())
        .with(Dependency.of("service", Dependency.EVENT, counted, Service::new).perInvocation())
        .call((event, service) -> service);

    assertSame(EVENT, ((Service) value()).event());
  }

  @Test
  @DisplayName("DI-10, DI-13, DI-38 the event is made into a type, whatever else it holds")
  void models() {
    Dependency<Person> person =
        Dependency.of("person", Dependency.EVENT, event -> event.as(Person.class)).perInvocation();
    processors.on(any()).with(person).call((event, one) -> one);

    assertEquals(new Person("John", 5), value());
  }

  @Test
  @DisplayName("DI-11, DI-12, DI-35 values, the event, a type and a dependency stand side by side")
  void scalars() {
    Dependency<String> name =
        Dependency.of("name", Dependency.EVENT, event -> event.text("name")).perInvocation();
    Dependency<Person> person =
        Dependency.of("person", Dependency.EVENT, event -> event.as(Person.class)).perInvocation();
    processors
        .on(any())
        .with(name)
        .with(person)
        .call((event, text, one) -> text + one.age() + event.number("age") + event.get("other"));

    assertEquals("John55true", value());
  }

  @Test
  @DisplayName("DI-14, DI-16 one invocation makes a cached dependency once")
  void caching() {
    Dependency<Object> cached = counted.perInvocation();
    Dependency<Object> outer = Dependency.of("outer", cached, one -> one).perInvocation();
    processors
        .on(any())
        .needs(cached, outer)
        .process((event, all) -> all.get(cached) == all.get(outer) && all.get(cached) != null);

    assertEquals(true, value());
    assertEquals(List.of("counted"), made);
  }

  @Test
  @DisplayName("DI-17 what is uncached is made each time")
  void uncached() {
    Dependency<Object> fresh = counted.uncached();
    processors.on(any()).with(fresh).with(fresh).call((event, a, b) -> a == b);

    assertEquals(false, value());
    assertEquals(List.of("counted", "counted"), made);
  }

  @Test
  @DisplayName("DI-18 a chain of dependencies is resolved")
  void nesting() {
    Dependency<String> inner = Dependency.of("inner", factory.named("x"), one -> one + "1");
    processors.on(any()).with(Dependency.of("outer", inner, one -> one + "2")).call((e, o) -> o);

    assertEquals("made-x12", value());
  }

  @Test
  @DisplayName("DI-36 null is a value")
  void nullIsAValue() {
    Event event = Event.of(Collections.singletonMap("name", null));

    assertTrue(event.has("name"));
    assertNull(event.get("name"));
  }

  @Test
  @DisplayName("DI-37, DI-39, DI-43 what is missing is a typed error")
  void missing() {
    assertThrows(InvalidEventException.class, () -> EVENT.text("absent"));
    assertThrows(InvalidEventException.class, () -> EVENT.as("absent", String.class));
    assertThrows(InvalidEventException.class, () -> Event.of(Map.of()).as(Person.class));
  }

  @Test
  @DisplayName("DI-40, DI-41 so is what has the wrong type, or a value that the type refuses")
  void invalid() {
    assertThrows(InvalidEventException.class, () -> EVENT.as("name", int.class));
    assertThrows(InvalidEventException.class, () -> EVENT.as("name", Thread.State.class));
  }

  @Test
  @DisplayName("DI-42 without a type anything is accepted")
  void anything() {
    assertEquals("John", EVENT.get("name"));
    assertEquals(Map.of("a", 1), Event.of(Map.of("name", Map.of("a", 1))).get("name"));
  }

  @Test
  @DisplayName("DI-44, DI-45 a default stands in for what is absent, else null")
  void defaults() {
    assertEquals(new Choice(null, 7), Event.of(Map.of()).as(Choice.class));
    assertEquals(new Choice("x", 8), Event.of(Map.of("name", "x", "size", 8)).as(Choice.class));
  }

  @Test
  @DisplayName("V1-03 a step's result is the processor's event")
  void steps() {
    processors
        .on(exists("name"))
        .prepare(event -> Event.of(Map.of("user", event.text("name"))))
        .call(event -> event.text("user"));

    assertEquals("John", value());
  }

  @Test
  @DisplayName("V1-04, V1-30, V1-27 a dependency is the second parameter, the answer is returned")
  void secondParameter() {
    processors.on(any()).with(factory.named("x")).call((event, one) -> one);

    assertEquals("made-x", value());
  }

  @Test
  @DisplayName("V1-05, V1-31 a dependency reaches the step, and the processor only by with")
  void stepsWithDependencies() {
    processors
        .on(any())
        .prepare(factory.named("x"), (event, one) -> event.with("step", one))
        .call(event -> event.text("step"));

    assertEquals("made-x", value());
  }

  @Test
  @DisplayName("V1-16 a factory is known by its name")
  void names() {
    processors.on(any()).with(factory.named("x")).call((event, one) -> one);
    processors.override("factory", name -> "other-" + name);

    assertEquals("other-x", value());
    assertEquals("factory(\"x\")", factory.named("x").toString());
  }

  @Test
  @DisplayName("V1-17 two factories of one name are refused")
  void duplicates() {
    processors.on(exists("a")).with(factory.named("x")).run((event, one) -> {});
    processors.on(exists("b")).with(Dependency.of("factory", () -> "")).run((event, one) -> {});

    ConfigurationException thrown = assertThrows(ConfigurationException.class, processors::build);

    assertEquals(ErrorId.NAME_DUPLICATE, thrown.id());
  }

  @Test
  @DisplayName("V1-24 without dependencies a processor takes the event alone")
  void noDependencies() {
    processors.on(any()).call(event -> event.text("name"));

    assertEquals("John", value());
  }

  @Test
  @DisplayName("V1-25 a dependency that nobody declared is a dependency exception")
  void unknown() {
    processors.on(any()).process((event, all) -> all.get(factory.named("x")));

    assertThrows(DependencyException.class, this::value);
  }

  @Test
  @DisplayName("V1-40 the text of a dependency exception names the dependency, which is kept")
  void theTextOfADependencyException() {
    processors.on(any()).process((event, all) -> all.get(factory.named("x")));

    DependencyException thrown = assertThrows(DependencyException.class, this::value);

    assertEquals("factory(\"x\")", thrown.dependency());
    assertTrue(thrown.getMessage().contains("factory(\"x\")"), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("John"), thrown.getMessage());
  }

  @Test
  @DisplayName("E2E-05 a step's dependency may have one of its own")
  void stepsWithNestedDependencies() {
    Dependency<String> outer = Dependency.of("outer", factory.named("x"), one -> one + "-outer");
    processors
        .on(any())
        .prepare(outer, (event, one) -> event.with("step", one))
        .call(event -> event.text("step"));

    assertEquals("made-x-outer", value());
  }

  @Test
  @DisplayName("E2E-11 a value of the event is read by its name")
  void valuesByName() {
    processors.on(exists("name")).call(event -> event.text("name"));

    assertEquals("John", value());
  }

  @Test
  @DisplayName("E2E-12 a value is made into a type that checks it")
  void valuesOfATypeThatChecksThem() {
    processors.on(exists("state")).call(event -> event.as("state", Thread.State.class));
    EventProcessor processor = processors.build();

    Event known = Event.of(Map.of("state", "RUNNABLE"));
    assertEquals(Thread.State.RUNNABLE, processor.invoke(known).get(0).value());
    Event unknown = Event.of(Map.of("state", "FLYING"));
    assertThrows(InvalidEventException.class, () -> processor.invoke(unknown));
  }

  @Test
  @DisplayName("EP-19 what is made for an invocation is made anew for the next one")
  void cachedForAnInvocation() {
    Dependency<Integer> counter =
        Dependency.of(
                "counter",
                () -> {
                  made.add("counter");
                  return made.size();
                })
            .perInvocation();
    processors.strategy(InvocationStrategy.ALL_MATCHES);
    processors.on(any()).with(counter).call((event, count) -> count);
    processors.on(any()).with(counter).call((event, count) -> count);
    EventProcessor processor = processors.build();

    assertEquals(List.of(1, 1), values(processor.invoke(EVENT)));
    assertEquals(List.of(2, 2), values(processor.invoke(EVENT)));
  }

  @Test
  @DisplayName("UTL-01 a path leads to the identical value")
  void paths() {
    Object value = new Object();
    Event event = Event.of(Map.of("a", Map.of("b", Map.of("c", value))));

    assertSame(value, event.get("a.b.c"));
  }

  @Test
  @DisplayName("UTL-02, UTL-03 a missing leaf, or null on the way, is absent and no error")
  void pathsThatLeadNowhere() {
    Event event = Event.of(Map.of("a", Collections.singletonMap("null", null)));

    for (String path : List.of("a.missing", "a.missing.c", "a.null.c")) {
      assertFalse(event.has(path), path);
      assertNull(event.get(path), path);
      assertFalse(exists(path).matches(event), path);
      assertThrows(InvalidEventException.class, () -> event.text(path), path);
    }
    assertTrue(event.has("a.null"));
  }

  private static List<Object> values(List<Result> results) {
    return results.stream().map(Result::value).toList();
  }

  private Object value() {
    return processors.build().invoke(EVENT).get(0).value();
  }
}

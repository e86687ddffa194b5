package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
  void everyRowIsATestOrADecision() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String known = Files.readString(root.resolve("docs/DECISIONS.md"));
    for (Method method : LineageDependenciesTest.class.getDeclaredMethods()) {
      DisplayName name = method.getAnnotation(DisplayName.class);
      known += name == null ? "" : " " + name.value();
    }

    TreeSet<String> missing = new TreeSet<>();
    for (int i = 1; i <= 45; i++) {
      missing.add((i < 10 ? "DI-0" : "DI-") + i);
    }
    missing.addAll(
        List.of("V1-03", "V1-04", "V1-05", "V1-16", "V1-17", "V1-18", "V1-24", "V1-25", "V1-26"));
    missing.addAll(List.of("V1-27", "V1-28", "V1-29", "V1-30", "V1-31", "V1-42"));
    missing.removeIf(known::contains);

    assertEquals(new TreeSet<String>(), missing);
  }

  private Object value() {
    return processors.build().invoke(EVENT).get(0).value();
  }
}

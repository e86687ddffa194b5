package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EventProcessorTest {

  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  void mostConditionsRunFirstWhereverTheyAreRegistered() {
    processors.on(exists("a")).named("one").run(event -> {});
    processors.on(exists("a").and(exists("b")).and(exists("c"))).named("three").run(event -> {});
    processors.on(exists("a").and(exists("b"))).named("two").run(event -> {});
    EventProcessor processor = processors.build();

    assertEquals("three", nameFor(processor, Map.of("a", 1, "b", 1, "c", 1)));
    assertEquals("two", nameFor(processor, Map.of("a", 1, "b", 1)));
    assertEquals("one", nameFor(processor, Map.of("a", 1, "c", 1)));
  }

  @Test
  void amongEqualsTheOneRegisteredFirstRuns() {
    processors.on(exists("a")).named("first").run(event -> {});
    processors.on(eq("a", 1)).named("second").run(event -> {});

    assertEquals("first", nameFor(processors.build(), Map.of("a", 1)));
  }

  @Test
  void otherwiseRunsLastWhereverItIsRegistered() {
    processors.otherwise().run(event -> {});
    processors.on(exists("b")).rank(-1).named("fallback").run(event -> {});
    processors.on(exists("a")).named("a").run(event -> {});
    EventProcessor processor = processors.build();

    assertEquals("a", nameFor(processor, Map.of("a", 1)));
    assertEquals("fallback", nameFor(processor, Map.of("b", 1)));
    assertEquals("otherwise", nameFor(processor, Map.of()));
  }

  @Test
  void otherwiseRunsWhereNothingMatches() {
    processors.otherwise().call(event -> "rest");
    processors.on(exists("a")).run(event -> {});

    assertEquals(List.of(new Result("otherwise", "rest")), processors.build().invoke(Map.of()));
  }

  @Test
  void onlyTheChosenProcessorRuns() {
    List<String> ran = new ArrayList<>();
    processors.on(exists("a")).run(event -> ran.add("one"));
    processors.on(exists("a").and(exists("b"))).run(event -> ran.add("two"));

    processors.build().invoke(Map.of("a", 1, "b", 1));

    assertEquals(List.of("two"), ran);
  }

  @Test
  void noMatchNamesThePathsAndNoValue() {
    processors.on(eq("kind", "literal").and(exists("data.a"))).run(event -> {});
    processors.on(eq("kind", "other")).run(event -> {});
    EventProcessor processor = processors.build();

    NoMatchException thrown =
        assertThrows(
            NoMatchException.class, () -> processor.invoke(Map.of("kind", "s3cret", "key", 1)));

    assertEquals(ErrorId.NO_MATCH, thrown.id());
    assertEquals(List.of("kind", "data.a"), thrown.paths());
    assertTrue(thrown.getMessage().contains("kind, data.a"), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("s3cret"), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("literal"), thrown.getMessage());
  }

  @Test
  void theMapOfTheSeedRegistersToo() {
    processors.on(Map.of("detail.state.value", "ALARM")).named("alarm").run(event -> {});

    Map<String, Object> event = Map.of("detail", Map.of("state", Map.of("value", "ALARM")));
    assertEquals("alarm", nameFor(processors.build(), event));
  }

  @Test
  void registrationsWithoutANameAreNumbered() {
    processors.on(exists("a")).run(event -> {});
    processors.on(exists("b")).run(event -> {});

    assertEquals("processor-2", nameFor(processors.build(), Map.of("b", 1)));
  }

  @Test
  void theAnswerIsTheResult() {
    processors.on(exists("a")).call(event -> event.get("a"));
    processors.on(exists("b")).run(event -> {});
    processors.on(exists("c")).process((event, dependencies) -> null);
    EventProcessor processor = processors.build();

    assertEquals(List.of(new Result("processor-1", 7)), processor.invoke(Map.of("a", 7)));
    assertNull(processor.invoke(Map.of("b", 7)).get(0).value());
    assertNull(processor.invoke(Map.of("c", 7)).get(0).value());
  }

  @Test
  void withoutStepsTheProcessorGetsTheEventItself() {
    List<Event> seen = new ArrayList<>();
    processors.on(any()).run(seen::add);
    Event event = Event.of(Map.of("a", 1));

    processors.build().invoke(event);

    assertSame(event, seen.get(0));
  }

  @Test
  void stepsOfTheRegistryComeBeforeTheFiltersInOrder() {
    processors.prepare(event -> event.with("a", 1));
    processors.prepare(event -> event.with("b", (int) event.get("a") + 1));
    processors.on(eq("b", 2)).call(event -> event.get("b"));

    assertEquals(2, processors.build().invoke(Map.of()).get(0).value());
  }

  @Test
  void stepsOfARegistrationComeAfterTheFiltersInOrderAndForItAlone() {
    processors
        .on(exists("a"))
        .prepare(event -> event.with("steps", "1"))
        .prepare(event -> event.with("steps", event.text("steps") + "2"))
        .call(event -> event.text("steps"));
    processors.on(exists("steps")).call(event -> "seen by a filter");
    processors.on(exists("b")).call(event -> event.has("steps"));
    EventProcessor processor = processors.build();

    assertEquals("12", processor.invoke(Map.of("a", 1)).get(0).value());
    assertEquals(false, processor.invoke(Map.of("b", 1)).get(0).value());
  }

  @Test
  void aStepThatReturnsNothingIsToldByItsOwner() {
    processors.on(exists("one")).named("one").prepare(event -> null).run(event -> {});
    processors
        .on(exists("two"))
        .prepare(event -> null)
        .prepare(event -> event)
        .named("two")
        .run(event -> {});
    EventProcessor processor = processors.build();

    for (String name : List.of("one", "two")) {
      ConfigurationException thrown =
          assertThrows(ConfigurationException.class, () -> processor.invoke(Map.of(name, 1)));
      assertEquals(ErrorId.STEP_RETURNED_NULL, thrown.id());
      assertTrue(thrown.getMessage().contains("step of " + name), thrown.getMessage());
    }
  }

  @Test
  void aStepOfTheRegistryThatReturnsNothingIsToldToo() {
    processors.prepare(event -> null);
    processors.on(any()).run(event -> {});
    EventProcessor processor = processors.build();

    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> processor.invoke(Map.of()));

    assertEquals(ErrorId.STEP_RETURNED_NULL, thrown.id());
  }

  @Test
  void exceptionsPassThroughUnchanged() {
    IOException checked = new IOException("checked");
    IllegalStateException unchecked = new IllegalStateException("unchecked");
    StackOverflowError error = new StackOverflowError("error");
    processors.on(eq("a", "checked")).run(event -> fail(checked));
    processors.on(eq("a", "unchecked")).run(event -> fail(unchecked));
    processors.on(eq("a", "error")).run(event -> fail(error));
    processors
        .on(eq("a", "step"))
        .prepare(
            event -> {
              throw unchecked;
            })
        .run(event -> {});
    EventProcessor processor = processors.build();

    assertSame(checked, assertThrows(IOException.class, () -> invoke(processor, "checked")));
    assertSame(unchecked, assertThrows(Exception.class, () -> invoke(processor, "unchecked")));
    assertSame(unchecked, assertThrows(Exception.class, () -> invoke(processor, "step")));
    assertSame(error, assertThrows(Error.class, () -> invoke(processor, "error")));
  }

  @Test
  void whatIsRegisteredAfterBuildingChangesNothing() {
    processors.on(exists("a")).run(event -> {});
    EventProcessor built = processors.build();

    processors.on(exists("b")).run(event -> {});
    processors.prepare(event -> event.with("b", 1).with("a", 1));
    processors.listener(
        (event, name) -> {
          throw new IllegalStateException("called");
        });

    assertThrows(NoMatchException.class, () -> built.invoke(Map.of("b", 1)));
    assertEquals("processor-1", nameFor(built, Map.of("a", 1)));
  }

  @Test
  void theEventOfTheCallerStaysAsItIs() {
    Map<String, Object> map = new HashMap<>(Map.of("a", 1));
    processors.prepare(event -> event.with("b", 2));
    processors.on(any()).run(event -> {});

    processors.build().invoke(map);

    assertEquals(Map.of("a", 1), map);
  }

  @Test
  void theChosenOneIsAlwaysTheFirstOfTheMostSpecificThatMatch() {
    RandomCases.check(
        1000,
        random -> {
          List<Filter> filters = distinctFilters(random);
          EventProcessor.Builder builder = EventProcessor.builder();
          for (int i = 0; i < filters.size(); i++) {
            builder.on(filters.get(i)).named("f" + i).run(event -> {});
          }
          EventProcessor processor = builder.build();
          Map<String, Object> event = RandomCases.map(random, 2);

          assertEquals(chosenByDefinition(filters, event), chosen(processor, event));
        });
  }

  @Test
  void sixtyFourThreadsGetTheSameResultsAsOne() throws Exception {
    Dependency<Object> shared =
        DependencyFactory.of("shared", parameter -> new Object()).named("x");
    for (int i = 0; i < 20; i++) {
      int number = i;
      processors
          .on(eq("n", i))
          .prepare(event -> event.with("twice", 2 * number))
          .with(shared)
          .call((event, dependency) -> List.of(event.get("twice"), event.get("t"), dependency));
    }
    EventProcessor processor = processors.build();
    Object dependency = ((List<?>) processor.invoke(event(0, -1)).get(0).value()).get(2);
    ExecutorService threads = Executors.newFixedThreadPool(64);
    CountDownLatch start = new CountDownLatch(64);
    List<Future<?>> all = new ArrayList<>();

    for (int t = 0; t < 64; t++) {
      int thread = t;
      all.add(
          threads.submit(
              () -> {
                start.countDown();
                start.await();
                for (int i = 0; i < 500; i++) {
                  int n = (thread + i) % 20;
                  Result expected =
                      new Result("processor-" + (n + 1), List.of(2 * n, thread, dependency));
                  assertEquals(List.of(expected), processor.invoke(event(n, thread)));
                }
                return null;
              }));
    }

    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
  }

  private static Map<String, Object> event(int n, int thread) {
    return Map.of("n", n, "t", thread);
  }

  private static List<Filter> distinctFilters(Random random) {
    List<Filter> filters = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      Map<String, Object> conditions = new LinkedHashMap<>();
      for (int j = random.nextInt(4); j > 0; j--) {
        String path = List.of("a", "b", "c", "a.a", "a[0]").get(random.nextInt(5));
        conditions.put(path, random.nextBoolean() ? Filter.ANY : RandomCases.value(random, 0));
      }
      Filter filter = Filter.of(conditions);
      if (!filters.contains(filter)) {
        filters.add(filter);
      }
    }
    return filters;
  }

  private static String chosenByDefinition(List<Filter> filters, Map<String, Object> event) {
    int best = -1;
    for (int i = 0; i < filters.size(); i++) {
      boolean better = best < 0 || filters.get(i).conditions() > filters.get(best).conditions();
      if (better && filters.get(i).matches(Event.of(event))) {
        best = i;
      }
    }
    return best < 0 ? "none" : "f" + best;
  }

  private static String chosen(EventProcessor processor, Map<String, Object> event) {
    try {
      return nameFor(processor, event);
    } catch (NoMatchException none) {
      return "none";
    }
  }

  private static String nameFor(EventProcessor processor, Map<String, ?> event) {
    List<Result> results = processor.invoke(event);
    assertEquals(1, results.size());
    return results.get(0).processor();
  }

  private static void invoke(EventProcessor processor, String value) throws Exception {
    processor.invoke(Map.of("a", value));
  }

  private static void fail(Throwable failure) throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }
}

package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How long dependencies are kept, and what is made ahead. */
class LifetimesTest extends LifetimeCase {

  @Test
  void perInvocationIsOneForAllEventsOfAnInvocationAndAnotherForTheNext() {
    Dependency<Thing> session = thing("session").perInvocation();
    processors.on(exists("a")).with(session).call((event, one) -> one);
    processors.otherwise().with(session).call((event, one) -> one);
    EventProcessor processor = processors.build();

    Object first;
    try (OpenInvocation invocation = processor.open(CALL)) {
      first = invocation.invoke(ONE).get(0).value();
      assertSame(first, invocation.invoke(TWO).get(0).value());
      assertSame(first, invocation.invoke(Event.of(Map.of())).get(0).value());
      assertEquals(List.of("made session"), log);
    }

    assertEquals(List.of("made session", "closed session"), log);
    assertNotSame(first, value(processor, ONE));
    assertNotSame(value(processor, ONE), value(processor, ONE));
  }

  @Test
  void whatDependsOnTheEventIsMadeForEachEvent() {
    Dependency<String> number =
        Dependency.of("number", Dependency.EVENT, event -> event.json("a")).perInvocation();
    Dependency<String> outer =
        Dependency.of("outer", number, Dependency.INVOCATION, (n, call) -> call.id() + n)
            .perInvocation();
    processors.on(any()).with(outer).with(number).call((event, a, b) -> a + " " + b);
    EventProcessor processor = processors.build();

    try (OpenInvocation invocation = processor.open(CALL)) {
      assertEquals("call-11 1", invocation.invoke(ONE).get(0).value());
      assertEquals("call-12 2", invocation.invoke(TWO).get(0).value());
    }
  }

  @Test
  void theEventIsTheOneThatTheFiltersSaw() {
    processors.prepare(event -> event.with("lifted", 1));
    processors
        .on(exists("lifted"))
        .prepare(event -> event.with("mine", 1))
        .with(Dependency.EVENT)
        .call((event, seen) -> seen.has("lifted") + " " + seen.has("mine"));

    assertEquals("true false", value(processors.build(), ONE));
  }

  @Test
  void uncachedIsMadeForEachThatNeedsItAndClosedAtTheEventsEnd() {
    Dependency<Thing> fresh = thing("fresh").uncached();
    processors.on(any()).with(fresh).with(fresh).call((event, a, b) -> a == b);

    assertEquals(false, value(processors.build(), ONE));
    assertEquals(List.of("made fresh", "made fresh", "closed fresh", "closed fresh"), log);
  }

  @Test
  void uncachedInsideOfSomethingLivesAsLongAsThat() {
    Dependency<Thing> fresh = thing("fresh").uncached();
    Dependency<Thing> kept = Dependency.of("kept", fresh, inner -> new Thing("kept"));
    processors.on(any()).with(kept).run((event, one) -> log.add("run"));
    EventProcessor processor = processors.build();

    processor.invoke(ONE);
    processor.invoke(TWO);
    assertEquals(List.of("made fresh", "made kept", "run", "run"), log);
    processor.close();

    assertEquals(
        List.of("made fresh", "made kept", "run", "run", "closed kept", "closed fresh"), log);
  }

  @Test
  void whatNeedsNothingOfAnInvocationGetsTheApplicationsOwn() {
    List<Dependencies> seen = new ArrayList<>();
    processors.on(exists("a")).needs(thing("client")).process((event, all) -> seen.add(all));
    processors.otherwise().with(thing("session").perInvocation()).run((event, session) -> {});
    EventProcessor processor = processors.build();

    processor.invoke(ONE);
    processor.invoke(TWO);

    assertSame(seen.get(0), seen.get(1)); // Nothing is allocated for an invocation.
  }

  @Test
  void aProcessorDoesNotGetWhatOnlyAnotherOneDeclares() {
    Dependency<Thing> session = thing("session").perInvocation();
    processors.on(exists("a")).process((event, all) -> all.get(session));
    processors.otherwise().with(session).run((event, mine) -> {});
    EventProcessor processor = processors.build();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> processor.invoke(ONE));

    assertEquals(ErrorId.DEPENDENCY_UNDECLARED, thrown.id());
  }

  @Test
  void whoNeedsNothingLoadsNothingForIt() throws Exception {
    List<Class<?>> forNeeds =
        List.of(
            Dependency.class,
            Dependency.Recipe.class,
            DependencyCheck.class,
            Overrides.class,
            Step.class,
            Closing.class,
            Wiring.Node.class);
    Isolated nothing = Isolated.all();
    nothing.run(Probes.NeedsNothing.class);
    Isolated something = Isolated.all();
    something.run(Probes.UsesNoType.class);

    assertTrue(something.loaded().contains(Closing.class.getName()));
    for (Class<?> type : forNeeds) {
      assertFalse(nothing.loaded().contains(type.getName()), type::getName);
    }
  }

  @Test
  void primingMakesWhatAsksForItAndWhatThatNeeds() {
    Dependency<Thing> inner = thing("inner");
    Dependency<Thing> ahead = Dependency.of("ahead", inner, one -> new Thing("ahead")).primed();
    processors.on(any()).with(ahead).with(thing("late")).run((event, a, b) -> {});
    EventProcessor processor = processors.build();

    processor.prime();
    processor.prime();
    assertEquals(List.of("made inner", "made ahead"), log);
    processor.invoke(ONE);

    assertEquals(List.of("made inner", "made ahead", "made late"), log);
  }

  @Test
  void primingTriesEverythingAndFailuresAreTriedAgain() {
    AtomicInteger calls = new AtomicInteger();
    DependencyFactory<String> flaky =
        DependencyFactory.<String>of(
                "flaky",
                name -> {
                  if (calls.incrementAndGet() < 3) {
                    throw new IOException("no network");
                  }
                  return name;
                })
            .primed();
    processors.on(any()).with(flaky.named("a")).with(flaky.named("b")).call((event, a, b) -> a + b);
    EventProcessor processor = processors.build();

    DependencyException thrown = assertThrows(DependencyException.class, processor::prime);

    assertEquals("flaky(\"a\")", thrown.dependency());
    assertEquals(1, thrown.getSuppressed().length);
    assertEquals("ab", value(processor, ONE));
  }
}

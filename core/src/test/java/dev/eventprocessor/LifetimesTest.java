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
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How long dependencies are kept, when they are closed, and what they may be made of. */
class LifetimesTest {

  private static final Event ONE = Event.of(Map.of("a", 1));
  private static final Event TWO = Event.of(Map.of("a", 2));
  private static final Invocation CALL = new Invocation("call-1", null, null, null);

  private final List<String> log = new ArrayList<>();
  private final EventProcessor.Builder processors = EventProcessor.builder();

  /** Says when it is made and closed; cannot be told from another one but by identity. */
  private final class Thing implements AutoCloseable {
    private final String name;

    Thing(String name) {
      this.name = name;
      log.add("made " + name);
    }

    @Override
    public void close() throws IOException {
      log.add("closed " + name);
      if (name.startsWith("bad")) {
        throw new IOException("cannot close " + name);
      }
    }
  }

  private Dependency<Thing> thing(String name) {
    return Dependency.of(name, () -> new Thing(name));
  }

  @Test
  void aDependencyIsMadeOutOfOthers() {
    Dependency<String> one = Dependency.of("one", () -> "1");
    Dependency<String> two = Dependency.of("two", one, first -> first + "2");
    Dependency<String> three = Dependency.of("three", one, two, (a, b) -> a + b + "3");
    processors.on(any()).with(three).call((event, all) -> all);

    assertEquals("1123", value(processors.build(), ONE));
  }

  @Test
  void aFactoryIsGivenItsParameterAndWhatItNeeds() {
    Dependency<String> http = Dependency.of("http", () -> "http");
    DependencyFactory<String> secret = DependencyFactory.of("secret", name -> "secret-" + name);
    DependencyFactory<String> plain =
        DependencyFactory.of("plain", http, (name, one) -> name + one);
    DependencyFactory<String> general =
        DependencyFactory.needing(
            "general",
            name -> List.of(http, secret.named(name)),
            (name, needed) -> name + needed.get(http) + needed.get(secret.named(name)));
    processors
        .on(any())
        .with(plain.named("x"))
        .with(general.named("y"))
        .call((event, a, b) -> a + " " + b);

    assertEquals("xhttp yhttpsecret-y", value(processors.build(), ONE));
  }

  @Test
  void aFactoryFindsOnlyWhatItDeclares() {
    Dependency<String> declared = Dependency.of("declared", () -> "");
    Dependency<String> other = Dependency.of("other", () -> "");
    Dependency<String> greedy =
        DependencyFactory.<String>needing(
                "greedy", name -> List.of(declared), (name, needed) -> needed.get(other))
            .unnamed();
    processors.on(any()).with(greedy).with(other).call((event, a, b) -> a);
    EventProcessor processor = processors.build();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> processor.invoke(ONE));

    assertEquals(ErrorId.DEPENDENCY_UNDECLARED, thrown.id());
    assertTrue(thrown.getMessage().contains("factory of greedy"), thrown.getMessage());
  }

  @Test
  void aFailureIsToldByTheNameOfWhatFailed() {
    IOException cause = new IOException("no network");
    Dependency<String> broken =
        Dependency.of(
            "broken",
            () -> {
              throw cause;
            });
    processors
        .on(any())
        .with(Dependency.of("outer", broken, inner -> inner))
        .run((event, all) -> {});
    EventProcessor processor = processors.build();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> processor.invoke(ONE));

    assertEquals("broken", thrown.dependency());
    assertSame(cause, thrown.getCause());
  }

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
  void whatAFailedFactoryNeededIsClosedAtOnce() {
    Dependency<String> failing =
        Dependency.of(
            "failing",
            thing("fresh").uncached(),
            inner -> {
              throw new IOException("no network");
            });
    processors.on(any()).with(failing).run((event, one) -> {});
    EventProcessor processor = processors.build();

    assertThrows(DependencyException.class, () -> processor.invoke(ONE));

    assertEquals(List.of("made fresh", "closed fresh"), log);
  }

  @Test
  void closingGoesBackwardsAndPastFailures() {
    Dependency<Thing> first = thing("first");
    Dependency<Thing> bad = Dependency.of("bad1", first, one -> new Thing("bad1"));
    Dependency<Thing> worse = Dependency.of("bad2", bad, one -> new Thing("bad2"));
    processors.on(any()).with(worse).run((event, all) -> {});
    EventProcessor processor = processors.build();
    processor.invoke(ONE);

    DependencyException thrown = assertThrows(DependencyException.class, processor::close);

    assertEquals(ErrorId.DEPENDENCY_CLOSE_FAILED, thrown.id());
    assertEquals("bad2", thrown.dependency());
    assertEquals("cannot close bad2", thrown.getCause().getMessage());
    assertEquals("cannot close bad1", thrown.getSuppressed()[0].getCause().getMessage());
    assertEquals(List.of("closed bad2", "closed bad1", "closed first"), log.subList(3, 6));
  }

  @Test
  void closingTwiceClosesOnceAndClosingWithoutUseClosesNothing() {
    processors.on(any()).with(thing("client")).run((event, client) -> {});
    EventProcessor processor = processors.build();
    EventProcessor unused = processors.build();
    processor.invoke(ONE);

    processor.close();
    processor.close();
    unused.close();

    assertEquals(List.of("made client", "closed client"), log);
  }

  @Test
  void aClosedRegistryMakesNothingAnyMore() {
    processors.on(any()).with(thing("client")).run((event, client) -> {});
    EventProcessor processor = processors.build();
    processor.invoke(ONE);
    processor.close();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> processor.invoke(ONE));

    assertEquals(ErrorId.DEPENDENCY_CLOSED, thrown.id());
    assertEquals(List.of("made client", "closed client"), log);
  }

  @Test
  void anInvocationIsClosedAlsoWhenTheProcessorThrows() {
    IOException failure = new IOException("processor");
    processors
        .on(any())
        .with(thing("bad").perInvocation())
        .with(Dependency.of("cart", Dependency.EVENT, event -> new Thing("cart")).perInvocation())
        .run(
            (event, bad, cart) -> {
              throw failure;
            });
    EventProcessor processor = processors.build();

    IOException thrown = assertThrows(IOException.class, () -> processor.invoke(ONE));

    assertSame(failure, thrown);
    assertEquals("bad", ((DependencyException) thrown.getSuppressed()[0]).dependency());
    assertEquals(List.of("made bad", "made cart", "closed cart", "closed bad"), log);
  }

  @Test
  void aProcessorWhoseDependencyCannotBeClosedHasFailed() {
    processors.on(any()).with(thing("bad").perInvocation()).run((event, bad) -> log.add("run"));
    EventProcessor processor = processors.build();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> processor.invoke(ONE));

    assertEquals(ErrorId.DEPENDENCY_CLOSE_FAILED, thrown.id());
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

  @Test
  void manyThreadsMakeAnApplicationsDependencyOnceForEachParameter() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Dependency<Object> shared =
        Dependency.of(
            "shared",
            () -> {
              calls.incrementAndGet();
              return new Object();
            });
    DependencyFactory<Object> client =
        DependencyFactory.of(
            "client",
            shared,
            (name, inner) -> {
              calls.incrementAndGet();
              return new Object();
            });
    for (int i = 0; i < 4; i++) {
      processors.on(Filters.eq("a", i)).with(client.named("c" + i)).call((event, made) -> made);
    }
    EventProcessor processor = processors.build();
    List<Object> made = in64Threads(i -> value(processor, Event.of(Map.of("a", i % 4))));

    assertEquals(5, calls.get());
    assertEquals(4, made.stream().distinct().count());
  }

  @Test
  void nothingOfAnInvocationIsSeenByAnotherOne() throws Exception {
    Dependency<Object[]> session =
        Dependency.of("session", Dependency.INVOCATION, call -> new Object[] {call.id()})
            .perInvocation();
    Dependency<String> number =
        Dependency.of("number", Dependency.EVENT, event -> event.json("a")).perInvocation();
    processors.on(any()).with(session).with(number).call((event, one, n) -> List.of(one, n));
    EventProcessor processor = processors.build();

    List<Object> sessions =
        in64Threads(
            i -> {
              Object mine = null;
              try (OpenInvocation call =
                  processor.open(new Invocation("call-" + i, null, null, null))) {
                for (int event = 0; event < 50; event++) {
                  int n = i * 1000 + event;
                  List<?> got = (List<?>) call.invoke(Event.of(Map.of("a", n))).get(0).value();
                  assertTrue(mine == null || mine == got.get(0));
                  mine = got.get(0);
                  assertEquals("call-" + i, ((Object[]) mine)[0]);
                  assertEquals("" + n, got.get(1));
                }
              }
              return mine;
            });

    assertEquals(64, sessions.stream().distinct().count());
  }

  @Test
  void eventsOfOneInvocationMayRunAtTheSameTime() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Dependency<Object> session =
        Dependency.of("session", () -> (Object) calls.incrementAndGet()).perInvocation();
    processors.on(any()).with(session).call((event, one) -> one);
    EventProcessor processor = processors.build();

    try (OpenInvocation call = processor.open(CALL)) {
      assertEquals(
          1, in64Threads(i -> call.invoke(ONE).get(0).value()).stream().distinct().count());
    }
    assertEquals(1, calls.get());
  }

  private interface Work {
    Object run(int thread) throws Exception;
  }

  private static List<Object> in64Threads(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      CyclicBarrier start = new CyclicBarrier(64);
      List<Future<Object>> running = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        int thread = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.run(thread);
                }));
      }
      List<Object> results = new ArrayList<>();
      for (Future<Object> one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Object value(EventProcessor processor, Event event) {
    return processor.invoke(event, CALL).get(0).value();
  }
}

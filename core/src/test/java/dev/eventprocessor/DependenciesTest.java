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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DependenciesTest {

  private final List<String> made = new ArrayList<>();
  private final DependencyFactory<String> factory =
      DependencyFactory.of(
          "client",
          parameter -> {
            made.add(parameter);
            return "client-" + parameter;
          });
  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  void theProcessorReceivesWhatTheFactoryMadeWithItsParameter() {
    processors.on(any()).with(factory.named("slack")).call((event, client) -> client);

    assertEquals("client-slack", valueFor(processors.build(), "a"));
  }

  @Test
  void dependenciesComeInTheOrderInWhichTheyAreNamed() {
    processors
        .on(any())
        .with(factory.named("b"))
        .with(factory.named("a"))
        .call((event, first, second) -> first + " " + second);

    assertEquals("client-b client-a", valueFor(processors.build(), "a"));
    assertEquals(List.of("b", "a"), made);
  }

  @Test
  void runTakesDependenciesToo() {
    List<String> seen = new ArrayList<>();
    processors.on(exists("a")).with(factory.named("x")).run((event, client) -> seen.add(client));
    processors
        .on(exists("b"))
        .with(factory.named("y"))
        .with(factory.named("z"))
        .run((event, first, second) -> seen.add(first + " " + second));
    EventProcessor processor = processors.build();

    assertNull(valueFor(processor, "a"));
    assertNull(valueFor(processor, "b"));
    assertEquals(List.of("client-x", "client-y client-z"), seen);
  }

  @Test
  void eachParameterIsMadeOnceForARegistryWhenFirstNeeded() {
    processors.on(exists("a")).with(factory.named("x")).call((event, client) -> client);
    processors.on(exists("b")).with(factory.named("x")).call((event, client) -> client);
    processors.on(exists("c")).with(factory.named("y")).call((event, client) -> client);
    EventProcessor processor = processors.build();
    assertEquals(List.of(), made);

    Object first = valueFor(processor, "a");

    assertSame(first, valueFor(processor, "a"));
    assertSame(first, valueFor(processor, "b"));
    assertEquals(List.of("x"), made);
    assertEquals("client-y", valueFor(processor, "c"));
    assertEquals(List.of("x", "y"), made);
  }

  @Test
  void anotherRegistryMakesItsOwn() {
    processors.on(any()).with(factory.named("x")).call((event, client) -> client);

    valueFor(processors.build(), "a");
    valueFor(processors.build(), "a");

    assertEquals(List.of("x", "x"), made);
  }

  @Test
  void whatAProcessorNeedsItAsksFor() {
    Dependency<String> one = factory.named("1");
    Dependency<String> two = factory.named("2");
    Dependency<String> three = factory.named("3");
    processors
        .on(any())
        .needs(one, two)
        .needs(three)
        .process((event, all) -> List.of(all.get(three), all.get(one), all.get(one)));

    assertEquals(List.of("client-3", "client-1", "client-1"), valueFor(processors.build(), "a"));
    assertEquals(List.of("3", "1"), made);
  }

  @Test
  void aDependencyThatNobodyDeclaresIsRefused() {
    Dependency<String> declared = factory.named("declared");
    Dependency<String> other = factory.named("other");
    processors.on(any()).needs(declared).process((event, all) -> all.get(other));
    EventProcessor processor = processors.build();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> valueFor(processor, "a"));

    assertEquals(ErrorId.DEPENDENCY_UNDECLARED, thrown.id());
    assertEquals("client(\"other\")", thrown.dependency());
    assertTrue(thrown.getMessage().contains("client(\"declared\")"), thrown.getMessage());
    assertEquals(List.of(), made);
  }

  @Test
  void aFactoryThatFailsIsNamedAndTriedAgain() {
    AtomicInteger calls = new AtomicInteger();
    IOException cause = new IOException("no network");
    Dependency<String> flaky =
        DependencyFactory.of(
                "flaky",
                parameter -> {
                  if (calls.incrementAndGet() < 3) {
                    throw cause;
                  }
                  return "ready";
                })
            .named("x");
    processors.on(any()).with(flaky).call((event, ready) -> ready);
    EventProcessor processor = processors.build();

    for (int i = 0; i < 2; i++) {
      DependencyException thrown =
          assertThrows(DependencyException.class, () -> valueFor(processor, "a"));
      assertEquals(ErrorId.DEPENDENCY_FAILED, thrown.id());
      assertEquals("flaky(\"x\")", thrown.dependency());
      assertSame(cause, thrown.getCause());
    }
    assertEquals("ready", valueFor(processor, "a"));
    assertEquals("ready", valueFor(processor, "a"));
    assertEquals(3, calls.get());
  }

  @Test
  void aMissingLibraryOfAFactoryNamesTheDependency() {
    Dependency<String> broken =
        DependencyFactory.<String>of(
                "broken",
                parameter -> {
                  throw new NoClassDefFoundError("vendor/Client");
                })
            .named("x");
    processors.on(any()).with(broken).call((event, client) -> client);
    EventProcessor processor = processors.build();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> valueFor(processor, "a"));

    assertEquals("broken(\"x\")", thrown.dependency());
    assertTrue(thrown.getCause() instanceof NoClassDefFoundError);
  }

  @Test
  void aFactoryThatReturnsNothingIsTold() {
    Dependency<String> empty = DependencyFactory.<String>of("empty", parameter -> null).named("x");
    processors.on(any()).with(empty).call((event, client) -> client);
    EventProcessor processor = processors.build();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> valueFor(processor, "a"));

    assertEquals(ErrorId.DEPENDENCY_FAILED, thrown.id());
    assertNull(thrown.getCause());
  }

  @Test
  void anInterruptedFactoryLeavesTheThreadInterrupted() {
    Dependency<String> slow =
        DependencyFactory.<String>of(
                "slow",
                parameter -> {
                  throw new InterruptedException("stop");
                })
            .named("x");
    processors.on(any()).with(slow).call((event, client) -> client);
    EventProcessor processor = processors.build();

    assertThrows(DependencyException.class, () -> valueFor(processor, "a"));

    assertTrue(Thread.interrupted());
  }

  @Test
  void aProcessorThatIsNotChosenCostsNoDependency() {
    processors.on(exists("a")).with(factory.named("x")).call((event, client) -> client);
    processors.otherwise().run(event -> {});

    processors.build().invoke(Map.of());

    assertEquals(List.of(), made);
  }

  @Test
  void otherwiseHasDependenciesToo() {
    processors.otherwise().with(factory.named("x")).call((event, client) -> client);

    assertEquals("client-x", valueFor(processors.build(), "a"));
  }

  @Test
  void manyThreadsMakeADependencyOnce() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Dependency<Object> shared =
        DependencyFactory.of(
                "shared",
                parameter -> {
                  calls.incrementAndGet();
                  return new Object();
                })
            .named("x");
    processors.on(any()).with(shared).call((event, made) -> made);
    EventProcessor processor = processors.build();
    ExecutorService threads = Executors.newFixedThreadPool(32);
    CountDownLatch start = new CountDownLatch(32);
    List<Future<Object>> all = new ArrayList<>();

    for (int i = 0; i < 32; i++) {
      all.add(
          threads.submit(
              () -> {
                start.countDown();
                start.await();
                return valueFor(processor, "a");
              }));
    }

    for (Future<Object> one : all) {
      assertSame(all.get(0).get(), one.get());
    }
    assertEquals(1, calls.get());
    threads.shutdown();
  }

  @Test
  void dependenciesAreEqualByFactoryAndParameter() {
    Dependency.Maker1<String, String> maker = parameter -> parameter;
    DependencyFactory<String> one = DependencyFactory.of("one", maker);

    assertEquals(one.named("x"), one.named("x"));
    assertEquals(one.named("x").hashCode(), one.named("x").hashCode());
    assertNotEquals(one.named("x"), one.named("y"));
    assertNotEquals(one.named("x"), DependencyFactory.of("two", maker).named("x"));
    assertNotEquals(one.named("x"), DependencyFactory.of("one", p -> p).named("x"));
    assertNotEquals((Object) "x", one.named("x"));
    assertEquals("one(\"x\")", one.named("x").toString());
  }

  private static Object valueFor(EventProcessor processor, String key) {
    return processor.invoke(Map.of(key, 1)).get(0).value();
  }
}

package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When dependencies are closed, in which order, and what becomes of failures. */
class ClosingTest extends LifetimeCase {

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
}

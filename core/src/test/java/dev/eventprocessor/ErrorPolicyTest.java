package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.InvocationStrategy.ALL_MATCHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPolicyTest {

  private final EventProcessor.Builder processors = EventProcessor.builder();
  private final IOException failure = new IOException("no network");

  @Test
  void withoutAPolicyFailuresBubble() {
    failing("one");

    assertSame(failure, assertThrows(IOException.class, () -> invoke(processors.build())));
  }

  @ParameterizedTest
  @EnumSource
  void bubblingFailuresAreThrownAsTheyAreUnderEveryStrategy(InvocationStrategy strategy) {
    processors.strategy(strategy).onError(ErrorPolicy.bubble());
    failing("one");

    assertSame(failure, assertThrows(IOException.class, () -> invoke(processors.build())));
    assertEquals(0, failure.getSuppressed().length);
  }

  @ParameterizedTest
  @EnumSource
  void capturedFailuresAreInTheResultUnderEveryStrategy(InvocationStrategy strategy) {
    processors.strategy(strategy).onError(ErrorPolicy.capture());
    failing("one");

    Result result = processors.build().invoke(Map.of()).get(0);

    assertEquals(new Result("one", null, failure), result);
    assertTrue(result.hasFailure());
  }

  @ParameterizedTest
  @EnumSource
  void theTypesOfAPolicyCountUnderEveryStrategy(InvocationStrategy strategy) throws Exception {
    processors.strategy(strategy).onError(ErrorPolicy.captureOnly(IOException.class));
    processors.on(exists("io")).run(event -> fail(new FileNotFoundException("gone")));
    processors.on(exists("other")).run(event -> fail(new IllegalStateException("other")));
    EventProcessor processor = processors.build();

    assertTrue(processor.invoke(Map.of("io", 1)).get(0).hasFailure());
    assertThrows(IllegalStateException.class, () -> processor.invoke(Map.of("other", 1)));
  }

  @Test
  void aPolicyIsAPredicate() {
    Exception io = new FileNotFoundException("a subclass of IOException");
    Exception other = new IllegalStateException("other");

    assertFalse(ErrorPolicy.bubble().captures(io));
    assertTrue(ErrorPolicy.capture().captures(io));
    assertFalse(ErrorPolicy.bubbleOnly(IOException.class, Error1.class).captures(io));
    assertTrue(ErrorPolicy.bubbleOnly(IOException.class, Error1.class).captures(other));
    assertTrue(ErrorPolicy.captureOnly(Error1.class, IOException.class).captures(io));
    assertFalse(ErrorPolicy.captureOnly(Error1.class, IOException.class).captures(other));
    assertTrue(ErrorPolicy.bubbleOnly().captures(io));
    assertFalse(ErrorPolicy.captureOnly().captures(io));
  }

  @Test
  void theOthersStillRunWhereAFailureIsCaptured() {
    processors.strategy(ALL_MATCHES).onError(ErrorPolicy.capture());
    processors.on(any()).named("before").call(event -> 1);
    failing("fails");
    processors.on(any()).named("after").call(event -> 2);

    assertEquals(
        List.of(
            new Result("before", 1), new Result("fails", null, failure), new Result("after", 2)),
        processors.build().invoke(Map.of()));
  }

  @Test
  void aBubblingFailureStopsTheOthersAndCarriesTheResultsSoFar() {
    List<String> ran = new ArrayList<>();
    processors.strategy(ALL_MATCHES);
    processors.on(any()).named("before").call(event -> 1);
    failing("fails");
    processors.on(any()).named("after").run(event -> ran.add("after"));

    IOException thrown = assertThrows(IOException.class, () -> invoke(processors.build()));

    assertSame(failure, thrown);
    assertEquals(List.of(), ran);
    DispatchStoppedException note = DispatchStoppedException.of(thrown);
    assertNotNull(note);
    assertEquals(ErrorId.DISPATCH_STOPPED, note.id());
    assertEquals(List.of(new Result("before", 1)), note.results());
    assertEquals(List.of("after"), note.skipped());
  }

  @Test
  void anExceptionThatIsThrownAgainAndAgainDoesNotGrow() {
    processors.strategy(ALL_MATCHES);
    processors.on(any()).named("before").run(event -> {});
    failing("fails");
    EventProcessor processor = processors.build();

    for (int i = 0; i < 10; i++) {
      assertThrows(IOException.class, () -> invoke(processor));
    }

    assertEquals(1, failure.getSuppressed().length);
  }

  @Test
  void whereASingleOneRunsAFailureCarriesNothing() {
    failing("one");

    IOException thrown = assertThrows(IOException.class, () -> invoke(processors.build()));

    assertNull(DispatchStoppedException.of(thrown));
  }

  @Test
  void anErrorIsNeverCapturedButTellsWhatRanBefore() {
    processors.strategy(ALL_MATCHES).onError(ErrorPolicy.capture());
    processors.on(any()).named("before").call(event -> 1);
    StackOverflowError error = new StackOverflowError("deep");
    processors.on(any()).named("fails").run(event -> raise(error));

    assertSame(error, assertThrows(StackOverflowError.class, () -> invoke(processors.build())));

    assertEquals(List.of(new Result("before", 1)), DispatchStoppedException.of(error).results());
  }

  @Test
  void aDependencyThatCannotBeHadIsAFailureOfItsProcessor() {
    processors.strategy(ALL_MATCHES).onError(ErrorPolicy.capture());
    processors
        .on(any())
        .with(DependencyFactory.<String>of("client", parameter -> null).named("x"))
        .call((event, client) -> client);
    processors.on(any()).named("after").call(event -> 2);

    List<Result> results = processors.build().invoke(Map.of());

    assertEquals(DependencyException.class, results.get(0).failure().getClass());
    assertEquals(new Result("after", 2), results.get(1));
  }

  @Test
  void aStepOfTheRegistrationIsPartOfItsProcessor() {
    processors.strategy(ALL_MATCHES).onError(ErrorPolicy.capture());
    processors.on(any()).prepare(event -> raised(failure)).named("throws").run(event -> {});
    processors.on(any()).prepare(event -> null).named("nothing").run(event -> {});

    List<Result> results = processors.build().invoke(Map.of());

    assertSame(failure, results.get(0).failure());
    assertEquals(
        ErrorId.STEP_RETURNED_NULL, ((EventProcessorException) results.get(1).failure()).id());
  }

  @Test
  void aStepOfTheRegistryComesBeforeAnyProcessorAndBubbles() {
    processors.onError(ErrorPolicy.capture());
    processors.prepare(event -> raised(failure));
    processors.on(any()).run(event -> {});

    assertSame(failure, assertThrows(IOException.class, () -> invoke(processors.build())));
  }

  @Test
  void ambiguityIsNeverCaptured() {
    processors.strategy(InvocationStrategy.FAIL_IF_AMBIGUOUS).onError(ErrorPolicy.capture());
    processors.on(exists("a")).run(event -> {});
    processors.on(exists("b")).run(event -> {});
    EventProcessor processor = processors.build();

    assertThrows(AmbiguousMatchException.class, () -> processor.invoke(Map.of("a", 1, "b", 1)));
  }

  @Test
  void thePolicyOfARegistrationCountsBeforeTheRegistrys() {
    processors.onError(ErrorPolicy.capture());
    processors
        .on(exists("a"))
        .onError(ErrorPolicy.bubbleOnly(IOException.class))
        .run(event -> fail(failure));
    processors.otherwise().run(event -> fail(failure));
    EventProcessor processor = processors.build();

    assertThrows(IOException.class, () -> processor.invoke(Map.of("a", 1)));
    assertTrue(processor.invoke(Map.of()).get(0).hasFailure());
  }

  @Test
  void aCapturedInterruptionLeavesTheThreadInterrupted() {
    processors.onError(ErrorPolicy.capture());
    processors.on(any()).run(event -> fail(new InterruptedException("stop")));

    Result result = processors.build().invoke(Map.of()).get(0);

    assertTrue(Thread.interrupted());
    assertTrue(result.hasFailure());
  }

  @Test
  void aPolicyIsPrintedAsItReads() {
    assertEquals("bubble", ErrorPolicy.bubble().toString());
    assertEquals("capture", ErrorPolicy.capture().toString());
    assertEquals(
        "bubble only IOException, IllegalStateException",
        ErrorPolicy.bubbleOnly(IOException.class, IllegalStateException.class).toString());
    assertEquals("capture only IOException", ErrorPolicy.captureOnly(IOException.class).toString());
  }

  /** Another type. */
  private static final class Error1 extends Exception {
    private static final long serialVersionUID = 1;
  }

  private void failing(String name) {
    processors.on(any()).named(name).run(event -> fail(failure));
  }

  private static void invoke(EventProcessor processor) throws Exception {
    processor.invoke(Map.of());
  }

  private static void fail(Exception failure) throws Exception {
    throw failure;
  }

  private static void raise(Error error) {
    throw error;
  }

  private static Event raised(Exception failure) {
    throw dev.eventprocessor.spi.Failures.unchecked(failure);
  }
}

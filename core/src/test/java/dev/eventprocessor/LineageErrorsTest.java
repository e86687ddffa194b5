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

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What event-processor 3.2.1 for Python asserts of its error strategies and results, case by case,
 * by the names of its test groups. Where this library deliberately answers otherwise, the case says
 * so and docs/DECISIONS.md says why.
 */
class LineageErrorsTest extends LineageCase {

  @Test
  @DisplayName("ERR-01 bubble raises")
  void bubbleRaises() {
    EventProcessor processor = failing(ErrorPolicy.bubble());

    assertThrows(IllegalStateException.class, () -> processor.invoke(Map.of()));
  }

  @Test
  @DisplayName("ERR-02, ERR-03 without an error the value is in the result")
  void withoutAnErrorTheValueIsInTheResult() {
    for (ErrorPolicy policy : List.of(ErrorPolicy.bubble(), ErrorPolicy.capture())) {
      EventProcessor.Builder builder = EventProcessor.builder().onError(policy);
      builder.on(any()).named("ok").call(event -> 1);

      assertEquals(List.of(new Result("ok", 1)), builder.build().invoke(Map.of()));
    }
  }

  @Test
  @DisplayName("ERR-04 capture returns the exception and no value")
  void captureReturnsTheException() {
    Result result = failing(ErrorPolicy.capture()).invoke(Map.of()).get(0);

    assertTrue(result.failure() instanceof IllegalStateException);
    assertNull(result.value());
  }

  @Test
  @DisplayName("ERR-05 bubble only: the given type, subclasses included, propagates")
  void bubbleOnlyTheGivenType() {
    EventProcessor processor = failing(ErrorPolicy.bubbleOnly(RuntimeException.class));

    assertThrows(IllegalStateException.class, () -> processor.invoke(Map.of()));
  }

  @Test
  @DisplayName("ERR-06 bubble only: others are captured")
  void bubbleOnlyCapturesOthers() {
    EventProcessor processor = failing(ErrorPolicy.bubbleOnly(ArithmeticException.class));

    assertTrue(processor.invoke(Map.of()).get(0).hasFailure());
  }

  @Test
  @DisplayName("ERR-07 capture only: the given type is captured")
  void captureOnlyTheGivenType() {
    EventProcessor processor = failing(ErrorPolicy.captureOnly(IllegalStateException.class));

    assertTrue(processor.invoke(Map.of()).get(0).hasFailure());
  }

  @Test
  @DisplayName("ERR-08 capture only: others propagate")
  void captureOnlyLetsOthersPropagate() {
    EventProcessor processor = failing(ErrorPolicy.captureOnly(ArithmeticException.class));

    assertThrows(IllegalStateException.class, () -> processor.invoke(Map.of()));
  }

  @Test
  @DisplayName("RES-01 name, value and exception are stored")
  void aResultStoresWhatItIsGiven() {
    Exception failure = new Exception("failure");
    Result result = new Result("name", 1, failure);

    assertEquals("name", result.processor());
    assertEquals(1, result.value());
    assertSame(failure, result.failure());
  }

  @Test
  @DisplayName("RES-02, RES-03 the flag with and without an exception")
  void theFlagOfAResult() {
    assertTrue(new Result("name", null, new Exception("failure")).hasFailure());
    assertFalse(new Result("name", null).hasFailure());
  }

  @Test
  @DisplayName("2.4 a first match that fails does not fall back to the next")
  void aFirstMatchThatFailsDoesNotFallBack() {
    processors.onError(ErrorPolicy.capture());
    processors.on(exists("a")).named("one").run(event -> raise());
    processors.on(eq("a", 1)).named("two").run(event -> ran.add("two"));

    assertEquals(List.of("one"), names(Map.of("a", 1)));
    assertEquals(List.of(), ran);
  }

  @Test
  @DisplayName("2.5 the library's own errors of a processor are captured, too")
  void theLibrarysOwnErrorsAreCaptured() {
    processors.onError(ErrorPolicy.capture());
    processors.on(any()).call(event -> event.text("missing"));

    Result result = processors.build().invoke(Map.of()).get(0);

    assertTrue(result.failure() instanceof InvalidEventException);
  }

  private EventProcessor failing(ErrorPolicy policy) {
    processors.onError(policy);
    processors.on(any()).run(event -> raise());
    return processors.build();
  }

  private static void raise() {
    throw new IllegalStateException("failed");
  }
}

package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.InvocationStrategy.ALL_MATCHES;
import static dev.eventprocessor.InvocationStrategy.FAIL_IF_AMBIGUOUS;
import static dev.eventprocessor.InvocationStrategy.FIRST_MATCH;
import static dev.eventprocessor.InvocationStrategy.SKIP_IF_AMBIGUOUS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvocationStrategyTest {

  private static final Map<String, Object> BOTH = Map.of("a", "s3cret", "b", 1);

  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  void aHigherRankRunsBeforeMoreConditions() {
    processors.on(exists("b").and(exists("c"))).named("two").run(event -> {});
    processors.on(exists("a")).rank(1).named("ranked").run(event -> {});
    processors.on(exists("b")).rank(-1).named("low").run(event -> {});

    assertEquals(List.of("ranked"), names(Map.of("a", 1, "b", 1, "c", 1)));
    assertEquals(List.of("two"), names(Map.of("b", 1, "c", 1)));
    assertEquals(List.of("low"), names(Map.of("b", 1)));
  }

  @Test
  void ranksOrderOverTheirWholeRange() {
    processors.on(exists("a")).rank(Integer.MIN_VALUE).named("lowest").run(event -> {});
    processors.on(exists("b")).rank(Integer.MAX_VALUE).named("highest").run(event -> {});

    assertEquals(List.of("highest"), names(BOTH));
  }

  @Test
  void allMatchesRunMostConditionsFirstThenInOrderOfRegistration() {
    processors.strategy(ALL_MATCHES);
    processors.on(exists("a")).named("first").run(event -> {});
    processors.on(exists("b")).named("second").run(event -> {});
    processors.on(exists("c")).named("other").run(event -> {});
    processors.on(exists("a").and(exists("b"))).named("specific").run(event -> {});
    processors.on(any()).named("any").run(event -> {});

    assertEquals(List.of("specific", "first", "second", "any"), names(BOTH));
  }

  @Test
  void allMatchesAreThoseOfTheHighestRankThatMatches() {
    processors.strategy(ALL_MATCHES);
    processors.on(exists("c")).rank(2).named("top").run(event -> {});
    processors.on(exists("a")).rank(1).named("one").run(event -> {});
    processors.on(exists("b")).rank(1).named("two").run(event -> {});
    processors.on(any()).named("fallback").run(event -> {});

    assertEquals(List.of("one", "two"), names(BOTH));
    assertEquals(List.of("fallback"), names(Map.of()));
  }

  @Test
  void equalFiltersAllRunUnderAllMatches() {
    processors.strategy(ALL_MATCHES);
    processors.on(exists("a")).named("one").run(event -> {});
    processors.on(exists("a")).named("two").run(event -> {});

    assertEquals(List.of("one", "two"), names(BOTH));
  }

  @Test
  void whatIsAmbiguousIsSkipped() {
    processors.strategy(SKIP_IF_AMBIGUOUS);
    List<String> ran = new ArrayList<>();
    processors.on(exists("a")).run(event -> ran.add("a"));
    processors.on(exists("b")).run(event -> ran.add("b"));
    processors.otherwise().run(event -> ran.add("otherwise"));

    assertEquals(List.of(), names(BOTH));
    assertEquals(List.of(), ran);
  }

  @Test
  void moreConditionsDoNotMakeAMatchUnique() {
    processors.strategy(SKIP_IF_AMBIGUOUS);
    processors.on(exists("a")).run(event -> {});
    processors.on(exists("b").and(exists("c"))).run(event -> {});

    assertEquals(List.of(), names(Map.of("a", 1, "b", 1, "c", 1)));
  }

  @Test
  void whatIsAmbiguousFailsByNameAndWithoutAValue() {
    processors.strategy(FAIL_IF_AMBIGUOUS);
    List<String> ran = new ArrayList<>();
    processors.on(exists("b")).rank(3).named("one").run(event -> ran.add("one"));
    processors.on(exists("a")).rank(3).named("two").run(event -> ran.add("two"));
    processors.on(exists("c")).rank(3).named("no").run(event -> ran.add("no"));
    processors.on(any()).named("low").run(event -> ran.add("low"));
    EventProcessor processor = processors.build();

    AmbiguousMatchException thrown =
        assertThrows(AmbiguousMatchException.class, () -> processor.invoke(BOTH));

    assertEquals(ErrorId.AMBIGUOUS_MATCH, thrown.id());
    assertEquals(List.of("one", "two"), thrown.processors());
    assertFalse(thrown.getMessage().contains("s3cret"), thrown.getMessage());
    assertEquals(List.of(), ran);
  }

  @ParameterizedTest
  @EnumSource
  void aSingleMatchRunsUnderEveryStrategy(InvocationStrategy strategy) {
    processors.strategy(strategy);
    processors.on(exists("a")).named("a").run(event -> {});
    processors.on(exists("c")).named("c").run(event -> {});
    processors.otherwise().run(event -> {});

    assertEquals(List.of("a"), names(BOTH));
  }

  @ParameterizedTest
  @EnumSource
  void otherwiseRunsAloneWhereNothingMatchesUnderEveryStrategy(InvocationStrategy strategy) {
    processors.strategy(strategy);
    processors.otherwise().run(event -> {});
    processors.on(exists("a")).run(event -> {});

    assertEquals(List.of("otherwise"), names(Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void noMatchIsAnErrorUnderEveryStrategyAndNeverCaptured(InvocationStrategy strategy) {
    processors.strategy(strategy).onError(ErrorPolicy.capture());
    processors.on(exists("a")).run(event -> {});
    EventProcessor processor = processors.build();

    NoMatchException thrown =
        assertThrows(NoMatchException.class, () -> processor.invoke(Map.of()));

    assertEquals(List.of("a"), thrown.paths());
  }

  @ParameterizedTest
  @EnumSource
  void stepsRunOnceForAnEventUnderEveryStrategy(InvocationStrategy strategy) {
    List<String> steps = new ArrayList<>();
    processors.strategy(strategy);
    processors.prepare(
        event -> {
          steps.add("step");
          return event;
        });
    processors.on(exists("a")).run(event -> {});
    processors.on(exists("b")).run(event -> {});
    EventProcessor processor = processors.build();

    try {
      processor.invoke(BOTH);
    } catch (AmbiguousMatchException expectedOfOneStrategy) {
      assertEquals(FAIL_IF_AMBIGUOUS, strategy);
    }

    assertEquals(List.of("step"), steps);
  }

  @Test
  void theFirstMatchIsWhatRunsWithoutAStrategyToo() {
    processors.strategy(FIRST_MATCH);
    processors.on(exists("a")).named("one").run(event -> {});
    processors.on(exists("b")).named("two").run(event -> {});

    assertEquals(List.of("one"), names(BOTH));
  }

  @Test
  void theListenerLearnsEveryProcessorBeforeItRuns() {
    List<String> log = new ArrayList<>();
    processors.strategy(ALL_MATCHES).listener((event, name) -> log.add("selected " + name));
    processors.on(exists("a")).named("one").run(event -> log.add("ran one"));
    processors.on(exists("b")).named("two").run(event -> log.add("ran two"));

    processors.build().invoke(BOTH);

    assertEquals(List.of("selected one", "ran one", "selected two", "ran two"), log);
  }

  @Test
  void theResultsCannotBeChanged() {
    processors.strategy(ALL_MATCHES);
    processors.on(exists("a")).run(event -> {});
    List<Result> results = processors.build().invoke(BOTH);

    assertThrows(UnsupportedOperationException.class, results::clear);
  }

  private List<String> names(Map<String, ?> event) {
    return processors.build().invoke(event).stream().map(Result::processor).toList();
  }
}

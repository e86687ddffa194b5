package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.InvocationStrategy.ALL_MATCHES;
import static dev.eventprocessor.InvocationStrategy.FAIL_IF_AMBIGUOUS;
import static dev.eventprocessor.InvocationStrategy.SKIP_IF_AMBIGUOUS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What event-processor 3.2.1 for Python asserts of its invocation strategies and ranks, case by
 * case, by the names of its test groups. Where this library deliberately answers otherwise, the
 * case says so and docs/DECISIONS.md says why.
 */
class LineageStrategiesTest extends LineageCase {

  @Test
  @DisplayName("INV-01, INV-02 the first match runs and is named")
  void theFirstMatchRunsAndIsNamed() {
    two(InvocationStrategy.FIRST_MATCH);

    assertEquals(List.of("one"), names(Map.of("a", 1)));
    assertEquals(List.of("one"), ran);
  }

  @Test
  @DisplayName("INV-03 a processor without a name: numbered, not \"unavailable\"")
  void aProcessorWithoutAName() {
    processors.on(any()).run(event -> {});

    assertEquals(List.of("processor-1"), names(Map.of()));
  }

  @Test
  @DisplayName("INV-04, INV-05 all matches run and are named in order")
  void allMatchesRunAndAreNamed() {
    two(ALL_MATCHES);

    assertEquals(List.of("one", "two"), names(Map.of("a", 1)));
    assertEquals(List.of("one", "two"), ran);
  }

  @Test
  @DisplayName("INV-06, INV-07 several matches skipped: no result, not \"unavailable\"")
  void severalMatchesSkipped() {
    two(SKIP_IF_AMBIGUOUS);

    assertEquals(List.of(), names(Map.of("a", 1)));
    assertEquals(List.of(), ran);
  }

  @Test
  @DisplayName("INV-08, INV-09 a single match runs where several are skipped")
  void aSingleMatchWhereSeveralAreSkipped() {
    two(SKIP_IF_AMBIGUOUS);

    assertEquals(List.of("one"), names(Map.of("a", 2)));
    assertEquals(List.of("one"), ran);
  }

  @Test
  @DisplayName("INV-10 several matches fail")
  void severalMatchesFail() {
    two(FAIL_IF_AMBIGUOUS);
    EventProcessor processor = processors.build();

    assertThrows(AmbiguousMatchException.class, () -> processor.invoke(Map.of("a", 1)));
    assertEquals(List.of(), ran);
  }

  @Test
  @DisplayName("INV-11, INV-12 a single match runs where several fail")
  void aSingleMatchWhereSeveralFail() {
    two(FAIL_IF_AMBIGUOUS);

    assertEquals(List.of("one"), names(Map.of("a", 2)));
    assertEquals(List.of("one"), ran);
  }

  @Test
  @DisplayName("2.3 equal filters of two ranks: the lower one is refused, for it never runs")
  void equalFiltersOfTwoRanks() {
    processors.on(exists("a")).rank(1).run(event -> {});
    processors.on(exists("a")).run(event -> {});

    assertEquals(
        ErrorId.FILTER_UNREACHABLE,
        assertThrows(ConfigurationException.class, processors::build).id());
  }

  @Test
  @DisplayName("2.3 order is never regrouped: A exists(a), B exists(b), C exists(a) run A, B, C")
  void orderIsNeverRegrouped() {
    processors.strategy(ALL_MATCHES);
    processors.on(exists("a")).named("A").run(event -> {});
    processors.on(exists("b")).named("B").run(event -> {});
    processors.on(exists("a")).named("C").run(event -> {});

    assertEquals(List.of("A", "B", "C"), names(Map.of("a", 1, "b", 1)));
  }

  @Test
  @DisplayName("2.3 ranks 0 and 1 under ALL_MATCHES: only rank 1 runs")
  void onlyTheTopRankUnderAllMatches() {
    processors.strategy(ALL_MATCHES);
    processors.on(exists("a")).named("zero").run(event -> {});
    processors.on(exists("b")).rank(1).named("one").run(event -> {});

    assertEquals(List.of("one"), names(Map.of("a", 1, "b", 1)));
  }

  @Test
  @DisplayName("2.3 a default of rank 0 registered first does not win")
  void aDefaultOfRankZeroDoesNotWin() {
    processors.on(any()).named("default").run(event -> {});
    processors.on(eq("a", 1)).named("eq").run(event -> {});

    assertEquals(List.of("eq"), names(Map.of("a", 1)));
  }

  private void two(InvocationStrategy strategy) {
    processors.strategy(strategy);
    processors.on(exists("a")).named("one").run(event -> ran.add("one"));
    processors.on(eq("a", 1)).named("two").run(event -> ran.add("two"));
  }
}

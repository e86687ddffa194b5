package dev.eventprocessor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.AmbiguousMatchException;
import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventPattern;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.EventProcessorException;
import dev.eventprocessor.Explanation;
import dev.eventprocessor.Filter;
import dev.eventprocessor.Filters;
import dev.eventprocessor.InvocationStrategy;
import dev.eventprocessor.NoMatchException;
import dev.eventprocessor.Result;
import dev.eventprocessor.Row;
import dev.eventprocessor.internal.Bounds;
import dev.eventprocessor.internal.Numerals;
import dev.eventprocessor.internal.index.FilterIndex;
import dev.eventprocessor.internal.index.IndexAgreement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registry and events for it, as {@link FilterScript} has them. The index finds what asking one
 * filter after the other finds; who runs, and who is explained to run, is whom the definition of
 * dispatch says; no message shows a value of an event; what a filter becomes as a pattern drops
 * nothing that the filter accepts.
 */
public final class RegistryFuzzer {

  /** So many more that accept nothing, and the registry has an index from the beginning. */
  private static final int PADDING = 11;

  private RegistryFuzzer() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    check(data);
  }

  /** Whether there was an event that a registration accepted. */
  static boolean check(byte[] data) {
    FilterScript script = new FilterScript(Input.lines(data, -1));
    List<Row> rows = script.rows();
    if (rows.isEmpty() || script.events().isEmpty()) {
      return false;
    }
    FilterIndex index = FilterIndex.of(rows.stream().map(Row::filter).toList());
    int found = 0;
    for (Map<String, @Nullable Object> event : script.events()) {
      found += IndexAgreement.assertAgrees(index, rows.stream().map(Row::filter).toList(), event);
    }
    for (Row row : rows) {
      assertDropsNothing(row.filter(), script.events());
    }
    boolean mayLeak = Canary.isIn(rows.toString());
    @Nullable EventProcessor few = processor(rows, script);
    @Nullable EventProcessor many = processor(padded(rows), script);
    for (Map<String, @Nullable Object> event : script.events()) {
      if (few != null && many != null) {
        List<String> expected = chosen(rows, script.strategy(), event);
        assertEquals(expected, outcome(few, event), "in order");
        assertEquals(expected, outcome(many, event), "by the index");
        assertEquals(expected, told(few.explain(event)), "explained");
        if (!mayLeak) {
          assertLeaksNothing(many, Canary.planted(event));
        }
      }
    }
    return found > 0;
  }

  /**
   * A filter that is written as a pattern accepts no plain event that the pattern would drop.
   * Patterns take no text and no other number for a number that a double holds.
   */
  private static void assertDropsNothing(
      Filter filter, List<Map<String, @Nullable Object>> events) {
    @Nullable String written =
        Input.madeOrRefused(
            () -> Filters.toEventPattern(filter), Set.of(ErrorId.EVENT_PATTERN_UNSUPPORTED));
    if (written == null) {
      return;
    }
    EventPattern pattern = EventPattern.parse(written);
    for (Map<String, @Nullable Object> values : events) {
      Event event = Event.of(values);
      if (isPlain(values) && filter.matches(event)) {
        assertTrue(pattern.matches(event), () -> written + " drops " + values);
      }
    }
  }

  private static boolean isPlain(Map<String, @Nullable Object> event) {
    for (Map.Entry<String, @Nullable Object> entry : event.entrySet()) {
      @Nullable Object value = entry.getValue();
      if (entry.getKey().contains(".")
          || value instanceof Map
          || value instanceof List
          || (value instanceof String text && Numerals.parse(text) != null)
          || (value instanceof Number number && !Bounds.isDouble(number))) {
        return false;
      }
    }
    return true;
  }

  private static List<Row> padded(List<Row> rows) {
    List<Row> padded = new ArrayList<>(rows);
    for (int i = 0; i < PADDING; i++) {
      padded.add(
          new Row(
              "p" + i,
              0,
              Filters.exists("padding").and(Filters.absent("padding")).and(Filters.eq("a", i)),
              false));
    }
    return padded;
  }

  /** The names that run; or the id of what is thrown. */
  private static List<String> chosen(
      List<Row> rows, InvocationStrategy strategy, Map<String, @Nullable Object> event) {
    List<String> candidates =
        Row.candidates(rows, Event.of(event)).stream().map(Row::name).toList();
    if (candidates.isEmpty()) {
      return List.of(ErrorId.NO_MATCH.text());
    }
    return switch (strategy) {
      case FIRST_MATCH -> candidates.subList(0, 1);
      case ALL_MATCHES -> candidates;
      case SKIP_IF_AMBIGUOUS -> candidates.size() == 1 ? candidates : List.of();
      case FAIL_IF_AMBIGUOUS ->
          candidates.size() == 1 ? candidates : List.of(ErrorId.AMBIGUOUS_MATCH.text());
    };
  }

  /**
   * A registry of the rows without those that are refused because they never run; null where these
   * would be in the way of others.
   */
  private static @Nullable EventProcessor processor(List<Row> rows, FilterScript script) {
    InvocationStrategy strategy = script.strategy();
    try {
      return built(rows, strategy);
    } catch (ConfigurationException refused) {
      List<Row> never = Row.unreachable(rows, refused);
      assertEquals(refused.problems().size(), never.size(), refused::getMessage);
      Set<String> names = new HashSet<>(never.stream().map(Row::name).toList());
      for (Map<String, @Nullable Object> event : script.events()) {
        assertTrue(
            chosen(rows, strategy, event).stream().noneMatch(names::contains), refused::getMessage);
      }
      boolean onlyAlone =
          strategy == InvocationStrategy.SKIP_IF_AMBIGUOUS
              || strategy == InvocationStrategy.FAIL_IF_AMBIGUOUS;
      List<Row> rest = new ArrayList<>(rows);
      rest.removeAll(never);
      return onlyAlone ? null : built(rest, strategy);
    }
  }

  private static EventProcessor built(List<Row> rows, InvocationStrategy strategy) {
    EventProcessor.Builder builder = EventProcessor.builder().strategy(strategy);
    for (Row row : rows) {
      builder.on(row.filter()).named(row.name()).rank(row.rank()).run(event -> {});
    }
    return builder.build();
  }

  private static List<String> outcome(
      EventProcessor processor, Map<String, @Nullable Object> event) {
    try {
      return processor.invoke(event).stream().map(Result::processor).toList();
    } catch (NoMatchException | AmbiguousMatchException e) {
      Input.assertShort(e);
      return List.of(e.id().text());
    }
  }

  private static List<String> told(Explanation explanation) {
    return explanation.error() == null ? explanation.runs() : List.of(explanation.error().text());
  }

  private static void assertLeaksNothing(
      EventProcessor processor, Map<String, @Nullable Object> event) {
    Canary.assertNotIn(processor.explain(event));
    try {
      processor.invoke(event);
    } catch (EventProcessorException e) {
      Canary.assertNotIn(e);
    }
  }
}

package dev.eventprocessor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventPattern;
import dev.eventprocessor.EventPatternReference;
import dev.eventprocessor.Filters;
import dev.eventprocessor.internal.index.FilterIndex;
import dev.eventprocessor.internal.index.IndexAgreement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An EventBridge pattern in the first line, an event in the second. The pattern is read or refused;
 * one that is read accepts the event if the plainest definition does, and says the same when it was
 * printed, or written as a filter is, and read again.
 */
public final class EventPatternFuzzer {

  /** The plainest definition tries all choices; beyond so many it is left out. */
  private static final int MOST_CHOICES = 20_000;

  private EventPatternFuzzer() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    check(data);
  }

  /** Whether the pattern could be read. */
  static boolean check(byte[] data) {
    List<String> lines = Input.lines(data, 2);
    @Nullable EventPattern pattern =
        Input.madeOrRefused(
            () -> EventPattern.parse(lines.get(0)), Set.of(ErrorId.EVENT_PATTERN_MALFORMED));
    if (pattern == null) {
      return false;
    }
    assertSame(pattern, EventPattern.parse(pattern.toString()));
    @Nullable String written =
        Input.madeOrRefused(
            () -> Filters.toEventPattern(pattern), Set.of(ErrorId.EVENT_PATTERN_UNSUPPORTED));
    if (written != null) {
      assertSame(pattern, EventPattern.parse(written));
    }
    @Nullable Map<String, @Nullable Object> event = Input.event(lines.get(1));
    if (event != null) {
      FilterIndex index = FilterIndex.of(List.of(pattern));
      boolean matches = IndexAgreement.assertAgrees(index, List.of(pattern), event) == 1;
      assertEquals(matches, pattern.unmet(Event.of(event)) == null);
      if (EventPatternReference.choices(pattern, event) <= MOST_CHOICES) {
        assertEquals(EventPatternReference.matches(pattern, event), matches);
      }
    }
    return true;
  }

  private static void assertSame(EventPattern pattern, EventPattern other) {
    assertEquals(pattern, other);
    assertEquals(pattern.hashCode(), other.hashCode());
    assertEquals(pattern.conditions(), other.conditions());
  }
}

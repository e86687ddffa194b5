package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.RandomCases;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventPatternReferenceTest {

  @Test
  void everyPatternMeansWhatTryingAllChoicesMeans() {
    AtomicInteger matched = new AtomicInteger();
    RandomCases.check(
        6000,
        random -> {
          RandomFilters draw = new RandomFilters(random);
          EventPattern pattern = EventPattern.parse(Json.writeText(draw.pattern(2)));
          for (int i = 0; i < 10; i++) {
            Map<String, @Nullable Object> event = draw.event(4);
            boolean expected = EventPatternReference.matches(pattern, event);
            matched.addAndGet(expected ? 1 : 0);
            assertEquals(
                expected, pattern.matches(Event.of(event)), () -> pattern + " and " + event);
          }
        });

    assertTrue(matched.get() > 1000, "the cases hardly ever match: " + matched);
  }
}

package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A few registrations are asked in order until it has shown that an index pays. */
class RoutesTest {

  private static final int MANY = 5_000;

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void whereMostRefuseAnEventOnlyThoseAreAskedInTheEndThatItsValuesLeadTo() {
    EventProcessor processor = processor(counted());

    assertEquals(5, askedFor(processor, 5));
    for (int i = 0; i < MANY; i++) {
      processor.invoke(Map.of("id", 5));
    }
    assertEquals(1, askedFor(processor, 5));
  }

  @Test
  void whereTheFirstAcceptsNearlyAllTheyAreAskedInOrderForEver() {
    EventProcessor processor = processor(counted());

    for (int i = 0; i < MANY; i++) {
      processor.invoke(Map.of("id", i % 10 == 0 ? 5 : 1));
    }
    assertEquals(5, askedFor(processor, 5));
  }

  /** Each counts that it is asked, and accepts one id. */
  private List<Filter> counted() {
    Filter counted = Filters.test("counted", event -> asked.incrementAndGet() > 0);
    return Stream.of(1, 2, 3, 4, 5).map(id -> counted.and(Filters.eq("id", id))).toList();
  }

  private int askedFor(EventProcessor processor, int id) {
    asked.set(0);
    processor.invoke(Map.of("id", id));
    return asked.get();
  }

  private static EventProcessor processor(List<Filter> filters) {
    EventProcessor.Builder builder = EventProcessor.builder();
    for (Filter filter : filters) {
      builder.on(filter).run(event -> {});
    }
    return builder.build();
  }
}

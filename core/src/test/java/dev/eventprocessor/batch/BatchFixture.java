package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A batch of a test: what its records do, what was done, and where rejected ones went. */
abstract class BatchFixture {

  final List<String> done = new ArrayList<>();
  final List<String> parked = new ArrayList<>();
  final Map<String, Throwable> failing = new HashMap<>();
  BatchSettings settings = BatchSettings.DEFAULT;

  BatchReport run(Order order, FakeRecord... records) {
    return Batch.run(processor(), List.of(records), order, Invocation.UNKNOWN);
  }

  BatchReport run(Invocation invocation, InstantSource clock, FakeRecord... records) {
    return Batch.run(processor(), List.of(records), Order.INDEPENDENT, invocation, clock);
  }

  EventProcessor processor() {
    EventProcessor.Builder processors = EventProcessor.builder().batch(settings);
    processors
        .otherwise()
        .run(
            event -> {
              Throwable failure = failing.get(event.text("id"));
              if (failure != null) {
                throw dev.eventprocessor.spi.Failures.unchecked(failure);
              }
              done.add(event.text("id"));
            });
    return processors.build();
  }

  static void assertNotRun(Outcome.Reason reason, Outcome outcome) {
    assertEquals(reason, assertInstanceOf(Outcome.NotRun.class, outcome).reason());
  }

  static List<String> handedBack(BatchReport report) {
    return report.handedBack().stream().map(BatchReport.HandedBack::id).toList();
  }

  static FakeRecord record(String id, String group) {
    return new FakeRecord(id, group);
  }
}

package dev.eventprocessor.batch;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.spi.Failures;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that this package has to say when something is wrong. */
public final class BatchFaults {

  private BatchFaults() {}

  /** Each throws its fault. */
  public static List<Runnable> all() {
    List<Runnable> faults = new ArrayList<>();
    faults.add(() -> BatchSettings.DEFAULT.parallel(0));
    faults.add(() -> BatchSettings.DEFAULT.margin(Duration.ofSeconds(-1)));
    for (Outcome.Reason reason : Outcome.Reason.values()) {
      faults.add(() -> Failures.unchecked(new Outcome.NotRun(reason).cause()));
    }
    BatchSettings refusing =
        BatchSettings.DEFAULT
            .parkingLot((event, reason) -> refuse())
            .retryDelay((event, delay) -> refuse());
    faults.add(() -> Batch.single(processor(refusing), event("bad"), Invocation.UNKNOWN));
    faults.add(() -> Batch.single(processor(refusing), event("late"), Invocation.UNKNOWN));
    faults.add(
        () ->
            Batch.run(
                    processor(BatchSettings.DEFAULT),
                    List.of(new FakeRecord("fine", null), new FakeRecord("late", null)),
                    Order.INDEPENDENT,
                    Invocation.UNKNOWN)
                .orThrow());
    return faults;
  }

  private static EventProcessor processor(BatchSettings settings) {
    EventProcessor.Builder processors = EventProcessor.builder().batch(settings);
    processors.on(Filters.eq("id", "fine")).run(event -> {});
    processors
        .on(Filters.eq("id", "bad"))
        .run(
            event -> {
              throw new RejectException("s3cret");
            });
    processors
        .on(Filters.eq("id", "late"))
        .run(
            event -> {
              throw new RetryException("s3cret", Duration.ofSeconds(1));
            });
    return processors.build();
  }

  private static Event event(String id) {
    return Event.of(Map.of("id", id));
  }

  private static void refuse() throws IOException {
    throw new IOException("s3cret");
  }
}

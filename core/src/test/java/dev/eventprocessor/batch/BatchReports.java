package dev.eventprocessor.batch;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.spi.Failures;
import java.util.List;

/** Reports of real batches, for tests in other packages. */
public final class BatchReports {

  private BatchReports() {}

  /** Two independent records, of which the second fails. */
  public static BatchReport oneOfTwoFailed(Throwable failure) {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors
        .otherwise()
        .run(
            event -> {
              if (event.text("id").equals("2")) {
                throw Failures.unchecked(failure);
              }
            });
    return Batch.run(
        processors.build(),
        List.of(new FakeRecord("1", null), new FakeRecord("2", null)),
        Order.INDEPENDENT,
        Invocation.UNKNOWN);
  }
}

package dev.eventprocessor.batch;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.Result;
import dev.eventprocessor.spi.Failures;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs batches: every record has its own outcome, whatever happens to the others. For adapters;
 * stateless.
 *
 * <p>What a processor throws decides. A {@link dev.eventprocessor.RejectException}, an event that
 * nobody accepts and a record in the wrong shape are rejected: parked where the application has a
 * {@link ParkingLot}, else handed back. Everything else is to be delivered again, an {@link Error}
 * too. No record is started when the deadline is near, nor after a thread was interrupted or the
 * JVM ran out of memory. {@link BatchSettings} says how many records run at the same time.
 */
public final class Batch {

  private Batch() {}

  /**
   * Runs the records.
   *
   * @param order what the source promises about their order
   * @param invocation the call they came in; its deadline is heeded
   */
  public static BatchReport run(
      EventProcessor processor,
      List<? extends BatchRecord> records,
      Order order,
      Invocation invocation) {
    return run(processor, records, order, invocation, InstantSource.system());
  }

  static BatchReport run(
      EventProcessor processor,
      List<? extends BatchRecord> records,
      Order order,
      Invocation invocation,
      InstantSource clock) {
    Lanes lanes = Lanes.of(records, order);
    BatchRun run = new BatchRun(processor, records, lanes, invocation, clock);
    int width = processor.batchSettings().width();
    if (width > 1 && lanes.count() > 1) {
      Workers.run(run, lanes.count(), width);
    } else {
      run.inOrder();
    }
    return new BatchReport(records, run.outcomes(), lanes, order);
  }

  /**
   * Runs one event that is a delivery of its own. When this returns, the source may forget it.
   *
   * @return what the processor returned; null when the event was rejected and is parked
   */
  public static @Nullable Object single(
      EventProcessor processor, Event event, Invocation invocation) {
    BatchRun run =
        new BatchRun(
            processor,
            List.of(new Single(event)),
            Lanes.SINGLE,
            invocation,
            InstantSource.system());
    run.inOrder();
    Outcome outcome = run.outcomes()[0];
    @Nullable Throwable cause = outcome.cause();
    if (cause != null && !outcome.isSettled()) {
      throw Failures.unchecked(cause);
    }
    List<Result> results =
        outcome instanceof Outcome.Done done ? done.results() : List.<Result>of();
    return results.isEmpty() ? null : results.get(0).value();
  }

  private static final class Single implements BatchRecord {
    private final Event event;

    Single(Event event) {
      this.event = event;
    }

    @Override
    public String id() {
      return "";
    }

    @Override
    public @Nullable String group() {
      return null;
    }

    @Override
    public Event event() {
      return event;
    }

    @Override
    public @Nullable Object raw() {
      return event.get("raw");
    }
  }
}

package dev.eventprocessor.batch;

import dev.eventprocessor.DependencyException;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.OpenInvocation;
import dev.eventprocessor.spi.Failures;
import dev.eventprocessor.spi.Results;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs batches: every record has its own outcome, whatever happens to the others. For adapters;
 * stateless.
 *
 * <p>What a processor throws decides, captured or not. A {@link
 * dev.eventprocessor.RejectException}, an event that no processor or more than one accepts where it
 * has to be one, and a record in the wrong shape are rejected: parked where the application has a
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
    return new BatchReport(
        records, outcomes(processor, records, lanes, invocation, clock), lanes, order);
  }

  /** Records of one call share its dependencies; what fails to be closed was not done. */
  private static Outcome[] outcomes(
      EventProcessor processor,
      List<? extends BatchRecord> records,
      Lanes lanes,
      Invocation invocation,
      InstantSource clock) {
    BatchSettings settings = processor.batchSettings();
    OpenInvocation open = processor.open(invocation);
    BatchRun run = new BatchRun(open, records, lanes, settings, clock);
    try (open) {
      if (settings.width() > 1 && lanes.count() > 1) {
        Workers.run(run, lanes.count(), settings.width());
      } else {
        run.inOrder();
      }
    } catch (DependencyException notClosed) {
      run.undo(notClosed);
    }
    return run.outcomes();
  }

  /**
   * Runs one event that is a delivery of its own. When this returns, the source may forget it.
   *
   * @return what the processor returned; null when the event was rejected and is parked
   */
  public static @Nullable Object single(
      EventProcessor processor, Event event, Invocation invocation) {
    List<Single> records = List.of(new Single(event));
    Outcome outcome =
        outcomes(processor, records, Lanes.SINGLE, invocation, InstantSource.system())[0];
    @Nullable Throwable cause = outcome.cause();
    if (cause != null && !outcome.isSettled()) {
      throw Failures.unchecked(cause);
    }
    return outcome instanceof Outcome.Done done ? Results.answer(done.results()) : null;
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

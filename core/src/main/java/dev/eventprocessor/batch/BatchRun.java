package dev.eventprocessor.batch;

import dev.eventprocessor.AmbiguousMatchException;
import dev.eventprocessor.BatchException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.NoMatchException;
import dev.eventprocessor.OpenInvocation;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.Result;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.spi.Results;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One batch under way. A lane is run by one thread at a time, and each outcome is written once, by
 * that thread, to a place of its own: no failure can be lost to another.
 */
final class BatchRun {

  private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final Outcome HELD_BACK = new Outcome.NotRun(Outcome.Reason.HELD_BACK);
  private static final Outcome DEADLINE = new Outcome.NotRun(Outcome.Reason.DEADLINE);
  private static final Outcome STOPPED = new Outcome.NotRun(Outcome.Reason.STOPPED);

  private final OpenInvocation open;
  private final List<? extends BatchRecord> records;
  private final Lanes lanes;
  private final BatchSettings settings;
  private final InstantSource clock;
  private final long lastStart;
  private final @Nullable Outcome[] outcomes;
  private volatile boolean stopped;

  BatchRun(
      OpenInvocation open,
      List<? extends BatchRecord> records,
      Lanes lanes,
      BatchSettings settings,
      InstantSource clock) {
    this.open = open;
    this.records = records;
    this.lanes = lanes;
    this.settings = settings;
    this.clock = clock;
    this.lastStart = lastStart(open.invocation().deadline(), settings.margin(), clock.millis());
    this.outcomes = new @Nullable Outcome[records.size()];
  }

  /** Runs all records in the order given. */
  void inOrder() {
    try {
      boolean[] held = new boolean[lanes.count()];
      for (int i = 0; i < outcomes.length; i++) {
        int lane = lanes.laneOf(i);
        held[lane] = !settle(i, held[lane]);
      }
    } catch (Throwable failing) { // Not even the outcome could be written down.
      stop();
    }
  }

  /** Runs one lane from its first record to its last. */
  void lane(int lane) {
    try {
      boolean held = false;
      for (int i = lanes.firstOf(lane); i >= 0; i = lanes.after(i)) {
        held = !settle(i, held);
      }
    } catch (Throwable failing) { // Not even the outcome could be written down.
      stop();
    }
  }

  /** Starts no further record. */
  void stop() {
    stopped = true;
  }

  /** What was done has to be done again: it was not brought to its end. */
  void undo(Throwable failure) {
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i] instanceof Outcome.Done) {
        outcomes[i] = new Outcome.Retry(failure, null);
      }
    }
  }

  /** The outcomes, in the order of the records; once all threads are through. */
  Outcome[] outcomes() {
    Outcome[] all = new Outcome[outcomes.length];
    for (int i = 0; i < all.length; i++) {
      @Nullable Outcome outcome = outcomes[i];
      all[i] = outcome == null ? STOPPED : outcome;
    }
    return all;
  }

  private boolean settle(int record, boolean held) {
    Outcome outcome = outcome(record, held);
    outcomes[record] = outcome;
    return outcome.isSettled();
  }

  private Outcome outcome(int record, boolean held) {
    if (stopped) {
      return STOPPED;
    }
    if (lastStart != Long.MAX_VALUE && clock.millis() >= lastStart) {
      return DEADLINE;
    }
    return held ? HELD_BACK : attempt(record);
  }

  private Outcome attempt(int index) {
    BatchRecord record = records.get(index);
    @Nullable Throwable groupless = lanes.failureOf(index);
    if (groupless != null) {
      return failed(record, null, groupless);
    }
    @Nullable Event event = null;
    try {
      event = record.event();
      List<Result> results = open.invoke(event);
      @Nullable Throwable captured = captured(results);
      return captured == null ? new Outcome.Done(results) : failed(record, event, captured);
    } catch (Throwable failure) { // An Error, too, is this record's failure and no other's.
      return failed(record, event, failure);
    }
  }

  private Outcome failed(BatchRecord record, @Nullable Event event, Throwable failure) {
    stopAfter(failure);
    return isRejection(failure) ? rejected(record, event, failure) : retry(event, failure);
  }

  /** The same event would meet the same fate, however often it came. */
  private static boolean isRejection(Throwable failure) {
    return failure instanceof RejectException
        || failure instanceof InvalidEventException
        || failure instanceof NoMatchException
        || failure instanceof AmbiguousMatchException;
  }

  /**
   * What a processor of the event threw and an error policy captured: the others ran all the same,
   * and the event has failed all the same. One that may yet succeed comes before one that never
   * will; the rest are told with it.
   */
  private static @Nullable Throwable captured(List<Result> results) {
    @Nullable Exception captured = null;
    for (int i = 0; i < results.size(); i++) {
      @Nullable Exception failure = results.get(i).failure();
      if (captured == null || failure == null) {
        captured = captured == null ? failure : captured;
      } else if (isRejection(captured) && !isRejection(failure)) {
        captured = Results.join(failure, captured);
      } else {
        captured = Results.join(captured, failure);
      }
    }
    return captured;
  }

  private Outcome retry(@Nullable Event event, Throwable failure) {
    @Nullable Duration delay = failure instanceof RetryException retry ? retry.delay() : null;
    @Nullable RetryDelay postponement = settings.retryDelay();
    if (delay != null && event != null && postponement != null) {
      try {
        postponement.postpone(event, delay);
      } catch (Throwable notPassedOn) {
        return new Outcome.Retry(
            second(ErrorId.DELAY_FAILED, "A delay could not be passed on", notPassedOn, failure),
            delay);
      }
    }
    return new Outcome.Retry(failure, delay);
  }

  private Outcome rejected(BatchRecord record, @Nullable Event event, Throwable failure) {
    @Nullable ParkingLot lot = settings.parkingLot();
    if (lot == null) {
      return new Outcome.Rejected(failure);
    }
    try {
      lot.park(event == null ? unreadable(record) : event, failure);
      return new Outcome.Parked(failure);
    } catch (Throwable full) {
      return new Outcome.Retry(
          second(ErrorId.PARKING_FAILED, "A rejected event could not be parked", full, failure),
          null);
    }
  }

  private static Event unreadable(BatchRecord record) {
    @Nullable Object raw = record.raw();
    return Event.of(raw == null ? Map.of() : Map.of("raw", raw));
  }

  /** A failure on top of a failure: the later is the cause, the earlier stands beside it. */
  private BatchException second(ErrorId id, String what, Throwable later, Throwable earlier) {
    stopAfter(later);
    BatchException both =
        new BatchException(
            id, what + ": " + later.getClass().getName() + ". It is delivered again.", later);
    both.addSuppressed(earlier);
    return both;
  }

  /**
   * Someone wants this thread back, or the JVM may be in any state: what is done is reported, and
   * nothing more is begun. A stack that was too deep is over with its record.
   */
  private void stopAfter(Throwable failure) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      stop();
    } else if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
      stop();
    }
  }

  /** The margin is at most half of what is left, or no record would ever be started. */
  private static long lastStart(@Nullable Instant deadline, Duration margin, long now) {
    if (deadline == null || deadline.isAfter(LATEST)) {
      return Long.MAX_VALUE;
    }
    long left = Math.max(0, deadline.toEpochMilli() - now);
    return now + left - Math.min(margin.toMillis(), left / 2);
  }
}

package dev.eventprocessor.batch;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Result;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one record. */
public sealed interface Outcome {

  /** Why it is to be delivered again, or was parked; null of what is done. */
  @Nullable Throwable cause();

  /** Whether its source may forget the record: it is done or parked. */
  default boolean isSettled() {
    return this instanceof Done || this instanceof Parked;
  }

  /**
   * Processed.
   *
   * @param results what the processors returned
   */
  record Done(List<Result> results) implements Outcome {
    @Override
    public @Nullable Throwable cause() {
      return null;
    }
  }

  /**
   * Failed, to be delivered again.
   *
   * @param delay how long to wait before that, as the processor asked; null for the source's pace
   */
  record Retry(Throwable cause, @Nullable Duration delay) implements Outcome {}

  /** Rejected, and safe in the parking lot. */
  record Parked(Throwable cause) implements Outcome {}

  /** Rejected without a parking lot: handed back, for its source to put where failures end. */
  record Rejected(Throwable cause) implements Outcome {}

  /** Not started, to be delivered again. */
  record NotRun(Reason reason) implements Outcome {
    @Override
    public Throwable cause() {
      return new BatchException(ErrorId.RECORD_NOT_RUN, reason.text, null);
    }
  }

  /** Why a record was not started. */
  enum Reason {
    /** An earlier record of its ordered group has to be delivered again. */
    HELD_BACK(
        "Not run: an earlier record of the same ordered group is delivered again, and this one"
            + " after it. Look for that record's failure."),
    /** The invocation's deadline is near. */
    DEADLINE(
        "Not run: the invocation's deadline is near. It is delivered again. Raise the function's"
            + " time-out, take smaller batches, or run more records at the same time."),
    /** A thread was interrupted, or the JVM is out of its depth. */
    STOPPED(
        "Not run: the batch was stopped, because its thread was interrupted or the JVM failed. It is"
            + " delivered again. Look for the failure of the record before.");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }
}

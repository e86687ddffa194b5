package dev.eventprocessor.batch;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.spi.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a batch: an outcome for every record. An adapter makes its answer of {@link
 * #handedBack()}; where the trigger has no such answer, {@link #orThrow()} says it all. Immutable.
 */
public final class BatchReport {

  private final List<? extends BatchRecord> records;
  private final Outcome[] outcomes;
  private final Lanes lanes;
  private final Order order;
  private final int settled;

  BatchReport(List<? extends BatchRecord> records, Outcome[] outcomes, Lanes lanes, Order order) {
    this.records = records;
    this.outcomes = outcomes;
    this.lanes = lanes;
    this.order = order;
    int count = 0;
    for (Outcome outcome : outcomes) {
      count += outcome.isSettled() ? 1 : 0;
    }
    this.settled = count;
  }

  /** How many records the batch has. */
  public int size() {
    return outcomes.length;
  }

  /** How many of them their source may forget: done or parked. */
  public int settled() {
    return settled;
  }

  /** What the provider knows the record at this index of the batch by. */
  public String id(int index) {
    return records.get(index).id();
  }

  /** What came of the record at this index of the batch. */
  public Outcome outcome(int index) {
    return outcomes[index];
  }

  /**
   * What to report for another delivery, in the order of the batch: every record that is not
   * settled or, where the batch is {@link Order#ORDERED}, the first one of each group, from which
   * the source starts again. Empty when all is settled.
   */
  public List<HandedBack> handedBack() {
    if (settled == outcomes.length) {
      return List.of();
    }
    List<HandedBack> all = new ArrayList<>(outcomes.length - settled);
    boolean[] told = new boolean[lanes.count()];
    for (int i = 0; i < outcomes.length; i++) {
      int lane = lanes.laneOf(i);
      if (!outcomes[i].isSettled() && !(told[lane] && order == Order.ORDERED)) {
        told[lane] = true;
        all.add(new HandedBack(i, records.get(i).id(), outcomes[i]));
      }
    }
    return all;
  }

  /**
   * For triggers that take a batch back as a whole or not at all: throws when anything has to be
   * delivered again.
   *
   * @throws BatchException {@code batch-undivided}, when a part of the batch is settled and will be
   *     delivered again with the rest; else the first failure itself
   */
  public void orThrow() {
    if (settled == outcomes.length) {
      return;
    }
    Throwable failure = firstFailure();
    if (settled == 0) {
      throw Failures.unchecked(failure);
    }
    throw new BatchException(
        ErrorId.BATCH_UNDIVIDED,
        (outcomes.length - settled)
            + " of "
            + outcomes.length
            + " records failed, and this trigger takes back whole batches only: those that are done are"
            + " delivered again, too. Take one record at a time, or see to it that a record can be"
            + " processed twice. The first failure is "
            + failure.getClass().getName()
            + ".",
        failure);
  }

  /** The first that was run and failed, where there is one. */
  private Throwable firstFailure() {
    @Nullable Throwable first = null;
    for (Outcome outcome : outcomes) {
      if (!outcome.isSettled()) {
        if (!(outcome instanceof Outcome.NotRun)) {
          return Objects.requireNonNull(outcome.cause());
        }
        first = first == null ? outcome.cause() : first;
      }
    }
    return Objects.requireNonNull(first);
  }

  /**
   * A record to deliver again.
   *
   * @param index its place in the batch
   * @param id what the provider knows it by
   * @param outcome what came of it, and why
   */
  public record HandedBack(int index, String id, Outcome outcome) {}
}

package dev.eventprocessor.batch;

import dev.eventprocessor.Event;
import org.jspecify.annotations.Nullable;

/** One record of a batch, as an adapter hands it over. */
public interface BatchRecord {

  /** What the provider knows the record by when it is reported as failed. Never throws. */
  String id();

  /**
   * Records of one group are processed in order, as {@link Order} says; null where there is none.
   */
  @Nullable String group();

  /**
   * The record as an event, made when its turn comes.
   *
   * @throws dev.eventprocessor.InvalidEventException when the record is not in its trigger's shape:
   *     a rejection of this record only
   */
  Event event();

  /** The provider's own record, to park it where it cannot be made into an event. */
  @Nullable Object raw();
}

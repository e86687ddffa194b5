package dev.eventprocessor.batch;

import dev.eventprocessor.Event;
import org.jspecify.annotations.Nullable;

/** One record of a batch, as an adapter hands it over. */
public interface BatchRecord {

  /** What the provider knows the record by when it is reported as failed. */
  String id();

  /** Records of one group are processed in order; null where order does not matter. */
  @Nullable String group();

  /**
   * The record as an event, made when its turn comes.
   *
   * @throws dev.eventprocessor.InvalidEventException when the record is not in its trigger's shape:
   *     a failure of this record only
   */
  Event event();
}

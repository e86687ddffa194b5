package dev.eventprocessor.batch;

import dev.eventprocessor.Event;

/**
 * Where events go that will never be processed, so that someone can look at them: a queue, a
 * bucket, a table of yours.
 *
 * <p>It is given what a processor rejected, what no processor accepts and what is not in its
 * trigger's shape. An event that is parked counts as done: its source forgets it. Called by many
 * threads at once.
 */
@FunctionalInterface
public interface ParkingLot {

  /**
   * Puts the event away; returns when it is safe.
   *
   * @param event the event as the adapter made it, before any preparing step; of a record that is
   *     not in its trigger's shape, {@code raw} alone
   * @param reason why it is rejected
   * @throws Exception it is not safe: the event is delivered again instead
   */
  void park(Event event, Throwable reason) throws Exception;
}

package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * The one function type: an event and what the processor needs go in, a value or nothing comes out.
 * Every way of registering ends as one of these.
 *
 * <p>It is called by many threads at once on clouds that run concurrent invocations.
 */
@FunctionalInterface
public interface Processor {

  /**
   * Processes one event.
   *
   * @return what the caller is answered where the trigger has an answer; null for nothing
   * @throws Exception the event was not processed; it passes through unchanged
   */
  @Nullable Object process(Event event, Dependencies dependencies) throws Exception;
}

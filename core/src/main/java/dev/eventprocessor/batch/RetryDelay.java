package dev.eventprocessor.batch;

import dev.eventprocessor.Event;
import java.time.Duration;

/**
 * Tells an event's source to wait before it delivers the event again, where the source has a call
 * for that: SQS's ChangeMessageVisibility with the event's {@code delivery.receipt}, for example.
 * The call needs the provider's SDK, which is the application's to bring. Called by many threads at
 * once.
 */
@FunctionalInterface
public interface RetryDelay {

  /**
   * Passes the wish on.
   *
   * @param event the event as the adapter made it, before any preparing step
   * @param delay what the {@link dev.eventprocessor.RetryException} asks for
   * @throws Exception the wish is lost: the event is delivered again at its source's own pace
   */
  void postpone(Event event, Duration delay) throws Exception;
}

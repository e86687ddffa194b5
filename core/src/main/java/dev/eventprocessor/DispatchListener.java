package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * Learns which processor an event goes to, and how that ends, for logs and metrics. Set with {@code
 * EventProcessor.Builder.listener}. Called by many threads at once; it should be quick and not
 * throw: what {@link #selected} throws fails the event, and what {@link #ended} throws changes
 * nothing, for the processor has run.
 */
@FunctionalInterface
public interface DispatchListener {

  /**
   * The event's processor has been found and is about to run.
   *
   * @param event the event as the filters saw it
   * @param processor the processor's name
   */
  void selected(Event event, String processor);

  /**
   * The processor has ended. Nothing is done here unless it is overridden.
   *
   * @param event the event as the filters saw it
   * @param processor the processor's name
   * @param failure what it threw, whether or not an {@link ErrorPolicy} captures it; null where it
   *     ended well
   */
  default void ended(Event event, String processor, @Nullable Throwable failure) {}
}

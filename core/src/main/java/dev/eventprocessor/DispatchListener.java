package dev.eventprocessor;

/**
 * Learns which processor an event goes to, for logs and metrics. Set with {@code
 * EventProcessor.Builder.listener}. Called by many threads at once; it should be quick and not
 * throw.
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
}

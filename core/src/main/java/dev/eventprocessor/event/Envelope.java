package dev.eventprocessor.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows events that travel inside of others: a notification of a store in a queue's message, a
 * CloudEvent anywhere. An adapter has one for all the forms of its provider, and ends it with
 * {@link CloudEvents#open}, which is true on every cloud. Thread-safe.
 *
 * <p>It looks before it decodes ({@link Content#mayHold}), so that a message which is no envelope
 * is not decoded for it.
 */
@FunctionalInterface
public interface Envelope {

  /**
   * Opens what the event carries.
   *
   * @param outer an event that is finished but for {@code raw}
   * @return the events inside, begun with {@link PortableEvent#inner}; none for a message that is
   *     its provider's test only; null when this is no envelope that it knows
   * @throws dev.eventprocessor.InvalidEventException when it is one, but not in its documented
   *     shape
   */
  @Nullable List<PortableEvent> open(PortableEvent outer);
}

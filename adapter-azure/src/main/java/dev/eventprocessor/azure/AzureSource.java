package dev.eventprocessor.azure;

import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.PortableEvent;
import org.jspecify.annotations.Nullable;

/** One trigger: what of a bound message is what in an event. Stateless; one class a trigger. */
interface AzureSource {

  /**
   * The message as an event, finished but for {@code raw}.
   *
   * @throws dev.eventprocessor.InvalidEventException when it is not in its trigger's shape
   */
  PortableEvent event(Bound bound);

  /** The provider's payload of the message, for {@code raw}. */
  default Object raw(Bound bound) {
    return bound.raw();
  }

  /**
   * Whether a message may be an envelope of events: what is stored or requested is itself, whatever
   * it looks like.
   */
  default boolean mayHoldEvents() {
    return true;
  }

  /** What the service promises about the order of the messages of one call. */
  Order order();

  /** Whose messages keep their order; null where all of a call's do, or none. */
  default @Nullable String group(Bound bound) {
    return null;
  }
}

package dev.eventprocessor.azure;

import dev.eventprocessor.Event;

/** One trigger: how what the host bound becomes an event. */
interface AzureSource {

  /** The event of this call. */
  Event event(Bound bound);
}

package dev.eventprocessor;

/** How long something that a factory made is kept, the longest first. */
enum Lifetime {
  /** As long as the {@link EventProcessor}. */
  APPLICATION,
  /** As long as the cloud's call. */
  INVOCATION,
  /** As long as one event: what an {@link #INVOCATION} becomes that depends on the event. */
  EVENT,
  /** Not kept: made for each that needs it. */
  UNCACHED
}

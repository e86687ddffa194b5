package dev.eventprocessor.event;

/** What happened, in words that are the same on every cloud; portable filters use these. */
public enum Kind {
  /** A message from a queue, for one receiver. */
  QUEUE("queue"),
  /** A message from a topic, for every subscriber. */
  TOPIC("topic"),
  /** An event from an event bus. */
  BUS("bus"),
  /** A tick of a schedule. */
  SCHEDULE("schedule"),
  /** A direct invocation: the payload is whatever the caller sent. */
  INVOKE("invoke");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /** The word as it stands under {@code kind} in an event. */
  public String text() {
    return text;
  }
}

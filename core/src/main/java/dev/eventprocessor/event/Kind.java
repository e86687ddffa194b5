package dev.eventprocessor.event;

/** What happened, in words that are the same on every cloud; portable filters use these. */
public enum Kind {
  /** A request from a client that waits for the response. */
  HTTP("http"),
  /** A message from a queue, for one receiver. */
  QUEUE("queue"),
  /** A message from a topic, for every subscriber. */
  TOPIC("topic"),
  /** A record of a partitioned log, in the order of its partition. */
  STREAM("stream"),
  /** An object in a store was created, changed or deleted. */
  OBJECT("object"),
  /** A tick of a schedule. */
  SCHEDULE("schedule"),
  /** A record or document in a database was created, changed or deleted. */
  CHANGE("change"),
  /** An event from an event bus, and every event that has no kind of its own. */
  BUS("bus"),
  /** Log records, or an alarm about them. */
  LOGS("logs"),
  /** A question of an identity service: may this one in, and as what? */
  AUTH("auth"),
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

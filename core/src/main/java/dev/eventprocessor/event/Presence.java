package dev.eventprocessor.event;

/** Whether the events of a trigger have a field. */
public enum Presence {
  /** Every one that is in the shape its provider documents. */
  ALWAYS("always"),
  /** Some of them; the capability tells which. */
  CONDITIONAL("conditional"),
  /** None: a filter on it can never accept an event of this trigger. */
  NEVER("never");

  private final String text;

  Presence(String text) {
    this.text = text;
  }

  /** The word as it stands in {@code docs/EVENTS.md}. */
  public String text() {
    return text;
  }
}

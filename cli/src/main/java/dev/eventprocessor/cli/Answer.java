package dev.eventprocessor.cli;

import org.jspecify.annotations.Nullable;

/**
 * What a cloud is answered.
 *
 * @param wording of which it is and what it says, to be read
 * @param value the answer as plain values; null for nothing
 * @param failure why nothing was answered; null where something was
 * @param fate whether the cloud would take the events as done
 * @param log what the function wrote into the cloud's log
 */
record Answer(
    String wording, @Nullable Object value, @Nullable Throwable failure, Fate fate, String log) {

  /** What becomes of the events. */
  enum Fate {
    /** The cloud forgets them. */
    SETTLED,
    /** Some or all are delivered again, or their failure is told to the caller. */
    FAILED
  }

  static Answer failed(String wording, Throwable failure, String log) {
    return new Answer(wording, null, failure, Fate.FAILED, log);
  }
}

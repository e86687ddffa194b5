package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * Thrown, or told as the cause, where events are handed back to their source for another reason
 * than a processor's own exception: they were not run, or the batch they came in cannot be divided.
 */
public final class BatchException extends EventProcessorException {

  private static final long serialVersionUID = 1;

  /**
   * For the batch engine and adapters.
   *
   * @param id what happened
   * @param message what happened, where, and what to do; no value of an event
   * @param cause the failure behind it, if there is one
   */
  public BatchException(ErrorId id, String message, @Nullable Throwable cause) {
    super(id, message, cause);
  }
}

package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an event is not what it has to be: no JSON, too large, not in its trigger's shape, or
 * without a value that a processor asked for. Sending the same event again will not help.
 *
 * <p>There is never a cause: a parser's own message may quote the event.
 */
public final class InvalidEventException extends EventProcessorException {

  private static final long serialVersionUID = 1;

  private final @Nullable String path;

  /**
   * For adapters and for processors that refuse an event.
   *
   * @param id what is wrong
   * @param message what happened, where, and what to do; no value of the event
   */
  public InvalidEventException(ErrorId id, String message) {
    this(id, message, null);
  }

  /**
   * For what is wrong with one value.
   *
   * @param id what is wrong
   * @param message as above
   * @param path where the value is, or should be
   */
  public InvalidEventException(ErrorId id, String message, @Nullable String path) {
    super(id, message, null);
    this.path = path;
  }

  /** Where the value is that is missing or wrong; null where it is not one value. */
  public @Nullable String path() {
    return path;
  }
}

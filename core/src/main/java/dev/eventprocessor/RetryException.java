package dev.eventprocessor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a processor that could not do its work now and could later: a service is away, a limit
 * is reached. The event is delivered again, as after any other exception; this one can say when.
 *
 * <p>Extend it where a failure of yours deserves a name of its own.
 */
public class RetryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final @Nullable Duration delay;

  /** Again, at the pace of the event's source. */
  public RetryException(String message) {
    this(message, null, null);
  }

  /**
   * Again, not before the delay is over: a wish. Which sources heed it is told in {@code
   * docs/OPERATIONS.md}.
   */
  public RetryException(String message, Duration delay) {
    this(message, delay, null);
  }

  /** All there is to say; a delay below zero is none at all. */
  public RetryException(String message, @Nullable Duration delay, @Nullable Throwable cause) {
    super(message, cause);
    this.delay = delay != null && delay.isNegative() ? Duration.ZERO : delay;
  }

  /** How long to wait before the event is delivered again; null for the source's own pace. */
  public final @Nullable Duration delay() {
    return delay;
  }
}

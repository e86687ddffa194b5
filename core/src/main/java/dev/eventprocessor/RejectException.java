package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a processor that will never be able to process this event: delivering it again would
 * not help. It goes to the application's {@link dev.eventprocessor.batch.ParkingLot}; without one
 * it is handed back to its source, so that it ends where the source puts what fails too often.
 *
 * <p>Extend it where a failure of yours deserves a name of its own.
 */
public class RejectException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Never again, for this reason. */
  public RejectException(String message) {
    this(message, null);
  }

  /** Never again, for this reason and because of that. */
  public RejectException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

package dev.eventprocessor.azure;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.EventProcessorException;

/**
 * An {@link EventProcessorException} that has a cause, as it is told to the host: the same message,
 * without the cause, because the host shows the innermost message only. The cause stands in the
 * invocation's log.
 */
public final class FunctionFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ErrorId id;

  FunctionFailedException(EventProcessorException failure) {
    super(failure.getMessage());
    this.id = failure.id();
  }

  /** What went wrong, as a name that stays the same over versions. */
  public ErrorId id() {
    return id;
  }
}

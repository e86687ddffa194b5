package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws by itself; catch it to tell the library's faults from
 * your own.
 *
 * <p>The message begins with the {@link #id()} in brackets, says what happened, where, and what to
 * do. It names paths, types and registrations, never a value of the event. Exceptions that your
 * processors throw are not of this type: they pass through unchanged.
 */
public abstract sealed class EventProcessorException extends RuntimeException
    permits ConfigurationException,
        NoMatchException,
        DependencyException,
        InvalidEventException,
        BatchException {

  private static final long serialVersionUID = 1;

  private final ErrorId id;

  EventProcessorException(ErrorId id, String message, @Nullable Throwable cause) {
    super("[" + id.text() + "] " + message, cause);
    this.id = id;
  }

  /** What went wrong, as a name that stays the same over versions. */
  public final ErrorId id() {
    return id;
  }
}

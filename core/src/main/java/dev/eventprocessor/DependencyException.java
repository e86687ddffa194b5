package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/** Thrown when a processor's dependency cannot be had at the moment it is needed. */
public final class DependencyException extends EventProcessorException {

  private static final long serialVersionUID = 1;

  private final String dependency;

  DependencyException(ErrorId id, String dependency, String message, @Nullable Throwable cause) {
    super(id, message, cause);
    this.dependency = dependency;
  }

  /** The dependency's name, with its parameter where it has one: {@code messenger("slack")}. */
  public String dependency() {
    return dependency;
  }
}

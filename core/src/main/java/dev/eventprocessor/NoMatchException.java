package dev.eventprocessor;

import java.util.List;

/** Thrown when no registration accepts an event and there is no {@code otherwise}. */
public final class NoMatchException extends EventProcessorException {

  private static final long serialVersionUID = 1;

  private final transient List<String> paths;

  NoMatchException(int registrations, List<String> paths) {
    super(
        ErrorId.NO_MATCH,
        "None of "
            + registrations
            + " registrations accepts this event. Their filters look at: "
            + (paths.isEmpty() ? "nothing" : String.join(", ", paths))
            + ". Register a processor for it, or otherwise() for all that is left.",
        null);
    this.paths = paths;
  }

  /**
   * The paths that the registrations' filters look at, each once, the most specific filter first.
   */
  public List<String> paths() {
    return paths;
  }
}

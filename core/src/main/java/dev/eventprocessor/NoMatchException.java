package dev.eventprocessor;

import java.util.List;

/** Thrown when no registration accepts an event and there is no {@code otherwise}. */
public final class NoMatchException extends EventProcessorException {

  private static final long serialVersionUID = 1;

  /** How many paths the message tells; {@link #paths} has all. */
  private static final int PATHS_TOLD = 10;

  private final transient List<String> paths;

  /**
   * Keeps the list.
   *
   * @param nearest which registration came nearest, as a sentence after a space; empty where none
   *     came near
   */
  NoMatchException(int registrations, List<String> paths, String nearest) {
    super(
        ErrorId.NO_MATCH,
        "None of "
            + registrations
            + " registrations accepts this event. Their filters look at: "
            + told(paths)
            + "."
            + nearest
            + " Register a processor for it, or otherwise() for all that is left.",
        null);
    this.paths = paths;
  }

  private static String told(List<String> paths) {
    if (paths.isEmpty()) {
      return "nothing";
    }
    int more = paths.size() - PATHS_TOLD;
    return more <= 0
        ? String.join(", ", paths)
        : String.join(", ", paths.subList(0, PATHS_TOLD)) + " and " + more + " more";
  }

  /**
   * The paths that the registrations' filters look at, each once, the most specific filter first.
   */
  public List<String> paths() {
    return paths;
  }
}

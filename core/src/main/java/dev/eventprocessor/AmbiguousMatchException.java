package dev.eventprocessor;

import java.util.List;

/**
 * Thrown when several registrations of the same rank accept an event, under {@link
 * InvocationStrategy#FAIL_IF_AMBIGUOUS}. None of them ran.
 */
public final class AmbiguousMatchException extends EventProcessorException {

  private static final long serialVersionUID = 1;

  /** How many names the message tells; {@link #processors} has all. */
  private static final int NAMES_TOLD = 10;

  private final transient List<String> processors;

  AmbiguousMatchException(int rank, List<String> processors) {
    super(ErrorId.AMBIGUOUS_MATCH, text(rank, processors), null);
    this.processors = List.copyOf(processors);
  }

  /** The names of the registrations that accept the event, in dispatch order; at least two. */
  public List<String> processors() {
    return processors;
  }

  private static String text(int rank, List<String> processors) {
    StringBuilder text = new StringBuilder();
    text.append(processors.size()).append(" registrations of rank ").append(rank);
    text.append(" accept this event, and the strategy runs only one that is alone: ");
    int told = Math.min(processors.size(), NAMES_TOLD);
    text.append(String.join(", ", processors.subList(0, told)));
    if (told < processors.size()) {
      text.append(" and ").append(processors.size() - told).append(" more");
    }
    return text.append(
            ". Give the one that should run a higher rank, or let their filters exclude each other.")
        .toString();
  }
}

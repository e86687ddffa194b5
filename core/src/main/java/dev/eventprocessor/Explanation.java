package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an event goes where it goes: what {@code EventProcessor.explain} returns. Printed, it is a
 * table to read; it names paths and filters' literals, never a value of the event. Immutable.
 *
 * @param strategy which of the registrations that accept an event run
 * @param entries the registrations in dispatch order, {@code otherwise} last
 * @param error what {@code invoke} throws for this event before any processor runs; null where it
 *     does not
 */
public record Explanation(
    InvocationStrategy strategy, List<Entry> entries, @Nullable ErrorId error) {

  /** Keeps a copy. */
  public Explanation {
    entries = List.copyOf(entries);
  }

  /** The names of the processors that {@code invoke} runs, in order. */
  public List<String> runs() {
    return named(Verdict.RUNS);
  }

  private List<String> named(Verdict verdict) {
    List<String> names = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.verdict == verdict) {
        names.add(entry.processor);
      }
    }
    return names;
  }

  /** All of it as text: what runs, and a line for each registration. */
  @Override
  public String toString() {
    Listing listing = new Listing();
    List<String> runs = runs();
    listing.sentence(runs.isEmpty() ? "Nothing runs: " + whyNothing() : whatRuns(runs));
    for (Entry entry : entries) {
      listing.measure(entry.processor, entry.rank);
    }
    for (Entry entry : entries) {
      listing.row(entry.verdict == Verdict.RUNS ? "-> " : "   ", entry.processor, entry.rank);
      listing.line(wording(entry));
    }
    return listing.toString();
  }

  private String whatRuns(List<String> runs) {
    int others = named(Verdict.PASSED_OVER).size();
    if (runs.size() > 1) {
      return String.join(", ", runs) + " run.";
    }
    Entry last = entries.get(entries.size() - 1);
    boolean rest = last.filter == null;
    if (rest && last.verdict == Verdict.RUNS) {
      return runs.get(0) + " runs: no other registration accepts this event.";
    }
    int accepting = others + (rest ? 0 : 1); // Of the others, one is otherwise.
    return runs.get(0)
        + " runs: "
        + (accepting == 1
            ? "no other registration accepts this event."
            : "it goes first of the " + accepting + " that accept this event.");
  }

  private String whyNothing() {
    if (error == ErrorId.NO_MATCH) {
      return "none of "
          + Listing.counted(entries.size(), "registration")
          + " accepts this event, so invoke throws "
          + ErrorId.NO_MATCH.text()
          + ".";
    }
    return "more than one registration of the highest rank accepts this event, "
        + (error == null ? "and the strategy skips it." : "so invoke throws " + error.text() + ".");
  }

  private static String wording(Entry entry) {
    if (entry.filter == null) {
      return entry.verdict == Verdict.RUNS ? "otherwise" : "otherwise: not needed";
    }
    return switch (entry.verdict) {
      case RUNS -> "accepts";
      case PASSED_OVER -> "accepts, but does not run";
      case NOT_ACCEPTED -> "does not accept: " + entry.unmet;
    };
  }

  /** What becomes of a registration at an event. */
  public enum Verdict {
    /** It accepts the event and runs. */
    RUNS,
    /** It accepts the event, but another goes first, or none runs because there are several. */
    PASSED_OVER,
    /** It does not accept the event. */
    NOT_ACCEPTED
  }

  /**
   * One registration.
   *
   * @param processor its name
   * @param rank its rank
   * @param filter what it accepts; null for {@code otherwise}
   * @param verdict what becomes of it
   * @param unmet the first condition that the event does not satisfy; null where it is accepted
   */
  public record Entry(
      String processor,
      int rank,
      @Nullable Filter filter,
      Verdict verdict,
      @Nullable Filter unmet) {}
}

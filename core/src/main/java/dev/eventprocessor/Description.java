package dev.eventprocessor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EventProcessor} has registered, in dispatch order: what {@code describe} returns.
 * Printed, it is a table to read. Immutable.
 *
 * @param strategy which of the registrations that accept an event run
 * @param entries the registrations, {@code otherwise} last
 */
public record Description(InvocationStrategy strategy, List<Entry> entries) {

  /** Keeps a copy. */
  public Description {
    entries = List.copyOf(entries);
  }

  /** All of it as text: one line or a few for each registration. */
  @Override
  public String toString() {
    Listing listing = new Listing();
    listing.sentence(
        Listing.counted(entries.size(), "registration") + "; " + wording(strategy) + ".");
    for (Entry entry : entries) {
      listing.measure(entry.processor, entry.rank);
    }
    for (Entry entry : entries) {
      listing.row("", entry.processor, entry.rank);
      listing.filter(entry.filter);
      listing.detail(entry.needs.isEmpty() ? null : "needs " + String.join(", ", entry.needs));
      listing.detail(entry.errors == ErrorPolicy.bubble() ? null : "on error: " + entry.errors);
      listing.detail(entry.owner.equals("the registry") ? null : "of " + entry.owner);
    }
    return listing.toString();
  }

  private static String wording(InvocationStrategy strategy) {
    return switch (strategy) {
      case FIRST_MATCH -> "an event goes to the first that accepts it";
      case ALL_MATCHES -> "an event goes to all of the highest rank that accept it";
      case SKIP_IF_AMBIGUOUS ->
          "an event goes to the one of the highest rank that accepts it, to none if there are more";
      case FAIL_IF_AMBIGUOUS ->
          "an event goes to the one of the highest rank that accepts it and fails if there are more";
    };
  }

  /**
   * One registration.
   *
   * @param processor its name
   * @param rank its rank
   * @param filter what it accepts; null for {@code otherwise}
   * @param needs its dependencies, as they are printed: {@code messenger("slack")}
   * @param errors what becomes of its failures
   * @param owner {@code the registry}, or the module that it was included with
   */
  public record Entry(
      String processor,
      int rank,
      @Nullable Filter filter,
      List<String> needs,
      ErrorPolicy errors,
      String owner) {

    /** Keeps a copy. */
    public Entry {
      needs = List.copyOf(needs);
    }
  }
}

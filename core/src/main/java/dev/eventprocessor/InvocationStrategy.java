package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the registrations that accept an event run. Set with {@code
 * EventProcessor.Builder.strategy}; {@link #FIRST_MATCH} without.
 *
 * <p>Rank speaks first, whatever the strategy: of the registrations that accept the event, only
 * those of the highest rank are <em>candidates</em>. A strategy chooses among the candidates and
 * runs nothing itself. Where there is no candidate, {@code otherwise} is the only one; where there
 * is no {@code otherwise} either, every strategy throws {@link NoMatchException}.
 */
public enum InvocationStrategy {

  /** The first candidate: the one with most conditions, among equals the one registered first. */
  FIRST_MATCH,

  /** Every candidate, most conditions first, then in order of registration. */
  ALL_MATCHES,

  /** The candidate if it is the only one, else none: {@code invoke} returns no result then. */
  SKIP_IF_AMBIGUOUS,

  /** The candidate if it is the only one, else {@link AmbiguousMatchException}. */
  FAIL_IF_AMBIGUOUS;

  /** The matches to run, in order. */
  List<Match> choose(Registry registry, Event event) {
    if (this == FIRST_MATCH) {
      return List.of(registry.first(event));
    }
    int most = this == SKIP_IF_AMBIGUOUS ? 2 : Integer.MAX_VALUE;
    List<Match> candidates = registry.candidates(event, most);
    if (this == ALL_MATCHES || candidates.size() == 1) {
      return candidates;
    }
    if (this == SKIP_IF_AMBIGUOUS) {
      return List.of();
    }
    throw ambiguous(candidates);
  }

  private static AmbiguousMatchException ambiguous(List<Match> candidates) {
    List<String> names = new ArrayList<>(candidates.size());
    for (Match candidate : candidates) {
      names.add(candidate.route().name());
    }
    return new AmbiguousMatchException(candidates.get(0).route().rank(), names);
  }
}

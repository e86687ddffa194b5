package dev.eventprocessor;

import java.util.Comparator;

/** A route that accepts an event, and the event as its filter saw it. */
record Match(Route route, Event event) {

  /** In the order of dispatch. */
  static final class ByOrder implements Comparator<Match> {
    @Override
    public int compare(Match a, Match b) {
      return Integer.compare(a.route.order(), b.route.order());
    }
  }
}

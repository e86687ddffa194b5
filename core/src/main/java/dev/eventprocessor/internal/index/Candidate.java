package dev.eventprocessor.internal.index;

import dev.eventprocessor.Filter;
import java.util.List;

/** A filter of which all is known but what is left to ask. */
final class Candidate extends Target {

  private static final Filter[] NOTHING = {};

  private final int place;
  private final Filter[] left;

  Candidate(int number, int place, List<Filter> left) {
    super(number);
    this.place = place;
    this.left = left.isEmpty() ? NOTHING : left.toArray(NOTHING);
  }

  @Override
  int first() {
    return place;
  }

  @Override
  void search(Search search) {
    for (Filter filter : left) {
      if (!filter.matches(search.event)) {
        return;
      }
    }
    search.found(place);
  }
}

package dev.eventprocessor.internal.index;

/** What a step of a search leads to: a candidate, or a node that narrows further. */
abstract sealed class Target permits Candidate, Node {

  /** Its own among all of an index, counted from 0. */
  final int number;

  Target(int number) {
    this.number = number;
  }

  /** The first place that can be found here; a search that has found better does not come. */
  abstract int first();

  /**
   * Goes on with the search here, unless nothing better can be found or it has been here before:
   * the answer depends on the event alone. So a large event, whose values lead to one target again
   * and again, costs in proportion to its size.
   */
  final void enter(Search search) {
    if (first() < search.limit && search.isNew(number)) {
      search(search);
    }
  }

  /** The search itself. */
  abstract void search(Search search);
}

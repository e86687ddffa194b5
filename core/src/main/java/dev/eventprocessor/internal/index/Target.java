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

  /** Goes on with the search; {@link Search#enter} calls it where that has a point. */
  abstract void search(Search search);
}

package dev.eventprocessor.internal.index;

/** What a step of a search leads to: a candidate, or a node that narrows further. */
abstract sealed class Target permits Candidate, Node {

  /** The first place that can be found here; a search that has found better does not come. */
  abstract int first();

  /** Goes on with the search. */
  abstract void search(Search search);
}

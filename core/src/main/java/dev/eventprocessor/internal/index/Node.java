package dev.eventprocessor.internal.index;

/** Candidates to ask one after the other, and values to look at, each of which leads to more. */
final class Node extends Target {

  private final Candidate[] candidates;
  private final Probe[] probes;
  private final int first;

  /** Takes candidates and probes in the order of their first places. */
  Node(int number, Candidate[] candidates, Probe[] probes) {
    super(number);
    this.candidates = candidates;
    this.probes = probes;
    this.first =
        Math.min(
            candidates.length == 0 ? Integer.MAX_VALUE : candidates[0].first(),
            probes.length == 0 ? Integer.MAX_VALUE : probes[0].first());
  }

  @Override
  int first() {
    return first;
  }

  @Override
  void search(Search search) {
    for (Probe probe : probes) {
      if (probe.first() < search.limit) {
        probe.search(search);
      }
    }
    for (Candidate candidate : candidates) {
      if (candidate.first() >= search.limit) {
        return;
      }
      candidate.enter(search);
    }
  }
}

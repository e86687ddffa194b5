package dev.eventprocessor;

import java.util.Comparator;

/**
 * Higher rank first, then more conditions; a stable sort leaves the order of registration among
 * equals. A class and not a lambda, because every start needs it.
 */
final class DispatchOrder implements Comparator<Registration> {

  @Override
  public int compare(Registration a, Registration b) {
    return a.rank() != b.rank()
        ? Integer.compare(b.rank(), a.rank())
        : Integer.compare(b.filter().conditions(), a.filter().conditions());
  }
}

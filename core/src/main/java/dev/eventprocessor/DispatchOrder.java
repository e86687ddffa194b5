package dev.eventprocessor;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Higher rank first, then more conditions, then fewer parameters in a path; a stable sort leaves
 * the order of registration among equals. A class and not a lambda, because every start needs it.
 */
final class DispatchOrder implements Comparator<Registration> {

  /** Sorts; what is in order already, as most registries are, loads no sorting. */
  static void sort(Registration[] registrations) {
    DispatchOrder order = new DispatchOrder();
    for (int i = 1; i < registrations.length; i++) {
      if (order.compare(registrations[i - 1], registrations[i]) > 0) {
        Arrays.sort(registrations, order);
        return;
      }
    }
  }

  @Override
  public int compare(Registration a, Registration b) {
    if (a.rank() != b.rank()) {
      return Integer.compare(b.rank(), a.rank());
    }
    int more = Integer.compare(b.filter().conditions(), a.filter().conditions());
    return more != 0 ? more : Integer.compare(a.parameters(), b.parameters());
  }
}

package dev.eventprocessor;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Higher rank first, then more conditions; a stable sort leaves the order of registration among
 * equals. A class and not a lambda, because every start needs it.
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
    return a.rank() != b.rank()
        ? Integer.compare(b.rank(), a.rank())
        : Integer.compare(b.filter().conditions(), a.filter().conditions());
  }
}

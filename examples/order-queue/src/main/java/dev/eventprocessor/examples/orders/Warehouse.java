package dev.eventprocessor.examples.orders;

import dev.eventprocessor.RetryException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A stand-in for the service that a real application would call. Thread-safe. */
final class Warehouse {

  private static final Set<Object> KNOWN = Set.of("lamp", "chair", "sofa");

  private final String name;
  private final Set<String> restocked = ConcurrentHashMap.newKeySet();

  private Warehouse(String name) {
    this.name = name;
  }

  static Warehouse open(String name) {
    return new Warehouse(name);
  }

  /**
   * Ships an order. Sofas are restocked first, which takes a second.
   *
   * @throws IOException the catalogue does not know an item, today
   */
  void ship(String order, List<?> items) throws IOException {
    if (!KNOWN.containsAll(items)) {
      throw new IOException("The catalogue of " + name + " does not know an item.");
    }
    if (items.contains("sofa") && restocked.add(order)) {
      throw new RetryException("Sofas are being restocked.", Duration.ofSeconds(1));
    }
    System.out.println("shipped " + order);
  }
}

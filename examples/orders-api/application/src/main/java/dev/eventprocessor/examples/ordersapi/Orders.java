package dev.eventprocessor.examples.ordersapi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where orders are kept; a database, in an application that is no example. Thread-safe. */
public final class Orders {

  private final Map<String, Order> all = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  /** Keeps an order for this item. */
  public Order add(String item) {
    Order order = new Order(Integer.toString(last.incrementAndGet()), item);
    all.put(order.id(), order);
    return order;
  }

  /**
   * The order of this number.
   *
   * @throws OrderNotFoundException when there is none
   */
  public Order find(String id) {
    @Nullable Order order = all.get(id);
    if (order == null) {
      throw new OrderNotFoundException();
    }
    return order;
  }
}

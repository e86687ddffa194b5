package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Routes whose filters see the same event, and which of them accept it. The one place where filters
 * meet events on the way to a processor.
 */
final class Routes {

  private final Route[] inOrder;

  /**
   * Keeps the array.
   *
   * @param inOrder the routes in dispatch order
   */
  Routes(Route[] inOrder) {
    this.inOrder = inOrder;
  }

  /** All of them in dispatch order; not to be changed. */
  Route[] inOrder() {
    return inOrder;
  }

  /** The first that accepts the event; null where none does. */
  @Nullable Route first(Event event) {
    for (Route route : inOrder) {
      if (route.filter().matches(event)) {
        return route;
      }
    }
    return null;
  }

  /**
   * Those of the highest rank among all that accept the event, in dispatch order.
   *
   * @param most how many are wanted; there may be more
   */
  List<Route> top(Event event, int most) {
    List<Route> top = new ArrayList<>(4);
    for (Route route : inOrder) {
      if (!top.isEmpty() && (top.size() == most || route.rank() < top.get(0).rank())) {
        break;
      }
      if (route.filter().matches(event)) {
        top.add(route);
      }
    }
    return top;
  }
}

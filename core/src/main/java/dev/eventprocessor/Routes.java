package dev.eventprocessor;

import dev.eventprocessor.internal.index.FilterIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Routes whose filters see the same event, and which of them accept it. The one place where filters
 * meet events on the way to a processor: asked one after the other where there are few, by an index
 * where that is faster.
 */
final class Routes {

  /** Up to so many routes asking each is as fast, and loads no index. */
  private static final int FEW = 2;

  private final Route[] inOrder;
  private final @Nullable FilterIndex index;

  /**
   * Keeps the array.
   *
   * @param inOrder the routes in dispatch order
   */
  Routes(Route[] inOrder) {
    this.inOrder = inOrder;
    this.index = inOrder.length <= FEW ? null : FilterIndex.of(filters(inOrder));
  }

  private static List<Filter> filters(Route[] routes) {
    List<Filter> filters = new ArrayList<>(routes.length);
    for (Route route : routes) {
      filters.add(route.filter());
    }
    return filters;
  }

  /** All of them in dispatch order; not to be changed. */
  Route[] inOrder() {
    return inOrder;
  }

  /** The first that accepts the event; null where none does. */
  @Nullable Route first(Event event) {
    if (index != null) {
      int place = index.first(event, event.values());
      return place < 0 ? null : inOrder[place];
    }
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
    if (index != null) {
      for (int place : index.all(event, event.values())) {
        if (isEnd(inOrder[place], top, most)) {
          break;
        }
        top.add(inOrder[place]);
      }
      return top;
    }
    for (Route route : inOrder) {
      if (isEnd(route, top, most)) {
        break;
      }
      if (route.filter().matches(event)) {
        top.add(route);
      }
    }
    return top;
  }

  private static boolean isEnd(Route route, List<Route> top, int most) {
    return !top.isEmpty() && (top.size() == most || route.rank() < top.get(0).rank());
  }
}

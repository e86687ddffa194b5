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

  /**
   * Up to so many routes asking each is about as fast, so that no first event waits for an index.
   */
  private static final int FEW = 10;

  /**
   * A few routes get an index once {@link #spared} is larger: it pays where most of them refuse an
   * event before one accepts it, and where all are asked; it costs where the first one accepts.
   */
  private static final int WARM = 2_000;

  private final Route[] inOrder;
  private final Filter[] filters;

  /** The only one; null where there are several. No index ever spares it a question. */
  private final @Nullable Filter single;

  /**
   * Made at once where there are many. All of it hangs below a final field and never changes, so
   * that a race shows either all of it or nothing; that it may be made twice is harmless.
   */
  private @Nullable FilterIndex index;

  /** Questions that an index might have spared, less one for each event; never below 0. */
  private int spared;

  /**
   * Keeps the array.
   *
   * @param inOrder the routes in dispatch order
   */
  Routes(Route[] inOrder) {
    this.inOrder = inOrder;
    this.filters = new Filter[inOrder.length];
    for (int i = 0; i < filters.length; i++) {
      filters[i] = inOrder[i].filter();
    }
    this.single = filters.length == 1 ? filters[0] : null;
    this.index = filters.length <= FEW ? null : FilterIndex.of(List.of(filters));
  }

  /**
   * Learns how many questions an index might have spared for one event. Counting is not exact under
   * many threads, and need not be.
   */
  private void count(int questions) {
    int known = spared;
    int more = Math.max(0, known + questions - 1);
    if (more > WARM) {
      spared = 0;
      index = FilterIndex.of(List.of(filters));
    } else if (more != known) {
      spared = more;
    }
  }

  /** All of them in dispatch order; not to be changed. */
  Route[] inOrder() {
    return inOrder;
  }

  /** Whether one of them accepts the event. */
  boolean accepts(Event event) {
    return place(event) >= 0;
  }

  /** The first that accepts the event; null where none does. */
  @Nullable Route first(Event event) {
    int place = place(event);
    return place < 0 ? null : inOrder[place];
  }

  /** Where the first that accepts the event stands; below 0 where none does. */
  private int place(Event event) {
    if (single != null) {
      return single.matches(event) ? 0 : -1;
    }
    @Nullable FilterIndex warm = index;
    if (warm != null) {
      return warm.first(event, event.values());
    }
    Filter[] few = filters;
    for (int place = 0; place < few.length; place++) {
      if (few[place].matches(event)) {
        count(place);
        return place;
      }
    }
    count(few.length);
    return -1;
  }

  /**
   * Those of the highest rank among all that accept the event, in dispatch order.
   *
   * @param most how many are wanted; there may be more
   */
  List<Match> top(Event event, int most) {
    @Nullable FilterIndex warm = index;
    if (warm != null) {
      return top(event, most, warm.all(event, event.values()));
    }
    List<Match> top = new ArrayList<>(4);
    int asked = 0;
    while (asked < inOrder.length && !isEnd(inOrder[asked], top, most)) {
      Route route = inOrder[asked++];
      if (route.filter().matches(event)) {
        top.add(new Match(route, event));
      }
    }
    count(asked);
    return top;
  }

  private List<Match> top(Event event, int most, int[] places) {
    if (places.length == 0) {
      return List.of();
    }
    if (places.length == 1) { // Mostly.
      return List.of(new Match(inOrder[places[0]], event));
    }
    List<Match> top = new ArrayList<>(places.length);
    for (int place : places) {
      if (isEnd(inOrder[place], top, most)) {
        break;
      }
      top.add(new Match(inOrder[place], event));
    }
    return top;
  }

  private static boolean isEnd(Route route, List<Match> top, int most) {
    return !top.isEmpty() && (top.size() == most || route.rank() < top.get(0).route().rank());
  }
}

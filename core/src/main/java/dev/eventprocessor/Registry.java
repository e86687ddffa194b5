package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All routes of a registry: prepares an event and finds whom it is for. Most registries have one
 * view; each included module with preparing steps of its own adds one.
 */
final class Registry {

  private final View[] views;

  /** The only view's; null where there are several. Most have one: no array, no comparing. */
  private final @Nullable Routes only;

  /** Whether a step of the only view prepares its events. */
  private final boolean isPrepared;

  private final List<Route> inOrder;
  private final @Nullable Route otherwise;
  private final int otherwiseView;

  /**
   * Made at the first event that none accepts. Its fields are final: a race makes it twice at most.
   */
  private @Nullable NoMatch noMatch;

  /** Made at the first request whose method may be wrong; otherwise as {@link #noMatch}. */
  private @Nullable HttpTargets httpTargets;

  /**
   * Keeps what it is given.
   *
   * @param views at least one; each after its parent
   * @param inOrder every route in dispatch order, {@code otherwise} last
   * @param otherwiseView the view whose event {@code otherwise} gets
   */
  Registry(View[] views, List<Route> inOrder, @Nullable Route otherwise, int otherwiseView) {
    this.views = views;
    this.only = views.length == 1 ? views[0].routes() : null;
    this.isPrepared = !views[0].steps().isEmpty();
    this.inOrder = inOrder;
    this.otherwise = otherwise;
    this.otherwiseView = otherwiseView;
  }

  /** The event as each view's filters see it. One that a step fails for is for nobody. */
  Event[] prepare(Event event) {
    Event[] events = new Event[views.length];
    for (int i = 0; i < views.length; i++) {
      events[i] = views[i].prepare(i == 0 ? event : events[views[i].parent()]);
    }
    return events;
  }

  private Event prepareOnly(Event event) {
    return isPrepared ? views[0].prepare(event) : event;
  }

  /**
   * The first match in dispatch order, {@code otherwise} last.
   *
   * @throws NoMatchException when there is none
   */
  Match first(Event event) {
    if (only != null) {
      Event prepared = prepareOnly(event);
      @Nullable Route route = only.first(prepared);
      return route == null ? rest(new Event[] {prepared}) : new Match(route, prepared);
    }
    Event[] events = prepare(event);
    @Nullable Route first = null;
    int view = 0;
    for (int i = 0; i < views.length; i++) {
      @Nullable Route route = views[i].routes().first(events[i]);
      if (route != null && (first == null || route.order() < first.order())) {
        first = route;
        view = i;
      }
    }
    return first == null ? rest(events) : new Match(first, events[view]);
  }

  /** The routes that see each event as it comes; null where a step prepares any of them. */
  @Nullable Routes direct() {
    return isPrepared ? null : only;
  }

  /** Whether a route accepts the event, other than {@code otherwise}. */
  boolean accepts(Event event) {
    if (only != null) {
      return only.accepts(prepareOnly(event));
    }
    Event[] events = prepare(event);
    for (int i = 0; i < views.length; i++) {
      if (views[i].routes().first(events[i]) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a route is for requests of this method to this target, whatever else it asks. */
  boolean hasRoute(Event request) {
    @Nullable HttpTargets known = httpTargets;
    if (known == null) {
      known = new HttpTargets(views);
      httpTargets = known;
    }
    return known.have(prepare(request));
  }

  /**
   * The matches of the highest rank among all, in dispatch order; {@code otherwise} alone where
   * nothing matches.
   *
   * @param most how many are wanted; there may be more
   * @throws NoMatchException when there is none
   */
  List<Match> candidates(Event event, int most) {
    if (only != null) {
      Event prepared = prepareOnly(event);
      List<Match> top = only.top(prepared, most);
      return top.isEmpty() ? List.of(rest(new Event[] {prepared})) : top;
    }
    Event[] events = prepare(event);
    List<Match> candidates = new ArrayList<>();
    for (int i = 0; i < views.length; i++) {
      for (Match match : views[i].routes().top(events[i], most)) {
        add(match, candidates);
      }
    }
    if (candidates.isEmpty()) {
      return List.of(rest(events));
    }
    candidates.sort(new Match.ByOrder());
    return candidates;
  }

  /** Keeps the highest rank only; views come one after the other, each with one rank. */
  private static void add(Match match, List<Match> candidates) {
    if (!candidates.isEmpty()) {
      int rank = candidates.get(0).route().rank();
      if (match.route().rank() < rank) {
        return;
      }
      if (match.route().rank() > rank) {
        candidates.clear();
      }
    }
    candidates.add(match);
  }

  private Match rest(Event[] events) {
    if (otherwise != null) {
      return new Match(otherwise, events[otherwiseView]);
    }
    @Nullable NoMatch known = noMatch;
    if (known == null) {
      known = new NoMatch(inOrder, views);
      noMatch = known;
    }
    throw known.of(events);
  }

  /** Every route in dispatch order, {@code otherwise} last. */
  List<Route> inOrder() {
    return inOrder;
  }

  List<View> views() {
    return List.of(views);
  }

  boolean isOtherwise(Route route) {
    return otherwise != null && otherwise.order() == route.order();
  }
}

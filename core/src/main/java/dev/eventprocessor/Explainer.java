package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes descriptions and explanations of a registry. Loaded when someone asks. */
final class Explainer {

  private Explainer() {}

  static Description describe(Registry registry, @Nullable InvocationStrategy strategy) {
    List<Description.Entry> entries = new ArrayList<>();
    for (Route route : registry.inOrder()) {
      List<String> needs = new ArrayList<>();
      for (Dependency<?> dependency : route.needs()) {
        needs.add(dependency.toString());
      }
      entries.add(
          new Description.Entry(
              route.name(),
              route.rank(),
              registry.isOtherwise(route) ? null : route.filter(),
              needs,
              route.errors() == null ? ErrorPolicy.bubble() : route.errors(),
              route.owner()));
    }
    return new Description(nonNull(strategy), entries);
  }

  /** By the filters alone, one by one: it asks nothing of what finds matches fast. */
  static Explanation explain(
      Registry registry, @Nullable InvocationStrategy strategy, Event event) {
    List<Route> routes = registry.inOrder();
    @Nullable Event[] seen = seen(registry, event);
    @Nullable Filter[] unmet = new Filter[routes.size()];
    List<Route> accepting = new ArrayList<>();
    for (Route route : routes) {
      @Nullable Event mine = seen[route.order()];
      if (mine == null) {
        addOtherwise(route, accepting);
      } else {
        unmet[route.order()] = route.filter().unmet(mine);
        if (unmet[route.order()] == null) {
          accepting.add(route);
        }
      }
    }
    List<Route> chosen = chosen(nonNull(strategy), accepting);
    List<Explanation.Entry> entries = new ArrayList<>();
    for (Route route : routes) {
      boolean rest = seen[route.order()] == null;
      @Nullable Filter first = unmet[route.order()];
      entries.add(
          new Explanation.Entry(
              route.name(),
              route.rank(),
              rest ? null : route.filter(),
              verdict(chosen.contains(route), first),
              first));
    }
    return new Explanation(nonNull(strategy), entries, error(strategy, accepting, chosen));
  }

  /** It accepts what no other does. */
  private static void addOtherwise(Route route, List<Route> accepting) {
    if (accepting.isEmpty()) {
      accepting.add(route);
    }
  }

  /** What each route's filter sees; null for {@code otherwise}. */
  private static @Nullable Event[] seen(Registry registry, Event event) {
    Event[] prepared = registry.prepare(event);
    @Nullable Event[] seen = new Event[registry.inOrder().size()];
    List<View> views = registry.views();
    for (int i = 0; i < prepared.length; i++) {
      for (Route route : views.get(i).routes().inOrder()) {
        seen[route.order()] = prepared[i];
      }
    }
    return seen;
  }

  private static List<Route> chosen(InvocationStrategy strategy, List<Route> accepting) {
    List<Route> candidates = new ArrayList<>();
    for (Route route : accepting) {
      if (route.rank() == accepting.get(0).rank()) {
        candidates.add(route);
      }
    }
    if (candidates.size() < 2) {
      return candidates;
    }
    return switch (strategy) {
      case FIRST_MATCH -> candidates.subList(0, 1);
      case ALL_MATCHES -> candidates;
      case SKIP_IF_AMBIGUOUS, FAIL_IF_AMBIGUOUS -> List.of();
    };
  }

  private static Explanation.Verdict verdict(boolean chosen, @Nullable Filter unmet) {
    if (unmet != null) {
      return Explanation.Verdict.NOT_ACCEPTED;
    }
    return chosen ? Explanation.Verdict.RUNS : Explanation.Verdict.PASSED_OVER;
  }

  private static @Nullable ErrorId error(
      @Nullable InvocationStrategy strategy, List<Route> accepting, List<Route> chosen) {
    if (accepting.isEmpty()) {
      return ErrorId.NO_MATCH;
    }
    return chosen.isEmpty() && strategy == InvocationStrategy.FAIL_IF_AMBIGUOUS
        ? ErrorId.AMBIGUOUS_MATCH
        : null;
  }

  private static InvocationStrategy nonNull(@Nullable InvocationStrategy strategy) {
    return strategy == null ? InvocationStrategy.FIRST_MATCH : strategy;
  }
}

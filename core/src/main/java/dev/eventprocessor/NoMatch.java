package dev.eventprocessor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a registry tells of an event that none of its registrations accepts. Loaded and worked out
 * at the first such event; each further one costs a look at a bounded number of registrations.
 * Immutable.
 */
final class NoMatch {

  /** How many registrations are asked which of them comes nearest. */
  private static final int ASKED = 100;

  private final int registrations;
  private final List<String> paths;
  private final Near[] asked;

  /** Keeps nothing of any event. */
  NoMatch(List<Route> inOrder, View[] views) {
    this.registrations = inOrder.size();
    this.paths = paths(inOrder);
    this.asked = new Near[Math.min(ASKED, inOrder.size())];
    for (int i = 0; i < views.length; i++) {
      for (Route route : views[i].routes().inOrder()) {
        if (route.order() >= asked.length) {
          break;
        }
        asked[route.order()] = new Near(route.name(), route.filter(), i);
      }
    }
  }

  private static List<String> paths(List<Route> inOrder) {
    Set<Path> distinct = new LinkedHashSet<>();
    List<Path> some = new ArrayList<>();
    for (Route route : inOrder) {
      route.filter().addPathsTo(some);
      distinct.addAll(some);
      some.clear();
    }
    List<String> texts = new ArrayList<>(distinct.size());
    for (Path path : distinct) {
      texts.add(path.toString());
    }
    return List.copyOf(texts);
  }

  /**
   * The failure to throw.
   *
   * @param events what each view's filters saw
   */
  NoMatchException of(Event[] events) {
    @Nullable String nearest = nearest(events);
    String among = asked.length < registrations ? " of the first " + asked.length : "";
    return new NoMatchException(
        registrations, paths, nearest == null ? "" : " Nearest" + among + " comes " + nearest);
  }

  /** The first in dispatch order with fewest conditions that are not met; one at least is. */
  private @Nullable String nearest(Event[] events) {
    @Nullable Near nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < asked.length && fewest > 1; i++) {
      Near near = asked[i];
      int unmet = near.unmet(events[near.view], fewest);
      if (unmet < near.conditions && unmet < fewest) {
        nearest = near;
        fewest = unmet;
      }
    }
    return nearest == null ? null : nearest.text(events[nearest.view]);
  }

  /**
   * A registration that may come near. Whoever asks it runs no test of the application's, and
   * decodes no content that its other conditions leave undecoded.
   */
  private static final class Near {
    private final String name;
    private final int view;
    private final int conditions;
    private final List<Filter> ofContent = new ArrayList<>(1);
    private final List<Filter> ofRest = new ArrayList<>(4);

    Near(String name, Filter filter, int view) {
      List<Filter> all = parts(filter);
      this.name = name;
      this.view = view;
      this.conditions = all.size();
      for (Filter part : all) {
        if (conditions > 1 && !hasTest(part)) { // One alone is not met, or there was a match.
          (readsContent(part) ? ofContent : ofRest).add(part);
        }
      }
    }

    private static List<Filter> parts(Filter filter) {
      List<Filter> parts = new ArrayList<>(4);
      for (Filter part : filter instanceof Filter.And and ? and.all() : List.of(filter)) {
        if (part instanceof EventPattern pattern) {
          parts.addAll(pattern.parts());
        } else {
          parts.add(part);
        }
      }
      return parts;
    }

    /** How many are not met, or the most where there are more; what is not asked is not met. */
    int unmet(Event event, int most) {
      int asked = ofRest.size() + ofContent.size();
      int unmet = unmet(ofRest, event, conditions - asked, most);
      return unmet > conditions - asked
          ? Math.min(most, unmet + ofContent.size())
          : unmet(ofContent, event, unmet, most);
    }

    private static int unmet(List<Filter> asked, Event event, int before, int most) {
      int unmet = before;
      for (int i = 0; i < asked.size() && unmet < most; i++) {
        if (!asked.get(i).matches(event)) {
          unmet++;
        }
      }
      return unmet;
    }

    String text(Event event) {
      @Nullable Filter unmet = first(ofRest, event);
      if (unmet == null) {
        unmet = first(ofContent, event);
      }
      if (unmet == null && ofRest.size() + ofContent.size() == conditions) {
        return name + ": its conditions are met, but by different elements of a list.";
      }
      List<Path> paths = new ArrayList<>();
      if (unmet != null) {
        unmet.addPathsTo(paths);
      }
      return name
          + ": "
          + (paths.isEmpty() ? "one of its conditions" : "its condition on " + paths.get(0))
          + " is not met.";
    }

    private static @Nullable Filter first(List<Filter> asked, Event event) {
      for (Filter filter : asked) {
        if (!filter.matches(event)) {
          return filter;
        }
      }
      return null;
    }

    /** A test may throw, or rely on a condition that is written before it. */
    private static boolean hasTest(Filter filter) {
      if (filter instanceof Filter.And and) {
        return anyHasTest(and.all());
      }
      if (filter instanceof Filter.Or or) {
        return anyHasTest(or.any());
      }
      if (filter instanceof Filter.Not not) {
        return hasTest(not.filter());
      }
      return filter instanceof Filter.Test
          || (filter instanceof Filter.AnyElement element && hasTest(element.filter()));
    }

    private static boolean anyHasTest(List<Filter> filters) {
      for (Filter filter : filters) {
        if (hasTest(filter)) {
          return true;
        }
      }
      return false;
    }

    private static boolean readsContent(Filter filter) {
      List<Path> paths = new ArrayList<>();
      filter.addPathsTo(paths);
      for (Path path : paths) {
        Object first = path.steps().get(0);
        if (first.equals("data") || first.equals("dataerror")) {
          return true;
        }
      }
      return false;
    }
  }
}

package dev.eventprocessor;

import dev.eventprocessor.internal.index.FilterIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which methods a registry takes for which targets of HTTP requests: of each filter what it asks of
 * these, and nothing else. Loaded at the first request that no registration accepts while another
 * method of it would be. Immutable.
 */
final class HttpTargets {

  /** What names the target ("HTTP Semantics", RFC 9110, section 7.1), and the method. */
  private static final Set<Object> FIELDS = Set.of("method", "path", "rawpath", "host", "scheme");

  private static final Set<Object> PATHS = Set.of("path", "rawpath");

  /** For each view, by its place; null where none of its filters asks for a path. */
  private final @Nullable FilterIndex[] views;

  HttpTargets(View[] views) {
    this.views = new FilterIndex[views.length];
    for (int i = 0; i < views.length; i++) {
      Set<Filter> targets = new LinkedHashSet<>();
      for (Route route : views[i].routes().inOrder()) {
        addTo(targets, route.filter());
      }
      this.views[i] = targets.isEmpty() ? null : FilterIndex.of(List.copyOf(targets));
    }
  }

  /**
   * Whether one is the request's.
   *
   * @param events what each view's filters see of it
   */
  boolean have(Event[] events) {
    for (int i = 0; i < views.length; i++) {
      @Nullable FilterIndex targets = views[i];
      if (targets != null && targets.first(events[i], events[i].values()) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Each alternative is a target by itself; one that asks for no path is none. */
  private static void addTo(Set<Filter> targets, Filter filter) {
    if (filter instanceof Filter.Or or) {
      for (Filter alternative : or.any()) {
        addTo(targets, alternative);
      }
      return;
    }
    @Nullable Filter target = target(filter);
    if (target != null && asksForPath(target)) {
      targets.add(target);
    }
  }

  /** What the filter asks of target and method; null where that is nothing. */
  private static @Nullable Filter target(Filter filter) {
    if (filter instanceof Filter.And and) {
      return all(and.all());
    }
    if (filter instanceof EventPattern pattern) {
      List<EventPattern> parts = pattern.parts();
      return parts.size() == 1 ? ofTarget(pattern) : all(parts);
    }
    return filter instanceof Filter.Or or ? one(or.any()) : ofTarget(filter);
  }

  private static @Nullable Filter all(List<? extends Filter> filters) {
    List<Filter> targets = new ArrayList<>(filters.size());
    for (Filter filter : filters) {
      @Nullable Filter target = target(filter);
      if (target != null) {
        targets.add(target);
      }
    }
    return targets.isEmpty() ? null : Filter.And.join(targets);
  }

  /** An alternative that asks nothing makes the others needless. */
  private static @Nullable Filter one(List<Filter> filters) {
    List<Filter> targets = new ArrayList<>(filters.size());
    for (Filter filter : filters) {
      @Nullable Filter target = target(filter);
      if (target == null) {
        return null;
      }
      targets.add(target);
    }
    return Filter.Or.join(targets);
  }

  private static @Nullable Filter ofTarget(Filter filter) {
    List<Path> paths = paths(filter);
    for (Path path : paths) {
      if (!isOf(FIELDS, path)) {
        return null;
      }
    }
    return paths.isEmpty() ? null : filter;
  }

  private static boolean asksForPath(Filter filter) {
    for (Path path : paths(filter)) {
      if (isOf(PATHS, path)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> paths(Filter filter) {
    List<Path> paths = new ArrayList<>();
    filter.addPathsTo(paths);
    return paths;
  }

  private static boolean isOf(Set<Object> fields, Path path) {
    List<Object> steps = path.steps();
    return steps.size() == 2 && steps.get(0).equals("http") && fields.contains(steps.get(1));
  }
}

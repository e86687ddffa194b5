package dev.eventprocessor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a registry of registrations that have been checked. */
final class Assembly {

  private final List<Section> views = new ArrayList<>(1);
  private final List<List<Route>> routes = new ArrayList<>(1);
  private final Map<Section, Integer> indexes = new HashMap<>();

  private Assembly() {}

  /**
   * Makes the registry.
   *
   * @param root the registry's own part
   * @param inOrder the registrations in dispatch order, without {@code otherwise}
   */
  static Registry of(Section root, Registration[] inOrder, @Nullable Registration otherwise) {
    Assembly assembly = new Assembly();
    assembly.index(root);
    List<Route> all = new ArrayList<>(inOrder.length + 1);
    for (Registration registration : inOrder) {
      Route route = registration.toRoute(all.size());
      all.add(route);
      assembly.routes.get(assembly.index(registration.section().view())).add(route);
    }
    if (otherwise == null) {
      return new Registry(assembly.views(), all, null, 0);
    }
    Route last = otherwise.toRoute(all.size());
    all.add(last);
    int view = assembly.index(otherwise.section().view());
    return new Registry(assembly.views(), all, last, view);
  }

  /** The view's place; one that is new comes after the one that it begins with. */
  private int index(Section view) {
    @Nullable Integer known = indexes.get(view);
    if (known != null) {
      return known;
    }
    if (view.parent() != null) {
      index(view.parent().view());
    }
    int index = views.size();
    views.add(view);
    routes.add(new ArrayList<>());
    indexes.put(view, index);
    return index;
  }

  private View[] views() {
    View[] made = new View[views.size()];
    for (int i = 0; i < made.length; i++) {
      Section view = views.get(i);
      int parent = view.parent() == null ? i : index(view.parent().view());
      Route[] inOrder = routes.get(i).toArray(new Route[0]);
      made[i] = new View(parent, view.owner(), List.copyOf(view.steps), new Routes(inOrder));
    }
    return made;
  }
}

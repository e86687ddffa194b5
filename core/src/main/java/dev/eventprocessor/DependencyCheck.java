package dev.eventprocessor;

import dev.eventprocessor.internal.NearMisses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what a registry's processors and steps need, at any depth, and finds everything that is
 * wrong with it: needs that are missing or go round in a circle, names that mean two things, things
 * that would outlive what they are made of, and overrides of nothing.
 */
final class DependencyCheck {

  /** A factory's needs can grow with its parameter; this ends it. */
  private static final int DEEPEST = 100;

  private final @Nullable Overrides overrides;
  private final List<ConfigurationException.Problem> problems = new ArrayList<>(0);
  private final Map<Dependency<?>, Wiring.Node> nodes = new LinkedHashMap<>();
  private final Map<String, Dependency<?>> byName = new HashMap<>();
  private final List<Dependency<?>> chain = new ArrayList<>();
  private boolean isTooDeep;

  DependencyCheck(@Nullable Overrides overrides) {
    this.overrides = overrides;
  }

  /** Resolves what a registration declares. */
  void registration(String name, List<Dependency<?>> needs) {
    for (@Nullable Dependency<?> need : needs) {
      resolve(need, name);
    }
  }

  /** Resolves what the registry's own steps need, which run before there is a finished event. */
  void steps(List<Dependency<?>> needs) {
    for (@Nullable Dependency<?> need : needs) {
      Wiring.@Nullable Node node = resolve(need, "A preparing step of the registry");
      if (node != null && (node.isUncached() || node.lives() != Lifetime.APPLICATION)) {
        found(
            ErrorId.DEPENDENCY_SCOPE,
            "A preparing step of the registry needs "
                + shortLived(node)
                + ", which is not kept for the application. Give the step to the registrations that"
                + " need it, or let the step do without.");
      }
    }
  }

  /** Everything that is wrong, overrides of nothing included. */
  List<ConfigurationException.Problem> problems() {
    if (overrides != null && problems.isEmpty()) { // Else something may only seem to be unused.
      checkOverrides(overrides);
    }
    return problems;
  }

  /** What was resolved; of use where there are no problems. */
  Wiring wiring() {
    return new Wiring(nodes);
  }

  private Wiring.@Nullable Node resolve(@Nullable Dependency<?> dependency, String owner) {
    if (dependency == null) {
      found(
          ErrorId.DEPENDENCY_MISSING,
          owner
              + " needs a dependency that is null: its constant was read before it was set, as when"
              + " the constants of two classes need each other. Put them into one class, what is"
              + " needed first.");
      return null;
    }
    Wiring.@Nullable Node known = nodes.get(dependency);
    if (known != null || isTooDeep || isCircle(dependency) || isTooDeep(dependency)) {
      return known;
    }
    checkName(dependency);
    chain.add(dependency);
    Wiring.Node node = node(dependency);
    chain.remove(chain.size() - 1);
    nodes.put(dependency, node);
    checkLifetime(node);
    return node;
  }

  private Wiring.Node node(Dependency<?> dependency) {
    @Nullable Object instance = overrides == null ? null : overrides.instance(dependency);
    if (instance != null) {
      return Wiring.Node.replaced(dependency, instance);
    }
    Dependency.Recipe<?> recipe =
        overrides == null ? dependency.recipe() : overrides.recipe(dependency);
    List<Wiring.Node> needs = new ArrayList<>(2);
    Lifetime shortest = Lifetime.APPLICATION;
    for (@Nullable Dependency<?> need : needs(dependency, recipe)) {
      Wiring.@Nullable Node node = resolve(need, dependency.toString());
      if (node != null) {
        needs.add(node);
        shortest = shorter(shortest, node.lives());
      }
    }
    return Wiring.Node.made(dependency, recipe, needs, lives(recipe.lifetime(), shortest));
  }

  /**
   * Something uncached lives in whatever needs it, so that only its own needs limit it. What is
   * kept for the application is a fault if they do, which is told once, and not of its users, too.
   */
  private static Lifetime lives(Lifetime declared, Lifetime shortestNeed) {
    if (declared == Lifetime.APPLICATION) {
      return declared;
    }
    return declared == Lifetime.UNCACHED ? shortestNeed : shorter(declared, shortestNeed);
  }

  private static Lifetime shorter(Lifetime a, Lifetime b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private List<Dependency<?>> needs(Dependency<?> dependency, Dependency.Recipe<?> recipe) {
    try {
      return new ArrayList<>(recipe.needs(dependency.parameter()));
    } catch (RuntimeException e) {
      found(
          ErrorId.DEPENDENCY_MISSING,
          "What "
              + dependency
              + " needs cannot be told: its function failed with "
              + e.getClass().getName()
              + ". It gets the parameter and returns a list.");
      return List.of();
    }
  }

  private boolean isCircle(Dependency<?> dependency) {
    int from = chain.indexOf(dependency);
    if (from >= 0) {
      found(
          ErrorId.DEPENDENCY_CIRCULAR,
          "Dependencies need each other in a circle: "
              + joined(chain.subList(from, chain.size()))
              + dependency
              + ". Let one of them do without the next.");
    }
    return from >= 0;
  }

  private boolean isTooDeep(Dependency<?> dependency) {
    isTooDeep = chain.size() == DEEPEST || nodes.size() == 100 * DEEPEST;
    if (isTooDeep) {
      found(
          ErrorId.DEPENDENCY_CIRCULAR,
          "The needs of "
              + (chain.isEmpty() ? dependency : chain.get(0))
              + " do not end: "
              + joined(chain.subList(0, Math.min(3, chain.size())))
              + "... Let them not grow with the parameter.");
    }
    return isTooDeep;
  }

  private void checkName(Dependency<?> dependency) {
    String name = dependency.recipe().name();
    @Nullable Dependency<?> earlier = byName.putIfAbsent(name, dependency);
    if (earlier != null && earlier.recipe() != dependency.recipe()) {
      found(
          ErrorId.NAME_DUPLICATE,
          "Two dependency factories are named "
              + name
              + ". Keep the factory in one constant, or give each its own name.");
    }
  }

  private void checkLifetime(Wiring.Node node) {
    Dependency.Recipe<?> recipe = node.recipe();
    if (recipe.lifetime() == Lifetime.APPLICATION && shortLivedNeed(node) != null) {
      found(
          ErrorId.DEPENDENCY_SCOPE,
          node.dependency()
              + " is kept for the application but depends on what ends sooner: "
              + shortLived(node)
              + ". Make it perInvocation(), or let it do without.");
    } else if (recipe.isPrimed() && recipe.lifetime() != Lifetime.APPLICATION) {
      found(
          ErrorId.DEPENDENCY_SCOPE,
          node.dependency()
              + " is primed but not kept for the application, so that nothing could be made ahead."
              + " Leave out primed(), or the other.");
    }
  }

  /** The way from something to what ends before the application does. */
  private static String shortLived(Wiring.Node from) {
    StringBuilder way = new StringBuilder(from.dependency().toString());
    Wiring.@Nullable Node at = from;
    while (at != null) {
      Wiring.@Nullable Node next = shortLivedNeed(at);
      if (next != null) {
        way.append(" -> ").append(next.dependency());
      }
      at = next;
    }
    return way.toString();
  }

  private static Wiring.@Nullable Node shortLivedNeed(Wiring.Node node) {
    for (Wiring.Node need : node.needs()) {
      if (need.lives() != Lifetime.APPLICATION) {
        return need;
      }
    }
    return null;
  }

  private static String joined(List<Dependency<?>> steps) {
    StringBuilder text = new StringBuilder();
    for (Dependency<?> step : steps) {
      text.append(step).append(" -> ");
    }
    return text.toString();
  }

  private void checkOverrides(Overrides replaced) {
    Set<String> names = new LinkedHashSet<>();
    for (Dependency<?> dependency : nodes.keySet()) {
      names.add(dependency.toString());
    }
    for (Dependency<?> dependency : replaced.dependencies()) {
      if (!nodes.containsKey(dependency)) {
        unused(dependency.toString(), names);
      }
    }
    for (String factory : replaced.factories()) {
      if (!byName.containsKey(factory)) {
        unused(factory, byName.keySet());
      }
    }
  }

  private void unused(String name, Set<String> known) {
    found(
        ErrorId.OVERRIDE_UNUSED,
        "The override of "
            + name
            + " replaces nothing: no registration needs it, or what needs it is replaced, too."
            + NearMisses.question(name, known));
  }

  private void found(ErrorId id, String message) {
    ConfigurationException.Problem problem = new ConfigurationException.Problem(id, message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}

package dev.eventprocessor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a registry's processors and steps need, at any depth: resolved once, at build. */
final class Wiring {

  /** Nothing is needed. */
  static final Wiring NONE = new Wiring(Map.of());

  private final Map<Dependency<?>, Node> nodes;
  private int kept;
  private int scoped;
  private boolean hasScoped;

  Wiring(Map<Dependency<?>, Node> nodes) {
    this.nodes = nodes;
    if (!nodes.isEmpty()) { // Walking through nothing would load the walk.
      place(nodes.values());
    }
  }

  private void place(Collection<Node> all) {
    for (Node node : all) {
      node.index = node.lives == Lifetime.APPLICATION ? kept++ : scoped++;
      hasScoped |= isScoped(node);
    }
  }

  @Nullable Node node(Dependency<?> dependency) {
    return nodes.get(dependency);
  }

  /** How many places a scope of this lifetime needs. */
  int size(Lifetime lifetime) {
    return lifetime == Lifetime.APPLICATION ? kept : scoped;
  }

  /** Whether one of these has to be made for a single invocation or event. */
  boolean isScoped(List<Dependency<?>> needs) {
    if (hasScoped) {
      for (int i = 0; i < needs.size(); i++) {
        @Nullable Node node = nodes.get(needs.get(i));
        if (node != null && isScoped(node)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isScoped(Node node) {
    return node.isUncached() || node.lives != Lifetime.APPLICATION;
  }

  /** Those to make ahead. */
  List<Dependency<?>> primed() {
    List<Dependency<?>> primed = new ArrayList<>(0);
    for (Node node : nodes.values()) {
      if (node.instance == null && node.recipe.isPrimed()) {
        primed.add(node.dependency);
      }
    }
    return primed;
  }

  /** What is declared, for messages. */
  String names() {
    return nodes.keySet().toString();
  }

  /** One dependency with what it needs. */
  static final class Node {
    private final Dependency<?> dependency;
    private final Dependency.Recipe<?> recipe;
    private final List<Node> needs;
    private final Lifetime lives;
    private final @Nullable Object instance;
    private int index;

    private Node(
        Dependency<?> dependency,
        Dependency.Recipe<?> recipe,
        List<Node> needs,
        Lifetime lives,
        @Nullable Object instance) {
      this.dependency = dependency;
      this.recipe = recipe;
      this.needs = needs;
      this.lives = lives;
      this.instance = instance;
    }

    /**
     * One that is made.
     *
     * @param recipe its own, or what replaces it
     * @param lives how long it may live at most, by its recipe and by what it needs
     */
    static Node made(
        Dependency<?> dependency, Dependency.Recipe<?> recipe, List<Node> needs, Lifetime lives) {
      return new Node(dependency, recipe, needs, lives, null);
    }

    /** One that is replaced by a thing that somebody else made, and closes. */
    static Node replaced(Dependency<?> dependency, Object instance) {
      return new Node(dependency, dependency.recipe(), List.of(), Lifetime.APPLICATION, instance);
    }

    Dependency<?> dependency() {
      return dependency;
    }

    Dependency.Recipe<?> recipe() {
      return recipe;
    }

    List<Node> needs() {
      return needs;
    }

    Lifetime lives() {
      return lives;
    }

    /** Its place in the scope that keeps it. */
    int index() {
      return index;
    }

    /** What stands in for it; null where it is made. */
    @Nullable Object instance() {
      return instance;
    }

    boolean isUncached() {
      return instance == null && recipe.lifetime() == Lifetime.UNCACHED;
    }
  }
}

package dev.eventprocessor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dependencies of one {@link EventProcessor}: each made once, when first asked for. */
final class ApplicationDependencies implements Dependencies {

  private final Map<Dependency<?>, Slot> slots = new LinkedHashMap<>();

  ApplicationDependencies(Iterable<Route> routes) {
    for (Route route : routes) {
      for (Dependency<?> dependency : route.needs()) {
        if (!slots.containsKey(dependency)) {
          slots.put(dependency, new Slot(dependency));
        }
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // A slot holds what its dependency's own factory made.
  public <T> T get(Dependency<T> dependency) {
    @Nullable Slot slot = slots.get(dependency);
    if (slot == null) {
      throw new DependencyException(
          ErrorId.DEPENDENCY_UNDECLARED,
          dependency.toString(),
          "The dependency "
              + dependency
              + " was asked for but no registration declares it. Name it with needs(...) or with(...)"
              + " where the processor is registered. Declared are: "
              + slots.keySet()
              + ".",
          null);
    }
    return (T) slot.get();
  }

  /** One dependency; locks only until it is made. */
  private static final class Slot {
    private final Dependency<?> dependency;
    private volatile @Nullable Object made;

    Slot(Dependency<?> dependency) {
      this.dependency = dependency;
    }

    Object get() {
      @Nullable Object ready = made;
      return ready != null ? ready : make();
    }

    private synchronized Object make() {
      @Nullable Object ready = made;
      if (ready == null) {
        ready = call();
        made = ready;
      }
      return ready;
    }

    private Object call() {
      @Nullable Object fresh;
      try {
        fresh = dependency.make();
      } catch (Exception | LinkageError e) { // The latter: a library that is not deployed.
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        throw failed(
            " failed with " + e.getClass().getName() + ". It is tried again at the next event", e);
      }
      if (fresh == null) {
        throw failed(
            " returned null. Return the dependency, or throw and say why there is none", null);
      }
      return fresh;
    }

    private DependencyException failed(String what, @Nullable Throwable cause) {
      return new DependencyException(
          ErrorId.DEPENDENCY_FAILED,
          dependency.toString(),
          "The factory of " + dependency + what + ".",
          cause);
    }
  }
}

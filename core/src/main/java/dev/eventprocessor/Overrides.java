package dev.eventprocessor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in for dependencies, as in a test. Not thread-safe. */
final class Overrides {

  private final Map<Dependency<?>, Object> instances = new LinkedHashMap<>(4);
  private final Map<String, Dependency.Maker1<String, ?>> makers = new LinkedHashMap<>(4);

  void put(Dependency<?> dependency, Object instance) {
    instances.put(dependency, instance);
  }

  void put(String factory, Dependency.Maker1<String, ?> maker) {
    makers.put(factory, maker);
  }

  /** The thing that stands in for the dependency; null for none. */
  @Nullable Object instance(Dependency<?> dependency) {
    return instances.get(dependency);
  }

  /** How the dependency is made: as its factory says, or what stands in for that. */
  Dependency.Recipe<?> recipe(Dependency<?> dependency) {
    Dependency.Recipe<?> recipe = dependency.recipe();
    Dependency.@Nullable Maker1<String, ?> maker = makers.get(recipe.name());
    return maker == null ? recipe : recipe.madeBy(maker);
  }

  Iterable<Dependency<?>> dependencies() {
    return instances.keySet();
  }

  Iterable<String> factories() {
    return makers.keySet();
  }
}

package dev.eventprocessor.internal.index;

import dev.eventprocessor.Path;
import dev.eventprocessor.internal.FieldName;
import dev.eventprocessor.internal.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where in an event values are read: at a path, or in a field of an EventBridge pattern. */
final class Source {

  private static final Object[] NO_STEPS = {};

  private final Object[] steps;
  private final @Nullable FieldName field;
  private final boolean single;

  private Source(Object[] steps, @Nullable FieldName field) {
    this.steps = steps;
    this.field = field;
    this.single = field == null && !List.of(steps).contains(Walk.EACH);
  }

  /** Makes each source once, so that sources are compared by identity. */
  static final class All {
    private final Map<Object, Source> known = new HashMap<>();

    Source at(Path path) {
      @Nullable Source source = known.get(path);
      return source != null ? source : keep(path, new Source(path.steps().toArray(), null));
    }

    /** The values at a path in each element of a list at another. */
    Source inElements(Path list, Path path) {
      List<Object> steps = new ArrayList<>(list.steps());
      steps.add(Walk.EACH);
      steps.addAll(path.steps());
      @Nullable Source source = known.get(steps);
      return source != null ? source : keep(steps, new Source(steps.toArray(), null));
    }

    Source field(String name) {
      @Nullable Source source = known.get(name);
      return source != null ? source : keep(name, new Source(NO_STEPS, new FieldName(name)));
    }

    private Source keep(Object key, Source source) {
      known.put(key, source);
      return source;
    }
  }

  /**
   * The one value, {@link Walk#ABSENT} where there is none, {@link FieldName#SEVERAL} where there
   * may be more.
   */
  @Nullable Object read(Map<String, ?> event) {
    if (single) {
      return Walk.read(steps, event);
    }
    return field == null ? FieldName.SEVERAL : field.one(event);
  }

  /** Shows each value. */
  void each(Map<String, ?> event, Predicate<@Nullable Object> visitor) {
    if (field == null) {
      Walk.any(steps, event, visitor);
    } else {
      field.any(event, visitor);
    }
  }
}

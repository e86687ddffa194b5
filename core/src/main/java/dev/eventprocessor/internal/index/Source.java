package dev.eventprocessor.internal.index;

import dev.eventprocessor.Path;
import dev.eventprocessor.internal.FieldName;
import dev.eventprocessor.internal.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where in an event values are read: at a path, or in a field of an EventBridge pattern. */
final class Source {

  private static final Object[] NO_STEPS = {};

  private final Object identity;
  private final Object[] steps;
  private final @Nullable FieldName field;
  private final boolean single;

  private Source(Object identity, Object[] steps, @Nullable FieldName field) {
    this.identity = identity;
    this.steps = steps;
    this.field = field;
    this.single = field == null && !List.of(steps).contains(Walk.EACH);
  }

  static Source at(Path path) {
    List<Object> steps = path.steps();
    return new Source(steps, steps.toArray(), null);
  }

  /** The values at a path in each element of a list at another. */
  static Source inElements(Path list, Path path) {
    List<Object> steps = new ArrayList<>(list.steps());
    steps.add(Walk.EACH);
    steps.addAll(path.steps());
    return new Source(List.copyOf(steps), steps.toArray(), null);
  }

  static Source field(String name) {
    return new Source(name, NO_STEPS, new FieldName(name));
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Source source && identity.equals(source.identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }
}

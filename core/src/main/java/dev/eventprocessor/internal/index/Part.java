package dev.eventprocessor.internal.index;

import dev.eventprocessor.Condition;
import dev.eventprocessor.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the parts that all have to be satisfied. */
final class Part {

  private final @Nullable Filter filter;
  private final @Nullable Source source;
  private final List<Access> accesses;

  /**
   * A part that can be looked up.
   *
   * @param filter what to ask in the end; null where another part asks it
   * @param source where a value is looked at that tells beforehand
   * @param conditions one of which such a value satisfies whenever the part is satisfied
   */
  Part(@Nullable Filter filter, Source source, List<Condition> conditions) {
    this.filter = filter;
    this.source = source;
    this.accesses = new ArrayList<>(conditions.size());
    for (int i = 0; i < conditions.size(); i++) {
      Access.add(source, conditions.get(i), accesses);
    }
  }

  private Part(Filter filter) {
    this.filter = filter;
    this.source = null;
    this.accesses = List.of();
  }

  /** A part that can only be asked. */
  static Part asked(Filter filter) {
    return new Part(filter);
  }

  @Nullable Filter filter() {
    return filter;
  }

  /** Null where nothing tells beforehand. */
  @Nullable Source source() {
    return source;
  }

  /** By what it is found, all of them. */
  List<Access> accesses() {
    return accesses;
  }
}

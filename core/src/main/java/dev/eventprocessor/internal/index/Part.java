package dev.eventprocessor.internal.index;

import dev.eventprocessor.Condition;
import dev.eventprocessor.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the parts that all have to be satisfied.
 *
 * @param filter what to ask in the end; null where another part asks it
 * @param source where a value is looked at that tells beforehand; null where nothing does
 * @param conditions one of which such a value satisfies whenever the part is satisfied
 */
record Part(@Nullable Filter filter, @Nullable Source source, List<Condition> conditions) {

  /** A part that can only be asked. */
  static Part asked(Filter filter) {
    return new Part(filter, null, List.of());
  }
}

package dev.eventprocessor.internal.index;

import dev.eventprocessor.Condition;
import dev.eventprocessor.internal.FieldName;
import dev.eventprocessor.internal.Walk;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of one source, read once, and all that they lead to. */
final class Probe {

  private final Source source;
  private final @Nullable ValueTable<Target> equal;
  private final TextIndex[] texts;
  private final @Nullable SubstringIndex substrings;
  private final @Nullable RangeIndex ranges;
  private final Check[] checks;
  private final int first;

  Probe(
      Source source,
      @Nullable ValueTable<Target> equal,
      TextIndex[] texts,
      @Nullable SubstringIndex substrings,
      @Nullable RangeIndex ranges,
      Check[] checks,
      int first) {
    this.source = source;
    this.equal = equal;
    this.texts = texts;
    this.substrings = substrings;
    this.ranges = ranges;
    this.checks = checks;
    this.first = first;
  }

  /** What a value leads to that satisfies a condition. */
  record Check(Condition condition, Target target) {}

  /** The first place that can be found here. */
  int first() {
    return first;
  }

  void search(Search search) {
    @Nullable Object value = source.read(search.values);
    if (value == FieldName.SEVERAL) {
      search.expectRepeats();
      source.each(search.values, new Visitor(this, search));
    } else if (value != Walk.ABSENT) {
      look(value, search);
    }
  }

  private record Visitor(Probe probe, Search search) implements Predicate<@Nullable Object> {
    /** Ends the tour where nothing better can be found. */
    @Override
    public boolean test(@Nullable Object value) {
      probe.look(value, search);
      return search.limit <= probe.first;
    }
  }

  private void look(@Nullable Object value, Search search) {
    if (equal != null) {
      @Nullable Target target = equal.get(value);
      if (target != null) {
        target.enter(search);
      }
    }
    if (value instanceof String text) {
      for (TextIndex index : texts) {
        index.search(text, search);
      }
      if (substrings != null) {
        substrings.search(text, search);
      }
    }
    if (ranges != null) {
      ranges.search(value, search);
    }
    for (Check check : checks) {
      if (check.target.first() < search.limit && check.condition.test(value)) {
        check.target.enter(search);
      }
    }
  }
}

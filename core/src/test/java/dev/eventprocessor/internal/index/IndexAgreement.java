package dev.eventprocessor.internal.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.Event;
import dev.eventprocessor.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an index has to answer: what asking each filter by itself finds. */
public final class IndexAgreement {

  private IndexAgreement() {}

  /** The index finds the same, all and the first; how many. */
  public static int assertAgrees(
      FilterIndex index, List<Filter> filters, Map<String, @Nullable Object> values) {
    Event event = Event.of(values);
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      if (filters.get(i).matches(event)) {
        expected.add(i);
      }
    }

    List<Integer> all = new ArrayList<>();
    for (int place : index.all(event, values)) {
      all.add(place);
    }

    assertEquals(expected, all, () -> "all of " + filters + " for " + values);
    assertEquals(
        expected.isEmpty() ? -1 : expected.get(0),
        index.first(event, values),
        () -> "the first of " + filters + " for " + values);
    return expected.size();
  }
}

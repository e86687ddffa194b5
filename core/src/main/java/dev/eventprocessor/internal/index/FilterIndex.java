package dev.eventprocessor.internal.index;

import dev.eventprocessor.Event;
import dev.eventprocessor.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All filters of a registry, compiled: a tree that is walked by the values of an event.
 *
 * <p>What it answers is what {@link Filter#matches} of each filter says; it only asks fewer of
 * them, each once, however many values of an event lead to it. At a node the values that filters
 * mention are read, each once, and lead by hashing, by sorted texts and by sorted ranges to the
 * filters that they can satisfy. A filter stands where the rarest of its conditions leads, and is
 * asked for what is left of it. The cost is that of the paths that filters mention, not of their
 * number, and linear in the event's size; conditions that nothing sorts (a negation, a predicate,
 * an address block) are tried one by one.
 *
 * <p>Immutable and thread-safe.
 */
public final class FilterIndex {

  private final Target root;

  private FilterIndex(Target root) {
    this.root = root;
  }

  /** Compiles filters; the place of each in the list is what a search answers. */
  public static FilterIndex of(List<Filter> filters) {
    List<Conjunction> conjunctions = new ArrayList<>(filters.size());
    Source.All sources = new Source.All();
    for (int i = 0; i < filters.size(); i++) {
      conjunctions.addAll(Conjunction.of(i, filters.get(i), sources));
    }
    return new FilterIndex(IndexBuilder.build(conjunctions));
  }

  /**
   * The place of the first filter that the event satisfies; -1 where none is.
   *
   * @param values the event's map
   */
  public int first(Event event, Map<String, ?> values) {
    Search search = Search.forFirst(event, values);
    root.enter(search);
    return search.first();
  }

  /** The places of all filters that the event satisfies, in order. */
  public int[] all(Event event, Map<String, ?> values) {
    Search search = Search.forAll(event, values);
    root.enter(search);
    return search.all();
  }
}

package dev.eventprocessor;

import dev.eventprocessor.Condition.Presence;
import dev.eventprocessor.internal.Unordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A condition on an event: pure, immutable, equal to another that says the same.
 *
 * <p>Make filters with {@code Filters}, with {@link #of(Map)} from a plain map, or with {@code
 * EventPattern} from an EventBridge pattern. A filter never changes an event and never calls a
 * dependency. Whether it {@link #matches} is its whole meaning; the registry's index only finds it
 * faster.
 *
 * <p>The records write {@code equals} and {@code hashCode} out: the generated ones cost a cold JVM
 * tens of milliseconds, and building a registry compares filters.
 */
public sealed interface Filter
    permits Filter.Where,
        Filter.And,
        Filter.Or,
        Filter.Not,
        Filter.AnyElement,
        Filter.Test,
        EventPattern {

  /** In {@link #of}: the path must be there, with whatever value. */
  Object ANY =
      new Object() {
        @Override
        public String toString() {
          return "ANY";
        }
      };

  /** Whether the event satisfies this filter. */
  boolean matches(Event event);

  /**
   * How many conditions every event that it accepts satisfies. Among the registrations that accept
   * an event, the one with most conditions runs. An {@code and} has those of its parts, an {@code
   * or} those of its least demanding part, everything else is one.
   */
  int conditions();

  /** Adds the paths that this filter looks at, in the order in which they are written. */
  void addPathsTo(List<Path> paths);

  /** The part that the event does not satisfy, the first one written; null where it matches. */
  default @Nullable Filter unmet(Event event) {
    return matches(event) ? null : this;
  }

  /** Both this and the other. */
  default Filter and(Filter other) {
    return And.join(List.of(this, other));
  }

  /** This or the other, or both. */
  default Filter or(Filter other) {
    return Or.join(List.of(this, other));
  }

  /**
   * The filter that a plain map means: every path must lead to its literal; {@link #ANY} stands for
   * whatever value, null included. The empty map accepts every event.
   *
   * @throws ConfigurationException {@code path-malformed} or {@code literal-unsupported}
   */
  static Filter of(Map<String, ?> conditions) {
    List<Filter> filters = new ArrayList<>(conditions.size());
    for (Map.Entry<String, ?> condition : conditions.entrySet()) {
      @Nullable Object literal = condition.getValue();
      Path path = Path.parse(condition.getKey());
      filters.add(
          new Where(path, literal == ANY ? Presence.PRESENT : Condition.Equal.to(path, literal)));
    }
    return And.join(filters);
  }

  /** What a path leads to satisfies a condition; one of the values where it leads to several. */
  record Where(Path path, Condition condition) implements Filter {
    @Override
    public boolean matches(Event event) {
      if (!path.isMany()) {
        return condition.test(path.read(event.values()));
      }
      return condition == Presence.ABSENT
          ? !path.any(event.values(), Presence.PRESENT)
          : path.any(event.values(), condition);
    }

    @Override
    public int conditions() {
      return 1;
    }

    @Override
    public void addPathsTo(List<Path> paths) {
      paths.add(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Where where
          && path.equals(where.path)
          && condition.equals(where.condition);
    }

    @Override
    public int hashCode() {
      return 31 * path.hashCode() + condition.hashCode();
    }

    @Override
    public String toString() {
      return condition.on(path.toString());
    }
  }

  /** All of them; none accepts every event. Equal to another with the same parts in any order. */
  record And(List<Filter> all) implements Filter {

    /**
     * Flattens what is nested, so that {@code a.and(b).and(c)} equals {@code a.and(b.and(c))}, and
     * keeps each condition once: saying it twice makes a filter no more specific.
     */
    public And {
      List<Filter> flat = new ArrayList<>(all.size());
      for (int i = 0; i < all.size(); i++) {
        Filter filter = all.get(i);
        Unordered.addOnce(flat, filter instanceof And nested ? nested.all : List.of(filter));
      }
      all = List.copyOf(flat);
    }

    /** One part stays itself, so that it equals the same condition written by itself. */
    static Filter join(List<Filter> filters) {
      And and = new And(filters);
      return and.all.size() == 1 ? and.all.get(0) : and;
    }

    @Override
    public boolean matches(Event event) {
      for (int i = 0; i < all.size(); i++) {
        if (!all.get(i).matches(event)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public @Nullable Filter unmet(Event event) {
      for (Filter filter : all) {
        @Nullable Filter unmet = filter.unmet(event);
        if (unmet != null) {
          return unmet;
        }
      }
      return null;
    }

    @Override
    public int conditions() {
      int conditions = 0;
      for (Filter filter : all) {
        conditions += filter.conditions();
      }
      return conditions;
    }

    @Override
    public void addPathsTo(List<Path> paths) {
      for (Filter filter : all) {
        filter.addPathsTo(paths);
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof And and && Unordered.same(all, and.all);
    }

    @Override
    public int hashCode() {
      return Unordered.hash(all);
    }

    @Override
    public String toString() {
      return all.isEmpty() ? "any()" : Unordered.join(all, " and ");
    }
  }

  /**
   * One of them at least; none accepts no event. Equal to another with the same parts in any order.
   */
  record Or(List<Filter> any) implements Filter {

    /** Flattens what is nested, and keeps each part once. */
    public Or {
      List<Filter> flat = new ArrayList<>(any.size());
      for (Filter filter : any) {
        Unordered.addOnce(flat, filter instanceof Or nested ? nested.any : List.of(filter));
      }
      any = List.copyOf(flat);
    }

    static Filter join(List<Filter> filters) {
      Or or = new Or(filters);
      return or.any.size() == 1 ? or.any.get(0) : or;
    }

    @Override
    public boolean matches(Event event) {
      for (int i = 0; i < any.size(); i++) {
        if (any.get(i).matches(event)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int conditions() {
      int fewest = any.isEmpty() ? 0 : Integer.MAX_VALUE;
      for (Filter filter : any) {
        fewest = Math.min(fewest, filter.conditions());
      }
      return fewest;
    }

    @Override
    public void addPathsTo(List<Path> paths) {
      for (Filter filter : any) {
        filter.addPathsTo(paths);
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Or or && Unordered.same(any, or.any);
    }

    @Override
    public int hashCode() {
      return ~Unordered.hash(any);
    }

    @Override
    public String toString() {
      return any.isEmpty() ? "none()" : "(" + Unordered.join(any, " or ") + ")";
    }
  }

  /** The other one does not accept the event. */
  record Not(Filter filter) implements Filter {
    @Override
    public boolean matches(Event event) {
      return !filter.matches(event);
    }

    @Override
    public int conditions() {
      return 1;
    }

    @Override
    public void addPathsTo(List<Path> paths) {
      filter.addPathsTo(paths);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Not not && filter.equals(not.filter);
    }

    @Override
    public int hashCode() {
      return -filter.hashCode();
    }

    @Override
    public String toString() {
      return "not(" + filter + ")";
    }
  }

  /** One element of a list, a map, satisfies the whole other filter, whose paths begin in it. */
  record AnyElement(Path path, Filter filter) implements Filter {
    @Override
    public boolean matches(Event event) {
      return path.any(event.values(), new HasElement(filter));
    }

    private record HasElement(Filter filter) implements Predicate<@Nullable Object> {
      @Override
      public boolean test(@Nullable Object list) {
        if (!(list instanceof List<?> elements)) {
          return false;
        }
        for (int i = 0; i < elements.size(); i++) {
          if (elements.get(i) instanceof Map<?, ?> map && filter.matches(Event.ofElement(map))) {
            return true;
          }
        }
        return false;
      }
    }

    @Override
    public int conditions() {
      return Math.max(1, filter.conditions());
    }

    @Override
    public void addPathsTo(List<Path> paths) {
      paths.add(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof AnyElement same
          && path.equals(same.path)
          && filter.equals(same.filter);
    }

    @Override
    public int hashCode() {
      return 31 * path.hashCode() + filter.hashCode();
    }

    @Override
    public String toString() {
      return "anyElement(" + path + ", " + filter + ")";
    }
  }

  /** Whatever a program can ask of an event; equal to one with the same name and predicate. */
  record Test(String name, Predicate<Event> predicate) implements Filter {
    @Override
    public boolean matches(Event event) {
      return predicate.test(event);
    }

    @Override
    public int conditions() {
      return 1;
    }

    @Override
    public void addPathsTo(List<Path> paths) {}

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Test test
          && name.equals(test.name)
          && predicate.equals(test.predicate);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + predicate.hashCode();
    }

    @Override
    public String toString() {
      return "test(\"" + name + "\")";
    }
  }
}

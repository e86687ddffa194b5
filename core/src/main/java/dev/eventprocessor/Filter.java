package dev.eventprocessor;

import dev.eventprocessor.internal.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on an event: pure, immutable, equal to another that says the same.
 *
 * <p>Make filters with {@code Filters}, or with {@link #of(Map)} from a plain map. A filter never
 * changes an event and never calls a dependency.
 *
 * <p>The records write {@code equals} and {@code hashCode} out: the generated ones cost a cold JVM
 * tens of milliseconds, and building a registry compares filters.
 */
public sealed interface Filter {

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
   * How many conditions it holds. Among the registrations that accept an event, the one with most
   * conditions runs.
   */
  int conditions();

  /** Adds the paths that this filter looks at, in the order in which they are written. */
  void addPathsTo(List<Path> paths);

  /**
   * The first condition that the event does not satisfy; null where it satisfies all. For
   * explanations.
   */
  default @Nullable Filter unmet(Event event) {
    if (this instanceof And and) {
      for (Filter part : and.all) {
        @Nullable Filter unmet = part.unmet(event);
        if (unmet != null) {
          return unmet;
        }
      }
      return null;
    }
    return matches(event) ? null : this;
  }

  /** Both this and the other. */
  default Filter and(Filter other) {
    return join(List.of(this, other));
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
      Path parsed = Path.parse(condition.getKey());
      filters.add(literal == ANY ? new Exists(parsed) : new Eq(parsed, literal));
    }
    return join(filters);
  }

  /** One condition stays itself, so that it equals the same condition written by itself. */
  private static Filter join(List<Filter> filters) {
    And and = new And(filters);
    return and.all.size() == 1 ? and.all.get(0) : and;
  }

  /** The path leads to a value; null is one. */
  record Exists(Path path) implements Filter {
    @Override
    public boolean matches(Event event) {
      return path.read(event.values()) != Path.ABSENT;
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
      return other instanceof Exists exists && path.equals(exists.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }

    @Override
    public String toString() {
      return "exists(" + path + ")";
    }
  }

  /** The path leads to a value equal to the literal, as JSON values are equal. */
  record Eq(Path path, @Nullable Object literal) implements Filter {

    /** Refuses what no event can hold, and keeps a copy of what could change. */
    public Eq {
      if (!Values.isJson(literal)) {
        throw new ConfigurationException(
            ErrorId.LITERAL_UNSUPPORTED,
            "eq(\""
                + path
                + "\", ...) has a literal of "
                + (literal == null ? "null" : literal.getClass().getName())
                + " that no event can hold. A literal is text, a finite number, a boolean, bytes, null,"
                + " a list or a map of these.",
            null);
      }
      literal = Values.copy(literal);
    }

    @Override
    public boolean matches(Event event) {
      @Nullable Object found = path.read(event.values());
      return found != Path.ABSENT && Values.equal(literal, found);
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
      return other instanceof Eq eq && path.equals(eq.path) && Values.equal(literal, eq.literal);
    }

    @Override
    public int hashCode() {
      return 31 * path.hashCode() + Values.hash(literal);
    }

    @Override
    public String toString() {
      return "eq(" + path + ", " + Values.text(literal) + ")";
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
      for (Filter filter : all) {
        List<Filter> parts = filter instanceof And nested ? nested.all : List.of(filter);
        for (Filter part : parts) {
          if (!flat.contains(part)) {
            flat.add(part);
          }
        }
      }
      all = List.copyOf(flat);
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
      return other instanceof And and && all.size() == and.all.size() && all.containsAll(and.all);
    }

    @Override
    public int hashCode() {
      int hash = 0;
      for (Filter filter : all) {
        hash += filter.hashCode();
      }
      return hash;
    }

    @Override
    public String toString() {
      if (all.isEmpty()) {
        return "any()";
      }
      StringBuilder text = new StringBuilder();
      for (Filter filter : all) {
        text.append(text.length() == 0 ? "" : " and ").append(filter);
      }
      return text.toString();
    }
  }
}

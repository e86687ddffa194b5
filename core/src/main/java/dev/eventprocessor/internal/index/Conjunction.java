package dev.eventprocessor.internal.index;

import dev.eventprocessor.Condition;
import dev.eventprocessor.Condition.Presence;
import dev.eventprocessor.EventPattern;
import dev.eventprocessor.Filter;
import dev.eventprocessor.internal.index.Access.Exactness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One way in which the filter at a place is satisfied: by all of these parts.
 *
 * @param place the filter's place in the order of dispatch
 * @param parts what has to be satisfied
 */
record Conjunction(int place, List<Part> parts) {

  /** Beyond so many ways the alternatives of a filter are asked, not looked up. */
  private static final int MAX_WAYS = 16;

  /** All the ways in which a filter is satisfied. */
  static List<Conjunction> of(int place, Filter filter, Source.All sources) {
    List<Conjunction> ways = new ArrayList<>(1);
    for (List<Part> parts : ways(filter, sources)) {
      ways.add(new Conjunction(place, parts));
    }
    return ways;
  }

  /** What is left when the part at this index has been looked up. */
  Conjunction after(int part, Exactness exactness) {
    List<Part> left = new ArrayList<>(parts);
    Filter filter = left.remove(part).filter();
    if (filter != null && exactness == Exactness.TO_BE_ASKED) {
      left.add(part, Part.asked(filter));
    }
    return new Conjunction(place, left);
  }

  private static List<List<Part>> ways(Filter filter, Source.All sources) {
    if (filter instanceof Filter.And and) {
      return waysOfAll(and, sources);
    }
    if (filter instanceof Filter.Or or) {
      return waysOfAny(or, sources);
    }
    if (filter instanceof EventPattern pattern) {
      return waysOf(pattern, sources);
    }
    List<Part> parts = new ArrayList<>(1);
    if (filter instanceof Filter.Where where) {
      parts.add(part(where, sources));
    } else {
      parts.add(Part.asked(filter));
      if (filter instanceof Filter.AnyElement element) {
        addElementParts(element, parts, sources);
      }
    }
    return List.of(parts);
  }

  private static Part part(Filter.Where where, Source.All sources) {
    return where.condition() == Presence.ABSENT
        ? Part.asked(where)
        : new Part(where, sources.at(where.path()), List.of(where.condition()));
  }

  private static List<List<Part>> waysOfAll(Filter.And and, Source.All sources) {
    List<List<Part>> all = new ArrayList<>(1);
    all.add(List.of());
    for (Filter filter : and.all()) {
      List<List<Part>> own = ways(filter, sources);
      if (all.size() * own.size() > MAX_WAYS) {
        own = List.of(List.of(Part.asked(filter)));
      }
      List<List<Part>> product = new ArrayList<>(all.size() * own.size());
      for (List<Part> before : all) {
        for (List<Part> more : own) {
          List<Part> both = new ArrayList<>(before);
          both.addAll(more);
          product.add(both);
        }
      }
      all = product;
    }
    return all;
  }

  private static List<List<Part>> waysOfAny(Filter.Or or, Source.All sources) {
    List<List<Part>> all = new ArrayList<>();
    for (Filter filter : or.any()) {
      all.addAll(ways(filter, sources));
    }
    return all.size() > MAX_WAYS ? List.of(List.of(Part.asked(or))) : all;
  }

  private static void addElementParts(
      Filter.AnyElement element, List<Part> parts, Source.All sources) {
    List<Filter> inner =
        element.filter() instanceof Filter.And and ? and.all() : List.of(element.filter());
    for (Filter filter : inner) {
      if (filter instanceof Filter.Where where && where.condition() != Presence.ABSENT) {
        Source source = sources.inElements(element.path(), where.path());
        parts.add(new Part(null, source, List.of(where.condition())));
      }
    }
  }

  /**
   * Fields tied together by lists are asked of the pattern; one alone is satisfied by its value.
   */
  private static List<List<Part>> waysOf(EventPattern pattern, Source.All sources) {
    if (pattern.branches().size() > MAX_WAYS) {
      return List.of(List.of(Part.asked(pattern)));
    }
    List<List<Part>> ways = new ArrayList<>(pattern.branches().size());
    for (Map<String, List<Condition>> branch : pattern.branches()) {
      List<Part> parts = new ArrayList<>(branch.size() + 1);
      if (branch.size() > 1) {
        parts.add(Part.asked(pattern));
      }
      for (Map.Entry<String, List<Condition>> field : branch.entrySet()) {
        if (!field.getValue().contains(Presence.ABSENT)) {
          parts.add(
              new Part(
                  branch.size() > 1 ? null : pattern,
                  sources.field(field.getKey()),
                  field.getValue()));
        } else if (branch.size() == 1) {
          parts.add(Part.asked(pattern));
        }
      }
      ways.add(parts);
    }
    return ways;
  }
}

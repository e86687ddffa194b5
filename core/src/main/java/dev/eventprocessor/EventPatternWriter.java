package dev.eventprocessor;

import dev.eventprocessor.Condition.AnythingBut;
import dev.eventprocessor.Condition.Presence;
import dev.eventprocessor.internal.Excerpt;
import dev.eventprocessor.internal.Walk;
import dev.eventprocessor.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes filters as EventBridge patterns, as far as those can say them. */
final class EventPatternWriter {

  /** The lists that conditions have gone through so far; see {@link #goThrough}. */
  private Set<String> lists = new HashSet<>();

  String write(Filter filter) {
    Map<String, Object> pattern = new LinkedHashMap<>();
    add(filter, "", pattern);
    if (pattern.isEmpty()) {
      throw EventPatternOperators.unsupported(filter, "a pattern has one field at least");
    }
    requireOnce(pattern, Set.of(), filter);
    try {
      String json = Json.writeText(nested(pattern));
      EventPattern.parse(json);
      return json;
    } catch (EventProcessorException e) { // Nesting may be too deep for JSON already.
      throw EventPatternOperators.unsupported(filter, "EventBridge would refuse it");
    }
  }

  /** In a pattern a field inside of {@code $or} replaces one of the same name outside of it. */
  @SuppressWarnings("unchecked") // The alternatives are objects of ours.
  private static void requireOnce(Map<String, Object> object, Set<String> outside, Filter filter) {
    Set<String> names = new HashSet<>(outside);
    for (String name : object.keySet()) {
      if (!name.equals("$or") && !names.add(name)) {
        throw EventPatternOperators.unsupported(
            filter, "a pattern has each field once, and " + Excerpt.of(name) + " stands twice");
      }
    }
    if (object.get("$or") instanceof List<?> alternatives) {
      for (Object alternative : alternatives) {
        requireOnce((Map<String, Object>) alternative, names, filter);
      }
    }
  }

  /**
   * A field {@code a.b} as {@code b} inside of {@code a}, unless {@code a} is a field itself. In an
   * object under an empty key EventBridge's engine forgets the dot.
   */
  private static Map<String, Object> nested(Map<String, Object> flat) {
    Map<String, Object> nested = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : flat.entrySet()) {
      if (field.getKey().equals("$or")) {
        nested.put("$or", allNested((List<?>) field.getValue()));
      } else if (field.getKey().startsWith(".") || isRelated(field.getKey(), flat)) {
        nested.put(field.getKey(), field.getValue());
      } else {
        nest(nested, field.getKey(), field.getValue());
      }
    }
    return nested;
  }

  @SuppressWarnings("unchecked") // The alternatives are objects of ours.
  private static List<Object> allNested(List<?> alternatives) {
    List<Object> all = new ArrayList<>(alternatives.size());
    for (Object alternative : alternatives) {
      all.add(nested((Map<String, Object>) alternative));
    }
    return all;
  }

  /** Whether another field stands above or below this one, so that both cannot be nested. */
  private static boolean isRelated(String name, Map<String, Object> fields) {
    for (String other : fields.keySet()) {
      if (other.startsWith(name + ".") || name.startsWith(other + ".")) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked") // What stands above a field is a map of ours.
  private static void nest(Map<String, Object> object, String name, Object value) {
    Map<String, Object> at = object;
    int from = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
      String key = name.substring(from, dot);
      @Nullable Object below = at.get(key);
      if (below == null) {
        below = new LinkedHashMap<String, Object>();
        at.put(key, below);
      }
      at = (Map<String, Object>) below;
      from = dot + 1;
    }
    at.put(name.substring(from), value);
  }

  /** Adds a filter to the object that its fields are written in; the prefix is the way there. */
  private void add(Filter filter, String prefix, Map<String, Object> object) {
    if (filter instanceof Filter.And and) {
      for (Filter part : and.all()) {
        add(part, prefix, object);
      }
    } else if (filter instanceof Filter.Where where) {
      goThrough(where.path(), prefix, filter);
      put(
          filter,
          name(where.path(), prefix),
          EventPatternOperators.of(where.condition(), filter),
          object);
    } else if (filter instanceof Filter.Not not) {
      addNegation(not, prefix, object);
    } else if (filter instanceof Filter.Or or) {
      addAlternatives(or, prefix, object);
    } else if (filter instanceof Filter.AnyElement element) {
      addElement(element, prefix, object);
    } else if (filter instanceof EventPattern pattern) {
      addBranches(pattern, prefix, object);
    } else {
      throw EventPatternOperators.unsupported(filter, "a pattern cannot call a program");
    }
  }

  private void addElement(Filter.AnyElement element, String prefix, Map<String, Object> object) {
    if (!needsValue(element.filter())) {
      throw EventPatternOperators.unsupported(
          element, "a pattern asks elements for values only, not for what they lack");
    }
    String name = name(element.path(), prefix);
    claim(element.path().isMany() ? listName(element.path(), prefix) : name, element);
    add(element.filter(), name + ".", object);
  }

  /** Whether no element satisfies the filter but by a value that it has. */
  private static boolean needsValue(Filter filter) {
    if (filter instanceof Filter.Where where) {
      return where.condition() != Presence.ABSENT;
    }
    if (filter instanceof Filter.And and) {
      return !and.all().isEmpty() && allNeedValue(and.all());
    }
    return filter instanceof Filter.Or or
        ? allNeedValue(or.any())
        : filter instanceof Filter.AnyElement;
  }

  private static boolean allNeedValue(List<Filter> filters) {
    for (Filter filter : filters) {
      if (!needsValue(filter)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A pattern wants all that stands in one list in one element, while two conditions of ours may be
   * satisfied by two: the pattern would drop events that the filter accepts.
   */
  private void goThrough(Path path, String prefix, Filter filter) {
    if (path.isMany()) {
      claim(listName(path, prefix), filter);
    }
  }

  private void claim(String list, Filter filter) {
    if (!lists.add(list)) {
      throw EventPatternOperators.unsupported(
          filter, "a pattern wants all that is in " + Excerpt.of(list) + " in one element");
    }
  }

  /** Alternatives of one field go into its list, all others into {@code $or}. */
  private void addAlternatives(Filter.Or or, String prefix, Map<String, Object> object) {
    @Nullable String name = null;
    List<Object> together = new ArrayList<>();
    List<Object> objects = new ArrayList<>();
    boolean oneField = !or.any().isEmpty();
    Set<String> before = lists;
    Set<String> after = new HashSet<>(before);
    for (Filter part : or.any()) {
      Map<String, Object> own = new LinkedHashMap<>();
      lists = new HashSet<>(before);
      add(part, prefix, own);
      after.addAll(lists);
      if (own.isEmpty()) {
        throw EventPatternOperators.unsupported(or, "a pattern has one field at least");
      }
      objects.add(own);
      String first = own.keySet().iterator().next();
      oneField &= own.size() == 1 && own.get(first) instanceof List && !first.equals("$or");
      oneField &= name == null || name.equals(first);
      name = first;
      if (oneField && own.get(first) instanceof List<?> list) {
        together.addAll(list);
      }
    }
    lists = after;
    if (oneField && name != null) {
      put(or, name, together, object);
    } else {
      putOr(or, objects, object);
    }
  }

  private static void addBranches(EventPattern pattern, String prefix, Map<String, Object> object) {
    List<Object> objects = new ArrayList<>();
    for (Map<String, List<Condition>> branch : pattern.branches()) {
      Map<String, Object> own = pattern.branches().size() == 1 ? object : new LinkedHashMap<>();
      for (Map.Entry<String, List<Condition>> field : branch.entrySet()) {
        List<Object> alternatives = new ArrayList<>();
        for (Condition condition : field.getValue()) {
          alternatives.addAll(EventPatternOperators.of(condition, pattern));
        }
        put(pattern, prefix + field.getKey(), alternatives, own);
      }
      objects.add(own);
    }
    if (objects.size() > 1) {
      putOr(pattern, objects, object);
    }
  }

  private static void putOr(Filter filter, List<Object> objects, Map<String, Object> object) {
    if (objects.size() < 2 || object.put("$or", objects) != null) {
      throw EventPatternOperators.unsupported(
          filter, "a pattern has one $or of two alternatives or more at one place");
    }
  }

  private static Presence opposite(Condition presence) {
    return presence == Presence.ABSENT ? Presence.PRESENT : Presence.ABSENT;
  }

  private void addNegation(Filter.Not not, String prefix, Map<String, Object> object) {
    if (not.filter() instanceof Filter.Where where) {
      String name = name(where.path(), prefix);
      if (where.condition() == Presence.PRESENT || where.condition() == Presence.ABSENT) {
        put(not, name, EventPatternOperators.of(opposite(where.condition()), not), object);
        return;
      }
      if (where.condition() instanceof AnythingBut but
          && but.excluded().size() == 1
          && !where.path().isMany()) {
        List<Object> alternatives =
            new ArrayList<>(EventPatternOperators.of(but.excluded().get(0), not));
        alternatives.addAll(EventPatternOperators.of(Presence.ABSENT, not));
        put(not, name, alternatives, object);
        return;
      }
      if (where.path().isMany()) {
        throw EventPatternOperators.unsupported(
            not, "a pattern cannot ask for something of every element");
      }
      List<Object> alternatives =
          new ArrayList<>(
              EventPatternOperators.of(new AnythingBut(List.of(where.condition())), not));
      alternatives.addAll(EventPatternOperators.of(Presence.ABSENT, not));
      put(not, name, alternatives, object);
      return;
    }
    throw EventPatternOperators.unsupported(
        not, "a pattern negates the condition of one field only");
  }

  private static void put(
      Filter filter, String name, List<Object> alternatives, Map<String, Object> object) {
    if (("." + name + ".").contains(".$or.")) {
      throw EventPatternOperators.unsupported(
          filter, "a pattern takes $or for alternatives, not for a field");
    }
    if (name.endsWith(".")) {
      throw EventPatternOperators.unsupported(
          filter, "a pattern finds no field whose last key is empty");
    }
    if (object.put(name, alternatives) != null) {
      throw EventPatternOperators.unsupported(
          filter, "a pattern has each field once, and " + Excerpt.of(name) + " stands twice");
    }
  }

  /** The name of the first list that a path goes through. */
  private static String listName(Path path, String prefix) {
    return joined(path.steps().subList(0, path.steps().indexOf(Walk.EACH)), prefix);
  }

  /** A path's keys joined by dots; patterns look through lists by themselves. */
  private static String name(Path path, String prefix) {
    if (path.steps().get(0) == Walk.EACH) {
      throw EventPatternOperators.unsupported(path, "a pattern asks a map first, and no list");
    }
    List<Object> keys = new ArrayList<>(path.steps().size());
    for (Object step : path.steps()) {
      if (step instanceof Integer) {
        throw EventPatternOperators.unsupported(
            path, "a pattern cannot ask for one element by its place");
      }
      if (step != Walk.EACH) {
        keys.add(step);
      }
    }
    return joined(keys, prefix);
  }

  /** An empty key at the beginning has its dot behind it, too. */
  private static String joined(List<Object> keys, String prefix) {
    StringBuilder name = new StringBuilder(prefix);
    for (int i = 0; i < keys.size(); i++) {
      name.append(i == 0 ? "" : ".").append(keys.get(i));
    }
    return name.toString();
  }
}

package dev.eventprocessor;

import dev.eventprocessor.Condition.AnythingBut;
import dev.eventprocessor.Condition.Equal;
import dev.eventprocessor.Condition.Presence;
import dev.eventprocessor.Condition.Range;
import dev.eventprocessor.Condition.Written;
import dev.eventprocessor.TextCondition.Affix;
import dev.eventprocessor.TextCondition.Affix.Part;
import dev.eventprocessor.TextCondition.InBlock;
import dev.eventprocessor.TextCondition.Like;
import dev.eventprocessor.internal.AddressBlock;
import dev.eventprocessor.internal.Bounds;
import dev.eventprocessor.internal.IpAddresses;
import dev.eventprocessor.internal.Walk;
import dev.eventprocessor.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes filters as EventBridge patterns, as far as those can say them. */
final class EventPatternWriter {

  String write(Filter filter) {
    Map<String, Object> pattern = new LinkedHashMap<>();
    add(filter, "", pattern);
    if (pattern.isEmpty()) {
      throw unsupported(filter, "a pattern has one field at least");
    }
    return Json.writeText(nested(pattern));
  }

  /** A field {@code a.b} as {@code b} inside of {@code a}, unless {@code a} is a field itself. */
  private static Map<String, Object> nested(Map<String, Object> flat) {
    Map<String, Object> nested = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : flat.entrySet()) {
      if (field.getKey().equals("$or")) {
        nested.put("$or", allNested((List<?>) field.getValue()));
      } else if (isRelated(field.getKey(), flat)) {
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
  private static void add(Filter filter, String prefix, Map<String, Object> object) {
    if (filter instanceof Filter.And and) {
      for (Filter part : and.all()) {
        add(part, prefix, object);
      }
    } else if (filter instanceof Filter.Where where) {
      put(filter, name(where.path(), prefix), alternatives(where.condition(), filter), object);
    } else if (filter instanceof Filter.Not not) {
      addNegation(not, prefix, object);
    } else if (filter instanceof Filter.Or or) {
      addAlternatives(or, prefix, object);
    } else if (filter instanceof Filter.AnyElement element) {
      add(element.filter(), name(element.path(), prefix) + ".", object);
    } else if (filter instanceof EventPattern pattern) {
      addBranches(pattern, prefix, object);
    } else {
      throw unsupported(filter, "a pattern cannot call a program");
    }
  }

  /** Alternatives of one field go into its list, all others into {@code $or}. */
  private static void addAlternatives(Filter.Or or, String prefix, Map<String, Object> object) {
    @Nullable String name = null;
    List<Object> together = new ArrayList<>();
    List<Object> objects = new ArrayList<>();
    boolean oneField = !or.any().isEmpty();
    for (Filter part : or.any()) {
      Map<String, Object> own = new LinkedHashMap<>();
      add(part, prefix, own);
      objects.add(own);
      String first = own.keySet().iterator().next();
      oneField &= own.size() == 1 && own.get(first) instanceof List && !first.equals("$or");
      oneField &= name == null || name.equals(first);
      name = first;
      if (oneField && own.get(first) instanceof List<?> list) {
        together.addAll(list);
      }
    }
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
          alternatives.addAll(alternatives(condition, pattern));
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
      throw unsupported(filter, "a pattern has one $or of two alternatives or more at one place");
    }
  }

  private static void addNegation(Filter.Not not, String prefix, Map<String, Object> object) {
    if (not.filter() instanceof Filter.Where where) {
      String name = name(where.path(), prefix);
      if (where.condition() == Presence.PRESENT || where.condition() == Presence.ABSENT) {
        put(not, name, List.of(exists(where.condition() == Presence.ABSENT)), object);
        return;
      }
      if (where.condition() instanceof AnythingBut but && but.excluded().size() == 1) {
        List<Object> alternatives = new ArrayList<>(alternatives(but.excluded().get(0), not));
        alternatives.add(exists(false));
        put(not, name, alternatives, object);
        return;
      }
      AnythingBut but = new AnythingBut(List.of(where.condition()));
      put(not, name, List.of(anythingBut(but, not), exists(false)), object);
      return;
    }
    throw unsupported(not, "a pattern negates the condition of one field only");
  }

  private static void put(
      Filter filter, String name, List<Object> alternatives, Map<String, Object> object) {
    if (object.put(name, alternatives) != null) {
      throw unsupported(filter, "a pattern has each field once, and " + name + " stands twice");
    }
  }

  private static List<Object> alternatives(Condition condition, Filter filter) {
    if (condition instanceof Equal equal) {
      return literals(equal, filter);
    }
    if (condition instanceof Written written) {
      return List.of(written.number());
    }
    if (condition instanceof InBlock in && isSingle(in)) {
      return List.of(in.block().substring(0, in.block().indexOf('/')));
    }
    return List.of(operator(condition, filter));
  }

  private static boolean isSingle(InBlock in) {
    @Nullable AddressBlock block = AddressBlock.parse(in.block());
    return block != null && block.isSingle();
  }

  private static List<Object> literals(Equal equal, Filter filter) {
    List<@Nullable Object> literals = new ArrayList<>();
    for (Object literal : equal.literals()) {
      if (literal instanceof List || literal instanceof Map || literal instanceof byte[]) {
        throw unsupported(filter, "a pattern compares with text, numbers, booleans and null only");
      }
      if (literal instanceof Number number && !Bounds.isDouble(number)) {
        throw unsupported(filter, "a pattern compares with numbers that a double holds");
      }
      literals.add(
          literal instanceof String text && IpAddresses.parse(text) != null
              ? Map.of("exactly", text)
              : literal);
    }
    return literals;
  }

  private static Object operator(Condition condition, Filter filter) {
    if (condition instanceof Presence presence) {
      return exists(presence == Presence.PRESENT);
    }
    if (condition instanceof Affix text) {
      return text(text);
    }
    if (condition instanceof Like like) {
      return Map.of("wildcard", like.pattern());
    }
    if (condition instanceof InBlock in) {
      return Map.of("cidr", in.block());
    }
    if (condition instanceof Range range) {
      return numeric(range, filter);
    }
    if (condition instanceof AnythingBut but) {
      return anythingBut(but, filter);
    }
    throw unsupported(filter, "a pattern has no operator for it");
  }

  private static Object exists(boolean present) {
    return Map.of("exists", present);
  }

  private static Object text(Affix text) {
    return switch (text.part()) {
      case PREFIX -> Map.of("prefix", text.text());
      case SUFFIX -> Map.of("suffix", text.text());
      case WHOLE_IGNORE_CASE -> ignoringCase(text);
      case PREFIX_IGNORE_CASE -> Map.of("prefix", ignoringCase(text));
      case SUFFIX_IGNORE_CASE -> Map.of("suffix", ignoringCase(text));
    };
  }

  private static Object ignoringCase(Affix text) {
    return Map.of("equals-ignore-case", text.text());
  }

  private static Object numeric(Range range, Filter filter) {
    List<Object> terms = new ArrayList<>(4);
    addTerm(terms, range.lower(), ">", filter);
    addTerm(terms, range.upper(), "<", filter);
    if (terms.size() == 4 && terms.get(1).equals(terms.get(3))) {
      return Map.of("numeric", List.of("=", terms.get(1)));
    }
    return Map.of("numeric", terms);
  }

  private static void addTerm(
      List<Object> terms, Condition.@Nullable Bound bound, String sign, Filter filter) {
    if (bound == null) {
      return;
    }
    if (!Bounds.isDouble(bound.value())) {
      throw unsupported(filter, "a pattern compares with numbers that a double holds");
    }
    terms.add(bound.included() ? sign + "=" : sign);
    terms.add(bound.value());
  }

  private static Object anythingBut(AnythingBut but, Filter filter) {
    List<Object> excluded = new ArrayList<>();
    @Nullable String operator = null;
    for (Condition condition : but.excluded()) {
      String own = excluded(condition, excluded, filter);
      if (operator != null && !operator.equals(own)) {
        throw unsupported(filter, "a pattern excludes by one kind of condition at a time");
      }
      operator = own;
    }
    Object all = excluded.size() == 1 ? excluded.get(0) : excluded;
    return Map.of(
        "anything-but", operator == null || operator.isEmpty() ? all : Map.of(operator, all));
  }

  /** Adds what is excluded, and tells by which operator; by none for plain values. */
  private static String excluded(Condition condition, List<Object> excluded, Filter filter) {
    if (condition instanceof Equal equal) {
      for (Object literal : equal.literals()) {
        if (literal == null || !isExcludable(literal, excluded)) {
          throw unsupported(filter, "a pattern excludes texts only, or numbers only");
        }
        excluded.add(literal);
      }
      return "";
    }
    if (condition instanceof Like like) {
      excluded.add(like.pattern());
      return "wildcard";
    }
    if (condition instanceof Affix text) {
      if (text.part() == Part.PREFIX_IGNORE_CASE || text.part() == Part.SUFFIX_IGNORE_CASE) {
        throw unsupported(filter, "a pattern does not exclude a part in whatever case");
      }
      excluded.add(text.text());
      return text.part() == Part.PREFIX
          ? "prefix"
          : text.part() == Part.SUFFIX ? "suffix" : "equals-ignore-case";
    }
    throw unsupported(filter, "a pattern does not exclude that");
  }

  private static boolean isExcludable(Object literal, List<Object> others) {
    if (literal instanceof String) {
      return others.isEmpty() || others.get(0) instanceof String;
    }
    return literal instanceof Number number
        && Bounds.isDouble(number)
        && (others.isEmpty() || others.get(0) instanceof Number);
  }

  /** A path's keys joined by dots; patterns look through lists by themselves. */
  private static String name(Path path, String prefix) {
    StringBuilder name = new StringBuilder(prefix);
    for (Object step : path.steps()) {
      if (step instanceof Integer) {
        throw unsupported(path, "a pattern cannot ask for one element by its place");
      }
      if (step != Walk.EACH) {
        name.append(name.length() == prefix.length() ? "" : ".").append(step);
      }
    }
    return name.toString();
  }

  private static ConfigurationException unsupported(Object what, String why) {
    return new ConfigurationException(
        ErrorId.EVENT_PATTERN_UNSUPPORTED,
        what + " cannot be written as an event pattern: " + why + ". Filter on it in the function.",
        null);
  }
}

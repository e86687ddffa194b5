package dev.eventprocessor.fuzz;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.EventPattern;
import dev.eventprocessor.Filter;
import dev.eventprocessor.Filters;
import dev.eventprocessor.InvocationStrategy;
import dev.eventprocessor.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registrations and events, a line each. A line puts a filter on a stack, or makes one of those
 * that lie on it, or ranks the one on top; what lies there at the end is registered. A line that
 * says nothing, or says what is refused, is passed over, so that a script with a line more or less
 * is a script.
 *
 * <pre>
 * prefix a.b AL
 * gt c 5
 * and
 * rank 2
 * pattern {"a": [{"exists": true}]}
 * strategy ALL_MATCHES
 * event {"a": {"b": "ALARM"}, "c": 7}
 * </pre>
 */
final class FilterScript {

  private static final int MOST_FILTERS = 60;
  private static final int MOST_EVENTS = 8;

  private static final Set<ErrorId> REFUSALS =
      Set.of(
          ErrorId.PATH_MALFORMED,
          ErrorId.LITERAL_UNSUPPORTED,
          ErrorId.FILTER_MALFORMED,
          ErrorId.EVENT_PATTERN_MALFORMED);

  private record Ranked(Filter filter, int rank) {}

  private final Deque<Ranked> stack = new ArrayDeque<>();
  private final List<Map<String, @Nullable Object>> events = new ArrayList<>();

  private InvocationStrategy strategy = InvocationStrategy.FIRST_MATCH;

  /** Reads a script. */
  FilterScript(List<String> lines) {
    for (String line : lines) {
      String[] words = line.split(" ", 2);
      read(words[0], words.length < 2 ? "" : words[1]);
    }
  }

  /** Which of the registrations that accept an event run: the last one named. */
  InvocationStrategy strategy() {
    return strategy;
  }

  /** Each rank and filter once, in the order of the script; the names tell which is which. */
  List<Row> rows() {
    Set<Ranked> once = new LinkedHashSet<>();
    stack.descendingIterator().forEachRemaining(once::add);
    List<Row> rows = new ArrayList<>();
    for (Ranked ranked : once) {
      rows.add(new Row("r" + rows.size(), ranked.rank, ranked.filter, false));
    }
    return rows;
  }

  List<Map<String, @Nullable Object>> events() {
    return events;
  }

  private void read(String word, String rest) {
    switch (word) {
      case "and", "or" -> {
        if (stack.size() > 1) {
          Filter second = stack.pop().filter;
          Filter first = stack.pop().filter;
          push(word.equals("and") ? first.and(second) : first.or(second));
        }
      }
      case "not" -> {
        if (!stack.isEmpty()) {
          push(Filters.not(stack.pop().filter));
        }
      }
      case "anyElement" -> {
        if (!stack.isEmpty()) {
          Filter inner = stack.pop().filter;
          push(Input.madeOrRefused(() -> Filters.anyElement(rest, inner), REFUSALS));
        }
      }
      case "rank" -> {
        if (!stack.isEmpty() && rest.length() == 1) {
          stack.push(new Ranked(stack.pop().filter, rest.charAt(0) - '5'));
        }
      }
      case "strategy" -> {
        for (InvocationStrategy named : InvocationStrategy.values()) {
          strategy = rest.equals(named.name()) ? named : strategy;
        }
      }
      case "event" -> {
        @Nullable Map<String, @Nullable Object> event = Input.event(rest);
        if (event != null && events.size() < MOST_EVENTS) {
          events.add(event);
        }
      }
      default -> push(Input.madeOrRefused(() -> condition(word, rest), REFUSALS));
    }
  }

  private void push(@Nullable Filter filter) {
    if (filter != null && stack.size() < MOST_FILTERS) {
      stack.push(new Ranked(filter, 0));
    }
  }

  /** A filter that stands by itself; null for an unknown word. */
  private static @Nullable Filter condition(String word, String rest) {
    if (word.equals("pattern")) {
      return EventPattern.parse(rest);
    }
    if (word.equals("map")) {
      @Nullable Map<String, @Nullable Object> map = Input.event(rest);
      return map == null ? null : Filter.of(map);
    }
    String[] words = rest.split(" ", 2);
    String path = Input.text(words[0]);
    String value = words.length < 2 ? "" : words[1];
    @Nullable Filter filter = ofText(word, path, Input.text(value));
    return filter == null ? ofValue(word, path, Input.json(value)) : filter;
  }

  private static @Nullable Filter ofText(String word, String path, String text) {
    return switch (word) {
      case "exists" -> Filters.exists(path);
      case "absent" -> Filters.absent(path);
      case "prefix" -> Filters.prefix(path, text);
      case "suffix" -> Filters.suffix(path, text);
      case "equalsIgnoreCase" -> Filters.equalsIgnoreCase(path, text);
      case "prefixIgnoreCase" -> Filters.prefixIgnoreCase(path, text);
      case "suffixIgnoreCase" -> Filters.suffixIgnoreCase(path, text);
      case "wildcard" -> Filters.wildcard(path, text);
      case "matches" -> Filters.matches(path, text);
      case "cidr" -> Filters.cidr(path, text);
      case "anythingButPrefix" -> Filters.anythingButPrefix(path, text);
      case "anythingButSuffix" -> Filters.anythingButSuffix(path, text);
      case "anythingButIgnoreCase" -> Filters.anythingButIgnoreCase(path, text);
      case "anythingButWildcard" -> Filters.anythingButWildcard(path, text);
      default -> null;
    };
  }

  private static @Nullable Filter ofValue(String word, String path, @Nullable Object value) {
    if (word.equals("eq")) {
      return Filters.eq(path, value);
    }
    if (value instanceof List<?> list) {
      return switch (word) {
        case "oneOf" -> Filters.oneOf(path, list.toArray());
        case "anythingBut" -> Filters.anythingBut(path, list.toArray());
        case "between" ->
            list.size() == 2 && list.get(0) instanceof Number a && list.get(1) instanceof Number b
                ? Filters.between(path, a, b)
                : null;
        default -> null;
      };
    }
    if (!(value instanceof Number bound)) {
      return null;
    }
    return switch (word) {
      case "lt" -> Filters.lt(path, bound);
      case "lte" -> Filters.lte(path, bound);
      case "gt" -> Filters.gt(path, bound);
      case "gte" -> Filters.gte(path, bound);
      default -> null;
    };
  }
}

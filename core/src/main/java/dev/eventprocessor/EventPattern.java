package dev.eventprocessor;

import dev.eventprocessor.internal.FieldName;
import dev.eventprocessor.internal.PatternMatch;
import dev.eventprocessor.internal.PatternMatch.Absence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A filter that was written as an Amazon EventBridge event pattern, and accepts the events that
 * EventBridge's own engine accepts; docs/FILTERS.md names the few accidents of the engine that are
 * not followed. Use it to run the rules that a bus, a pipe or an event source mapping has in a test
 * or on another cloud, or because you like the language.
 *
 * <pre>{@code
 * processors
 *     .on(EventPattern.parse("{\"data\": {\"state\": [{\"prefix\": \"AL\"}], \"code\": [{\"numeric\": [\">\", 5]}]}}"))
 *     .run(event -> ...);
 * }</pre>
 *
 * <p>Its rules are the engine's, and not those of {@code Filters}. Above all, lists on the way to a
 * value are looked through, a key that holds a dot is the same as two keys, {@code exists} does not
 * accept a map or an empty list, numbers are those that a double holds, and text is never one;
 * docs/FILTERS.md has all differences ("Amazon EventBridge event patterns", EventBridge User Guide;
 * the engine is open source as Event Ruler). Immutable and thread-safe.
 */
public final class EventPattern implements Filter {

  private final String text;
  private final List<Map<String, List<Condition>>> branches;
  private final PatternMatch[] matches;

  private EventPattern(String text, List<? extends Map<String, List<Condition>>> branches) {
    this.text = text;
    List<Map<String, List<Condition>>> sorted = new ArrayList<>(branches.size());
    this.matches = new PatternMatch[branches.size()];
    for (Map<String, List<Condition>> branch : branches) {
      Map<String, List<Condition>> fields = Collections.unmodifiableMap(new TreeMap<>(branch));
      matches[sorted.size()] = new PatternMatch(fields(fields));
      sorted.add(fields);
    }
    this.branches = Collections.unmodifiableList(sorted);
  }

  private static List<PatternMatch.Field> fields(Map<String, List<Condition>> branch) {
    List<PatternMatch.Field> fields = new ArrayList<>(branch.size());
    for (Map.Entry<String, List<Condition>> field : branch.entrySet()) {
      List<Condition> tests = new ArrayList<>(field.getValue());
      boolean absence = tests.remove(Condition.Presence.ABSENT);
      fields.add(
          new PatternMatch.Field(
              new FieldName(field.getKey()), tests, absence ? Absence.ALLOWED : Absence.FORBIDDEN));
    }
    return fields;
  }

  /**
   * Reads a pattern.
   *
   * @param json the pattern's JSON text
   * @throws ConfigurationException {@code event-pattern-malformed}, naming the spot
   */
  public static EventPattern parse(String json) {
    List<Map<String, List<Condition>>> branches = new EventPatternReader().read(json);
    return new EventPattern(withoutSpace(json), branches);
  }

  /** JSON that can be read, in one line. */
  private static String withoutSpace(String json) {
    StringBuilder line = new StringBuilder(json.length());
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted && c == '\\') {
        line.append(c).append(json.charAt(++i));
        continue;
      }
      quoted ^= c == '"';
      if (quoted || c > ' ') {
        line.append(c);
      }
    }
    return line.toString();
  }

  /**
   * What the pattern says: one of these maps has to be satisfied, in which every field, named by
   * its steps joined by dots, has to satisfy one of its conditions.
   */
  public List<Map<String, List<Condition>>> branches() {
    return branches;
  }

  /**
   * The parts that an event has to satisfy, for whoever wants to know which of them it does not:
   * each field that stands in all branches, and what else is in the branches. All print as the
   * whole pattern. An event may satisfy each of them and not the pattern, which wants what is in
   * one list in one element.
   */
  List<EventPattern> parts() {
    if (branches.size() == 1 && branches.get(0).size() == 1) {
      return List.of(this);
    }
    List<Map<String, List<Condition>>> rest = new ArrayList<>(branches.size());
    for (Map<String, List<Condition>> branch : branches) {
      rest.add(new TreeMap<>(branch));
    }
    List<EventPattern> parts = new ArrayList<>();
    for (Map.Entry<String, List<Condition>> field : branches.get(0).entrySet()) {
      if (isInAll(field)) {
        parts.add(new EventPattern(text, List.of(Map.of(field.getKey(), field.getValue()))));
        for (Map<String, List<Condition>> branch : rest) {
          branch.remove(field.getKey());
        }
      }
    }
    if (branches.size() > 1) {
      parts.add(new EventPattern(text, rest));
    }
    return parts;
  }

  private boolean isInAll(Map.Entry<String, List<Condition>> field) {
    for (Map<String, List<Condition>> branch : branches) {
      if (!field.getValue().equals(branch.get(field.getKey()))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean matches(Event event) {
    Map<String, Object> values = event.values();
    for (PatternMatch match : matches) {
      if (match.matches(values)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int conditions() {
    int fewest = Integer.MAX_VALUE;
    for (Map<String, List<Condition>> branch : branches) {
      fewest = Math.min(fewest, branch.size());
    }
    return fewest;
  }

  @Override
  public void addPathsTo(List<Path> paths) {
    for (Map<String, List<Condition>> branch : branches) {
      for (String name : branch.keySet()) {
        paths.add(Path.ofName(name));
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventPattern pattern && branches.equals(pattern.branches);
  }

  @Override
  public int hashCode() {
    return branches.hashCode();
  }

  /** The pattern's JSON text, in one line. */
  @Override
  public String toString() {
    return text;
  }
}

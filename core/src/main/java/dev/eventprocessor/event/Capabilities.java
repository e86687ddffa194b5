package dev.eventprocessor.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one trigger have: each portable field always, under a condition, or never; a
 * row of the {@link CapabilityTable}. Immutable.
 *
 * <p>A row speaks of the trigger's own events. An event from an opened envelope has what the row of
 * its own form says, and {@code delivery}, {@code attributes} and {@code message} of the envelope.
 */
public final class Capabilities {

  private static final String ALWAYS = "";

  /** The names that an event's portable fields begin with. */
  private static final Set<String> TOP =
      Set.of(
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "dataschema",
          "data",
          "dataerror",
          "partitionkey",
          "sequence",
          "correlationid",
          "causationid",
          "traceparent",
          "tracestate",
          "expirytime",
          "recordedtime",
          "dataref",
          "kind",
          "cloud",
          "trigger",
          "resource",
          "delivery",
          "attributes",
          "http",
          "message",
          "object",
          "schedule",
          "change",
          "stream",
          "logs",
          "auth",
          "raw");

  private final String trigger;
  private final List<Kind> kinds;
  private final Map<String, String> conditions;
  private final List<String> opens;

  private Capabilities(Row row) {
    this.trigger = row.name;
    this.kinds = List.of(row.kinds);
    this.conditions = Collections.unmodifiableMap(new LinkedHashMap<>(row.conditions));
    this.opens = List.of(row.opens);
  }

  /** Its name: the cloud, a dot and the trigger. */
  public String trigger() {
    return trigger;
  }

  /** The kinds that its events are of. */
  public List<Kind> kinds() {
    return kinds;
  }

  /** The triggers whose events may travel inside of this one's, and {@code cloudevents}. */
  public List<String> opens() {
    return opens;
  }

  /** The paths that its events can have, always or under a condition. */
  public Set<String> fields() {
    return conditions.keySet();
  }

  /** When an event has one of {@link #fields}; the empty text where it always has. */
  public String condition(String field) {
    @Nullable String condition = conditions.get(field);
    if (condition == null) {
      throw new IllegalArgumentException("Not among the fields of " + trigger + ": " + field);
    }
    return condition;
  }

  /**
   * Whether its own events have what this path leads to. Of a path into a field whose content is
   * the sender's ({@code data.state}) it is said that they may.
   *
   * @return null for a path that does not begin with a portable field's name
   */
  public @Nullable Presence presence(String path) {
    @Nullable String condition = conditions.get(path);
    if (condition != null) {
      return condition.equals(ALWAYS) ? Presence.ALWAYS : Presence.CONDITIONAL;
    }
    if (leadsIntoAField(path) || isGroupOfFields(path)) {
      return Presence.CONDITIONAL;
    }
    return TOP.contains(top(path)) ? Presence.NEVER : null;
  }

  private boolean leadsIntoAField(String path) {
    for (int i = path.length() - 1; i > 0; i--) {
      if (isStep(path.charAt(i)) && conditions.containsKey(path.substring(0, i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isGroupOfFields(String path) {
    for (String field : conditions.keySet()) {
      if (field.length() > path.length()
          && field.charAt(path.length()) == '.'
          && field.startsWith(path)) {
        return true;
      }
    }
    return false;
  }

  private static String top(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (isStep(path.charAt(i))) {
        return path.substring(0, i);
      }
    }
    return path;
  }

  private static boolean isStep(char c) {
    return c == '.' || c == '[';
  }

  /** Starts a row. What every event has needs no saying. */
  static Row row(String trigger, Kind... kinds) {
    return new Row(trigger, kinds).always("kind", "cloud", "trigger", "raw");
  }

  /** A row while it is written. Not thread-safe. */
  static final class Row {
    private final String name;
    private final Kind[] kinds;
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private String[] opens = {};

    private Row(String name, Kind... kinds) {
      this.name = name;
      this.kinds = kinds;
    }

    Row always(String... paths) {
      return when(ALWAYS, paths);
    }

    /** What an event has when the condition, a few words, is met. */
    Row when(String condition, String... paths) {
      for (String path : paths) {
        if (conditions.put(path, condition) != null) {
          throw new IllegalStateException(name + " has " + path + " twice");
        }
      }
      return this;
    }

    /** {@code data}, and what is there when it does not decode. */
    Row data(String condition) {
      return when(condition, "data").when("data does not decode", "dataerror");
    }

    /** What may travel inside. */
    Row opens(String... forms) {
      opens = forms;
      return when("an envelope was opened", "delivery.path", "delivery.id", "delivery.source");
    }

    Capabilities end() {
      return new Capabilities(this);
    }
  }
}

package dev.eventprocessor.cli;

import dev.eventprocessor.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to be read: a line for each path, as a filter would name it. The untouched payload,
 * which says all of it once more, is left out.
 */
final class EventText {

  private static final Set<String> HEADLINE = Set.of("trigger", "kind", "cloud", "raw");

  private static final Set<String> WHOLE = Set.of("data", "attributes");

  private final Terminal terminal;

  EventText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(String file, Inspector.Inspection inspection) {
    List<Event> events = inspection.events();
    int rejected = inspection.rejected().size();
    String none = rejected == 1 ? " that is none" : " that are none";
    String others = rejected == 0 ? "" : ", and " + counted(rejected, "record") + none;
    terminal.out().println(file + ": " + counted(events.size(), "event") + others);
    for (int i = 0; i < events.size(); i++) {
      terminal.out().println();
      print(i + 1, events.get(i));
    }
    for (Inspector.Rejected record : inspection.rejected()) {
      terminal.error(file + ": " + record.fault().text());
    }
  }

  static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private void print(int number, Event event) {
    terminal
        .out()
        .println(
            number
                + ". "
                + terminal.strong(String.valueOf(event.get("trigger")))
                + ", kind "
                + terminal.strong(String.valueOf(event.get("kind"))));
    Map<String, @Nullable Object> lines = lines(event);
    int width = 0;
    for (String path : lines.keySet()) {
      width = Math.max(width, path.length());
    }
    for (Map.Entry<String, @Nullable Object> line : lines.entrySet()) {
      String gap = " ".repeat(width - line.getKey().length() + 2);
      terminal
          .out()
          .println("   " + terminal.name(line.getKey()) + gap + readable(line.getValue()));
    }
  }

  private static Map<String, @Nullable Object> lines(Event event) {
    Map<String, @Nullable Object> lines = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : event.asMap().entrySet()) {
      String key = entry.getKey();
      if (HEADLINE.contains(key)) {
        continue;
      }
      if (entry.getValue() instanceof Map<?, ?> group && !WHOLE.contains(key)) {
        for (Map.Entry<?, ?> inner : group.entrySet()) {
          lines.put(key + "." + inner.getKey(), inner.getValue());
        }
      } else {
        lines.put(key, entry.getValue());
      }
    }
    return lines;
  }

  /** Text as it is where it is short and plain; everything else as JSON, which hides nothing. */
  private static String readable(@Nullable Object value) {
    return value instanceof String text && isPlain(text) ? text : EventJson.text(value);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return !text.isBlank();
  }

  /** Enough of an event to tell it from its neighbours. */
  static String headline(Event event) {
    String id = event.has("id") ? " " + readable(event.get("id")) : "";
    return event.get("trigger") + id;
  }
}

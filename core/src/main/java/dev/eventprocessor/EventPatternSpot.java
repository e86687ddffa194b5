package dev.eventprocessor;

import dev.eventprocessor.internal.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** Where in an event pattern a reader is, for messages. */
final class EventPatternSpot {

  private final List<String> names = new ArrayList<>();

  void enter(String name) {
    names.add(name);
  }

  void leave() {
    names.remove(names.size() - 1);
  }

  void leaveAll() {
    names.clear();
  }

  /** That something is wrong here. */
  ConfigurationException malformed(String what, String mend) {
    StringBuilder at = new StringBuilder();
    for (String name : names) {
      at.append(at.length() == 0 ? " at " : " > ").append(name);
    }
    return new ConfigurationException(
        ErrorId.EVENT_PATTERN_MALFORMED,
        "The event pattern " + what + Excerpt.of(at.toString()) + ". " + mend + ".",
        null);
  }
}

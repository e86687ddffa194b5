package dev.eventprocessor.cli;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.EventPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Event patterns that were read before, the last used ones. Not thread-safe. */
final class Patterns {

  private static final int KEPT = 256;

  private final Map<String, Reading> readings =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * What came of a text.
   *
   * @param pattern null where it is none
   * @param invalid why it is none
   */
  record Reading(@Nullable EventPattern pattern, @Nullable String invalid) {}

  Reading read(String text) {
    @Nullable Reading known = readings.get(text);
    if (known == null) {
      known = parse(text);
      readings.put(text, known);
    }
    return known;
  }

  private static Reading parse(String text) {
    try {
      return new Reading(EventPattern.parse(text), null);
    } catch (ConfigurationException malformed) {
      return new Reading(null, Fault.of(malformed).message());
    }
  }
}

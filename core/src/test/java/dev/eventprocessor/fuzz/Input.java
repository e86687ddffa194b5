package dev.eventprocessor.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.EventProcessorException;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a target is given, as lines of text, and what may become of it. */
final class Input {

  /** No message is longer, however long what it is about. */
  private static final int MAX_MESSAGE = 1200;

  private Input() {}

  /** The lines of the bytes, so many at most; texts that are missing at the end are empty. */
  static List<String> lines(byte[] data, int most) {
    List<String> lines = new ArrayList<>(List.of(new String(data, UTF_8).split("\n", most)));
    while (lines.size() < most) {
      lines.add("");
    }
    return lines;
  }

  /** A text as it stands in a line; one in quotes is JSON, so that it can be any text. */
  static String text(String line) {
    return line.startsWith("\"") && json(line) instanceof String text ? text : line;
  }

  /** The event that a line is as JSON; null where it is none. */
  @SuppressWarnings("unchecked") // A map that was read from JSON has texts as keys.
  static @Nullable Map<String, @Nullable Object> event(String line) {
    return json(line) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
  }

  /** The value that a line is as JSON; null where it is none, too. */
  static @Nullable Object json(String line) {
    try {
      return Json.read(line);
    } catch (InvalidEventException notJson) {
      return null;
    }
  }

  /** What is made; null where it is refused for one of these reasons. Nothing else may come. */
  static <T> @Nullable T madeOrRefused(Supplier<T> made, Set<ErrorId> reasons) {
    try {
      return made.get();
    } catch (EventProcessorException refused) {
      assertTrue(reasons.contains(refused.id()), () -> refused.id() + ": " + refused.getMessage());
      assertShort(refused);
      return null;
    }
  }

  static void assertShort(EventProcessorException refused) {
    assertTrue(message(refused).length() < MAX_MESSAGE, () -> "too long: " + message(refused));
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }
}

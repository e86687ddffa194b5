package dev.eventprocessor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A path in the first line, an event in the second. The path is read or refused; one that is read
 * leads to what its steps say, in this event and in one that is made for it.
 */
public final class PathFuzzer {

  private PathFuzzer() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    check(data);
  }

  /** Whether the path could be read. */
  static boolean check(byte[] data) {
    List<String> lines = Input.lines(data, 2);
    String text = Input.text(lines.get(0));
    @Nullable Path path =
        Input.madeOrRefused(() -> Path.parse(text), Set.of(ErrorId.PATH_MALFORMED));
    if (path == null) {
      return false;
    }
    assertEquals(text, path.toString());
    assertSame(path, Path.parse(PlainPath.quoted(path)));
    if (PlainPath.around(Canary.TEXT, path) instanceof Map<?, ?> map) {
      assertEquals(path.isMany() ? List.of(Canary.TEXT) : Canary.TEXT, get(map, text));
      if (!Canary.isIn(text)) {
        assertLeaksNothing(text, map);
      }
    }
    @Nullable Map<String, @Nullable Object> event = Input.event(lines.get(1));
    if (event != null) {
      List<@Nullable Object> values = PlainPath.values(path, event);
      assertEquals(!values.isEmpty(), Event.of(event).has(text));
      if (!values.isEmpty()) {
        assertEquals(path.isMany() ? values : values.get(0), get(event, text));
      }
      if (!Canary.isIn(text)) {
        assertLeaksNothing(text, Canary.planted(event));
      }
    }
    return true;
  }

  private static void assertSame(Path path, Path other) {
    assertEquals(path.steps(), other.steps());
    assertEquals(path, other);
    assertEquals(path.hashCode(), other.hashCode());
    assertEquals(path.isMany(), other.isMany());
  }

  private static @Nullable Object get(Map<?, ?> event, String path) {
    return event(event).get(path);
  }

  @SuppressWarnings("unchecked") // Its keys are texts.
  private static Event event(Map<?, ?> map) {
    return Event.of((Map<String, ?>) map);
  }

  /** Who asks for a value of another type is told that it is another, and not which. */
  private static void assertLeaksNothing(String path, Map<?, ?> map) {
    Event event = event(map);
    if (!(event.get(path) instanceof String)) {
      Canary.assertNotIn(assertThrows(InvalidEventException.class, () -> event.text(path)));
    }
    if (!(event.get(path) instanceof Number)) {
      Canary.assertNotIn(assertThrows(InvalidEventException.class, () -> event.number(path)));
    }
    try {
      event.as(path, int[].class);
    } catch (InvalidEventException refused) {
      Canary.assertNotIn(refused);
    }
  }
}

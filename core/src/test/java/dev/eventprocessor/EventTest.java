package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

  private static final String SECRET = "s3cret-4711";

  private static final Event EVENT =
      Event.of(
          Map.of(
              "data",
              Map.of("name", "Cpu", "secret", Map.of("inside", SECRET)),
              "items",
              List.of(SECRET),
              "count",
              4711L,
              "on",
              true,
              "bytes",
              new byte[] {1, 2, 3}));

  @Test
  void textIsReadByPath() {
    assertEquals("Cpu", EVENT.text("data.name"));
  }

  @Test
  void hasIsTrueForNullAndFalseForAbsent() {
    Event event = Event.of(Collections.singletonMap("key", null));

    assertTrue(event.has("key"));
    assertFalse(event.has("other"));
    assertFalse(event.has("key.deeper"));
  }

  @Test
  void getIsNullForNullAndForAbsent() {
    Event event = Event.of(Collections.singletonMap("key", null));

    assertNull(event.get("key"));
    assertNull(event.get("other"));
  }

  @Test
  void getGivesTheValueAsItIs() {
    assertEquals(4711L, EVENT.get("count"));
    assertEquals(List.of(SECRET), EVENT.get("items"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.secret", "items", "count", "on", "bytes", "absent"})
  void whereThereIsNoTextTheMessageNamesThePathAndNoValue(String path) {
    InvalidEventException thrown =
        assertThrows(InvalidEventException.class, () -> EVENT.text(path));

    assertEquals(ErrorId.VALUE_MISSING, thrown.id());
    assertTrue(thrown.getMessage().contains("\"" + path + "\""), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("4711"), thrown.getMessage());
    assertNull(thrown.getCause());
  }

  @Test
  void textThatIsNullIsMissing() {
    Event event = Event.of(Collections.singletonMap("key", null));

    InvalidEventException thrown =
        assertThrows(InvalidEventException.class, () -> event.text("key"));

    assertTrue(thrown.getMessage().contains("but has null"), thrown.getMessage());
  }

  @Test
  void jsonIsTheValueAsJsonText() {
    assertEquals("{\"inside\":\"" + SECRET + "\"}", EVENT.json("data.secret"));
    assertEquals("4711", EVENT.json("count"));
    assertEquals("\"AQID\"", EVENT.json("bytes"));
    assertEquals("null", Event.of(Collections.singletonMap("key", null)).json("key"));
  }

  @Test
  void jsonOfWhatIsAbsentIsATypedError() {
    InvalidEventException thrown =
        assertThrows(InvalidEventException.class, () -> EVENT.json("data.other"));

    assertEquals(ErrorId.VALUE_MISSING, thrown.id());
  }

  @Test
  void withMakesACopyAndLeavesTheEventAsItIs() {
    Event event = Event.of(Map.of("a", 1));

    Event changed = event.with("b", 2).with("c", null);

    assertFalse(event.has("b"));
    assertEquals(2, changed.get("b"));
    assertTrue(changed.has("c"));
    assertEquals(1, changed.get("a"));
  }

  @Test
  void withReplacesAKeyThatIsThere() {
    assertEquals(2, Event.of(Map.of("a", 1)).with("a", 2).get("a"));
  }

  @Test
  void theKeyOfWithIsAKeyAndNoPath() {
    assertEquals(1, Event.of(Map.of()).with("a.b", 1).get("['a.b']"));
  }

  @Test
  void asMapIsAllOfItAndCannotBeChanged() {
    Event event = Event.of(new HashMap<>(Map.of("a", 1)));

    assertEquals(Map.of("a", 1), event.asMap());
    assertThrows(UnsupportedOperationException.class, () -> event.asMap().put("b", 2));
  }

  @Test
  void anEventPrintsItsSizeAndNoValue() {
    assertEquals("Event(5 keys)", EVENT.toString());
  }

  @Test
  void aPathThatCannotBeReadIsAConfigurationError() {
    assertThrows(ConfigurationException.class, () -> EVENT.get("a["));
    assertThrows(ConfigurationException.class, () -> EVENT.has("a["));
    assertThrows(ConfigurationException.class, () -> EVENT.text("a["));
    assertThrows(ConfigurationException.class, () -> EVENT.json("a["));
  }
}

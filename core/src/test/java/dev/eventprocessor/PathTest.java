package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {

  @Test
  void dotsLeadIntoMaps() {
    assertEquals("val", read("top.mid.low", Map.of("top", Map.of("mid", Map.of("low", "val")))));
  }

  @Test
  void keysWithHyphensSpacesAndQuotesNeedNoQuoting() {
    assertEquals(1, read("detail-type", Map.of("detail-type", 1)));
    assertEquals(1, read("a b.it's", Map.of("a b", Map.of("it's", 1))));
    assertEquals(1, read("a]", Map.of("a]", 1)));
  }

  @Test
  void bracketsLeadIntoLists() {
    Map<String, Object> event = Map.of("items", List.of("zero", List.of("one", "two")));

    assertEquals("zero", read("items[0]", event));
    assertEquals("two", read("items[1][1]", event));
  }

  @Test
  void aListOfMapsIsWalkedThrough() {
    assertEquals("x", read("Records[0].Sns", Map.of("Records", List.of(Map.of("Sns", "x")))));
  }

  @Test
  void quotedKeysHoldDotsBracketsAndDoubledQuotes() {
    assertEquals(1, read("['a.b']", Map.of("a.b", 1)));
    assertEquals(1, read("x['a[0].b'].c", Map.of("x", Map.of("a[0].b", Map.of("c", 1)))));
    assertEquals(1, read("['it''s']", Map.of("it's", 1)));
    assertEquals(1, read("['']", Map.of("", 1)));
  }

  @Test
  void anEmptyStepIsTheEmptyKey() {
    assertEquals(1, read("", Map.of("", 1)));
    assertEquals(1, read("a.", Map.of("a", Map.of("", 1))));
    assertEquals(1, read(".a", Map.of("", Map.of("a", 1))));
    assertEquals(1, read("a..b", Map.of("a", Map.of("", Map.of("b", 1)))));
  }

  @Test
  void aPathCanBeginWithAnIndex() {
    assertEquals("x", Path.parse("[1].a").read(List.of(1, Map.of("a", "x"))));
  }

  @Test
  void nullIsAValueAndAbsentIsNone() {
    Map<String, Object> event = Collections.singletonMap("key", null);

    assertNull(read("key", event));
    assertSame(Path.ABSENT, read("other", event));
  }

  @Test
  void anElementThatIsNullIsAValue() {
    assertNull(read("a[0]", Map.of("a", Arrays.asList((Object) null))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text.b",
        "text[0]",
        "nothing.b",
        "nothing[0]",
        "list.b",
        "list.0",
        "list[1]",
        "map[0]",
        "number.a",
        "a.b",
        "list[999999999]",
        "list[0].x"
      })
  void aStepThatLeadsNowhereIsAbsentAndNoError(String path) {
    Map<String, Object> event = new TreeMap<>();
    event.put("text", "xbx");
    event.put("nothing", null);
    event.put("list", List.of(1));
    event.put("map", Map.of("0", 1));
    event.put("number", 7);

    assertSame(Path.ABSENT, read(path, event));
  }

  @Test
  void aStarLeadsToEveryElement() {
    Map<String, Object> event =
        Map.of("items", List.of(Map.of("id", 1), 7, Map.of("id", 2)), "none", List.of());

    assertEquals(List.of(1, 2), Path.parse("items[*].id").read(event));
    assertSame(Path.ABSENT, Path.parse("none[*]").read(event));
    assertSame(Path.ABSENT, Path.parse("items[*].name").read(event));
    assertTrue(Path.parse("items[*]").isMany());
    assertFalse(Path.parse("items[0]").isMany());
  }

  @Test
  void aNameOfKeysIsAPathInWhichBracketsAreQuoted() {
    assertEquals(List.of("a", "b[0]", "", "c"), Path.ofName("a.b[0]..c").steps());
  }

  @Test
  void readingFromNullIsAbsent() {
    assertSame(Path.ABSENT, Path.parse("a").read(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a[",
        "a[]",
        "a[x]",
        "a[-1]",
        "a[1",
        "a[1x]",
        "a[1234567890]",
        "a['",
        "a['x",
        "a['x'",
        "a['x'y]",
        "['a']b",
        "a[0]b",
        "a[*",
        "a[*x]",
        "a[0][",
        "[\"a\"]"
      })
  void whatCannotBeReadIsMalformed(String text) {
    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> Path.parse(text));

    assertEquals(ErrorId.PATH_MALFORMED, thrown.id());
    assertEquals(1, thrown.problems().size());
  }

  @Test
  void twoWaysOfWritingOnePathAreEqual() {
    assertEquals(Path.parse("a.b"), Path.parse("['a']['b']"));
    assertEquals(Path.parse("a.b").hashCode(), Path.parse("a['b']").hashCode());
    assertNotEquals(Path.parse("a[0]"), Path.parse("a.0"));
    assertNotEquals((Object) "a", Path.parse("a"));
  }

  @Test
  void aPathPrintsAsItWasWritten() {
    assertEquals("a['b'][0]", Path.parse("a['b'][0]").toString());
  }

  @Test
  void everyKeyIsReachableWhenQuoted() {
    RandomCases.check(
        500,
        random -> {
          String key = RandomCases.text(random);
          String path = "['" + key.replace("'", "''") + "']";

          assertEquals(1, read(path, Map.of(key, 1)));
        });
  }

  @Test
  void everyTextIsEitherAPathOrATypedError() {
    RandomCases.check(
        2000,
        random -> {
          String text = RandomCases.text(random) + RandomCases.text(random);
          try {
            Path.parse(text).read(Map.of());
          } catch (ConfigurationException malformed) {
            assertEquals(ErrorId.PATH_MALFORMED, malformed.id());
          }
        });
  }

  private static Object read(String path, Map<String, Object> event) {
    return Path.parse(path).read(event);
  }
}

package dev.eventprocessor;

import static dev.eventprocessor.Filters.absent;
import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.anyElement;
import static dev.eventprocessor.Filters.anythingBut;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.Filters.not;
import static dev.eventprocessor.Filters.prefix;
import static dev.eventprocessor.Filters.toEventPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.RandomCases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written as a pattern is read back as what it was. */
class ToEventPatternTest {

  @Test
  void aPatternIsReadBackAsItself() {
    RandomCases.check(
        3000,
        random -> {
          EventPattern pattern =
              EventPattern.parse(Json.writeText(new RandomFilters(random).pattern(2)));

          assertEquals(pattern, EventPattern.parse(toEventPattern(pattern)), pattern::toString);
        });
  }

  @Test
  void aFilterIsWrittenAsAPatternThatAcceptsTheSame() {
    AtomicInteger written = new AtomicInteger();
    RandomCases.check(
        6000,
        random -> {
          Filter filter = new RandomFilters(random).filter(random.nextInt(3));
          EventPattern pattern;
          try {
            pattern = EventPattern.parse(toEventPattern(filter));
          } catch (ConfigurationException e) {
            assertEquals(ErrorId.EVENT_PATTERN_UNSUPPORTED, e.id());
            return;
          }
          written.incrementAndGet();
          for (int i = 0; i < 10; i++) {
            Map<String, @Nullable Object> event = flatEvent(random);
            assertEquals(
                filter.matches(Event.of(event)),
                pattern.matches(Event.of(event)),
                () -> filter + " as " + pattern + " and " + event);
          }
        });

    assertTrue(written.get() > 1000, "hardly any filter is written: " + written);
  }

  /**
   * Neither lists nor maps, nothing where filters look for lists, no text that is a number, no
   * number that no double holds.
   */
  private static Map<String, @Nullable Object> flatEvent(Random random) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    for (String key : List.of("a", "b", "c", "d")) {
      if (random.nextInt(4) > 0) {
        event.put(
            key,
            switch (random.nextInt(6)) {
              case 0 -> null;
              case 1 -> random.nextBoolean();
              case 2, 3 -> List.of(0, 1, 2.0, 3L, 0.5, -1).get(random.nextInt(6));
              default -> List.of("", "a", "ab", "A", "SS", "10.0.0.9").get(random.nextInt(6));
            });
      }
    }
    return event;
  }

  @Test
  void whatLooksIntoListsLooksIntoTheSameElement() {
    assertEquals(
        "{\"items\":{\"kind\":[\"pen\"],\"price\":[{\"numeric\":[\">\",5]}]}}",
        toEventPattern(anyElement("items", eq("kind", "pen").and(Filters.gt("price", 5)))));
    assertEquals("{\"items\":{\"kind\":[\"pen\"]}}", toEventPattern(eq("items[*].kind", "pen")));
  }

  @Test
  void aPatternThatWouldDropEventsOfTwoElementsIsNotWritten() {
    assertUnsupported(eq("items[*].kind", "pen").and(eq("items[*].price", 5)));
    assertUnsupported(anyElement("items", eq("a", 1)).and(anyElement("items", eq("b", 1))));
    assertUnsupported(anyElement("items", eq("a", 1)).and(eq("items[*].b", 1)));
    assertUnsupported(anyElement("items", eq("x[*].a", 1).and(eq("x[*].b", 1))));
    toEventPattern(eq("a[*].kind", 1).and(eq("b[*].kind", 1)));
    toEventPattern(eq("a[*].kind", 1).or(eq("a[*].price", 1)));
  }

  @Test
  void aPatternThatWouldAcceptWithoutAnElementIsNotWritten() {
    assertUnsupported(eq("a", 1).and(anyElement("items", any())));
    assertUnsupported(anyElement("items", absent("x")));
    assertUnsupported(anyElement("items", eq("y", 1).and(not(eq("x", 1)))));
    assertUnsupported(not(eq("items[*].x", 1)));
    assertUnsupported(not(anythingBut("items[*].x", 1)));
    assertEquals("{\"i\":{\"x\":[{\"exists\":false}]}}", toEventPattern(not(exists("i[*].x"))));
  }

  @Test
  void anAlternativeThatWouldReplaceAFieldIsNotWritten() {
    assertUnsupported(eq("a", 3).and(eq("a", 1).or(eq("b", 2))));
    assertUnsupported(EventPattern.parse("{\"$or\":[{\"a\":[1]},{\"b\":[2]}]}").and(eq("b", 3)));
  }

  @Test
  void anAlternativeWithoutAConditionIsNotWritten() {
    assertUnsupported(eq("a", 3).or(any()));
  }

  @Test
  void namesThatPatternsReadOtherwiseAreNotWritten() {
    assertUnsupported(eq("$or", 1));
    assertUnsupported(eq("a.$or.b", 1));
    assertUnsupported(eq("prefix", 1).or(eq("b", 1)));
    toEventPattern(eq("prefix", 1));
  }

  @Test
  void emptyKeysAreWrittenAsFarAsPatternsFindThem() {
    Event event = Event.of(Map.of("", Map.of("a", 1, "", Map.of("b", 2))));

    assertEquals("{\".a\":[1],\"c\":{\"d\":[1]}}", toEventPattern(eq(".a", 1).and(eq("c.d", 1))));
    for (Filter filter : List.of(eq(".a", 1), eq("..b", 2), eq(".a", 1).or(eq("..b", 3)))) {
      assertTrue(filter.matches(event));
      assertTrue(EventPattern.parse(toEventPattern(filter)).matches(event), filter::toString);
    }
    assertEquals("{\"\":[1]}", toEventPattern(eq("", 1)));
    assertEquals("{\"a\":{\"\":{\"b\":[1]}}}", toEventPattern(eq("a..b", 1)));
    assertUnsupported(eq("a.", 1));
    assertUnsupported(eq(".", 1));
    assertUnsupported(anyElement("items", eq("", 1)));
    assertUnsupported(EventPattern.parse("{\"a.\": [1]}"));
    assertUnsupported(eq("[*].a", 1));
    assertUnsupported(eq("[*]", 1));
  }

  @Test
  void namesOfTooManyStepsAreNotWritten() {
    toEventPattern(eq("a" + ".a".repeat(90), 1));
    assertUnsupported(eq("a" + ".a".repeat(200), 1));
    assertUnsupported(eq("a" + ".a".repeat(600), 1));
  }

  @Test
  void textsThatPatternsReadOtherwiseAreNotWritten() {
    assertUnsupported(prefix("a", "x\""));
    assertUnsupported(Filters.suffix("a", "\"x"));
    assertUnsupported(Filters.anythingButPrefix("a", "x\""));
    assertUnsupported(Filters.prefixIgnoreCase("a", "\ud83d\ude00"));
    assertEquals("{\"a\":[{\"prefix\":\"\\\"x\"}]}", toEventPattern(prefix("a", "\"x")));
    assertEquals("{\"a\":[{\"exactly\":\"10.0.0.1\"}]}", toEventPattern(eq("a", "10.0.0.1")));
    String quoted = "{\"a\":[{\"prefix\":\"x\\\"\"}]}";
    EventPattern pattern = EventPattern.parse(quoted);
    assertEquals(pattern, EventPattern.parse(toEventPattern(pattern)));
  }

  private static void assertUnsupported(Filter filter) {
    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> toEventPattern(filter), filter::toString);
    assertEquals(ErrorId.EVENT_PATTERN_UNSUPPORTED, thrown.id());
  }
}

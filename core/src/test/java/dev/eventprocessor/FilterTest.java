package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterTest {

  @Test
  void andAcceptsWhatBothAccept() {
    Filter both = eq("a", 1).and(exists("b"));

    assertTrue(both.matches(Event.of(Map.of("a", 1, "b", 2))));
    assertFalse(both.matches(Event.of(Map.of("a", 1))));
    assertFalse(both.matches(Event.of(Map.of("a", 2, "b", 2))));
  }

  @Test
  void anyAcceptsEverythingAndHasNoCondition() {
    assertTrue(any().matches(Event.of(Map.of())));
    assertEquals(0, any().conditions());
    assertEquals(any(), Filter.of(Map.of()));
  }

  @Test
  void andIsEqualInAnyOrderAndNesting() {
    Filter a = eq("a", 1);
    Filter b = exists("b");
    Filter c = eq("c", "x");

    assertEquals(a.and(b).and(c), a.and(b.and(c)));
    assertEquals(a.and(b).and(c), c.and(b).and(a));
    assertEquals(a.and(b).and(c).hashCode(), c.and(b.and(a)).hashCode());
    assertEquals(3, a.and(b).and(c).conditions());
  }

  @Test
  void aConditionSaidTwiceCountsOnce() {
    Filter a = eq("a", 1);
    Filter b = exists("b");

    assertEquals(a, a.and(eq("a", 1.0)));
    assertEquals(1, a.and(a).conditions());
    assertEquals(a.and(b), a.and(a).and(b));
    assertEquals(a.and(a).and(b), a.and(b).and(b));
    assertEquals(a.and(a).and(b).hashCode(), a.and(b).and(b).hashCode());
  }

  @Test
  void anyAndACondtionIsTheCondition() {
    assertEquals(eq("a", 1), any().and(eq("a", 1)));
    assertEquals(eq("a", 1), eq("a", 1).and(any()));
  }

  @Test
  void theMapMeansTheSameAsTheFilters() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("b", Filter.ANY);
    map.put("c", null);

    assertEquals(eq("a", 1).and(exists("b")).and(eq("c", null)), Filter.of(map));
    assertEquals(eq("a", 1), Filter.of(Map.of("a", 1L)));
  }

  @Test
  void numbersOfAnyTypeAreOneLiteral() {
    assertEquals(eq("a", 5), eq("a", 5.0));
    assertEquals(eq("a", 5).hashCode(), eq("a", new BigDecimal("5.00")).hashCode());
    assertNotEquals(eq("a", 5), eq("a", "5"));
    assertNotEquals(eq("a", 1), eq("a", true));
  }

  @Test
  void anotherPathOrKindIsAnotherFilter() {
    assertNotEquals(eq("a", 1), eq("b", 1));
    assertNotEquals(exists("a"), exists("b"));
    assertNotEquals(exists("a"), eq("a", null));
    assertNotEquals(eq("a", 1).and(exists("b")), eq("a", 1));
    assertNotEquals(eq("a", 1), eq("a", 1).and(exists("b")));
    assertNotEquals((Object) "exists(a)", exists("a"));
  }

  @Test
  void literalsAreCopiedSoThatAFilterNeverChanges() {
    List<Object> list = new ArrayList<>(List.of(1));
    Map<String, Object> map = new HashMap<>(Map.of("k", 1));
    byte[] bytes = {1};
    Filter filter = eq("list", list).and(eq("map", map)).and(eq("bytes", bytes));
    Event event =
        Event.of(Map.of("list", List.of(1), "map", Map.of("k", 1), "bytes", new byte[] {1}));

    list.add(2);
    map.put("l", 2);
    bytes[0] = 2;

    assertTrue(filter.matches(event));
  }

  @Test
  void theListOfAnAndIsCopied() {
    List<Filter> parts = new ArrayList<>(List.of(eq("a", 1)));
    Filter.And and = new Filter.And(parts);

    parts.clear();

    assertEquals(List.of(eq("a", 1)), and.all());
  }

  static List<Object> unsupported() {
    return List.of(
        new Object(),
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        'c',
        new int[] {1},
        ErrorId.NO_MATCH,
        Arrays.asList(1, new Object()),
        Map.of(1, "a key that is no text"),
        Map.of("a", Map.of("b", new StringBuilder())),
        Filter.ANY);
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void whatNoEventCanHoldIsNoLiteral(Object literal) {
    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> eq("a", literal));

    assertEquals(ErrorId.LITERAL_UNSUPPORTED, thrown.id());
  }

  @Test
  void aMapsLiteralsAndPathsAreCheckedToo() {
    assertThrows(ConfigurationException.class, () -> Filter.of(Map.of("a", 'c')));
    assertThrows(ConfigurationException.class, () -> Filter.of(Map.of("a[", 1)));
    assertThrows(ConfigurationException.class, () -> exists("a["));
    assertThrows(ConfigurationException.class, () -> eq("a[", 1));
  }

  @Test
  void pathsAreToldInTheOrderInWhichTheyAreWritten() {
    List<Path> paths = new ArrayList<>();

    eq("b", 1).and(exists("a")).and(eq("c[0]", 1)).addPathsTo(paths);

    assertEquals(List.of(Path.parse("b"), Path.parse("a"), Path.parse("c[0]")), paths);
  }

  @Test
  void filtersPrintAsTheyAreWritten() {
    Map<String, Object> map = Collections.singletonMap("k\"", Arrays.asList("x", null, 1.5, true));

    assertEquals("any()", any().toString());
    assertEquals("exists(a.b)", exists("a.b").toString());
    assertEquals(
        "eq(a, \"b\\\"\\\\\") and exists(c)", eq("a", "b\"\\").and(exists("c")).toString());
    assertEquals("eq(a, {\"k\\\"\": [\"x\", null, 1.5, true]})", eq("a", map).toString());
    assertEquals("eq(a, {\"k\": 1, \"l\": 2})", eq("a", ordered()).toString());
    assertEquals("eq(a, 3 bytes)", eq("a", new byte[3]).toString());
    assertEquals("ANY", Filter.ANY.toString());
  }

  @Test
  void everyValueMatchesItselfWhereverItStands() {
    RandomCases.check(
        1000,
        random -> {
          Map<String, Object> event = RandomCases.map(random, 3);
          for (String key : event.keySet()) {
            String path = "['" + key.replace("'", "''") + "']";

            assertTrue(eq(path, event.get(key)).matches(Event.of(event)), path);
            assertTrue(exists(path).matches(Event.of(event)), path);
          }
        });
  }

  @Test
  void equalFiltersHaveEqualHashesAndAcceptTheSame() {
    RandomCases.check(
        3000,
        random -> {
          Filter one = filter(random);
          Filter other = filter(random);
          Event event = Event.of(RandomCases.map(random, 2));

          assertEquals(one.equals(other), other.equals(one));
          if (one.equals(other)) {
            assertEquals(one.hashCode(), other.hashCode(), one + " and " + other);
            assertEquals(one.conditions(), other.conditions(), one + " and " + other);
            assertEquals(one.matches(event), other.matches(event), one + " and " + other);
          }
        });
  }

  private static Filter filter(Random random) {
    Filter filter = any();
    for (int i = random.nextInt(4); i > 0; i--) {
      String path = random.nextBoolean() ? "a" : "b";
      filter =
          random.nextBoolean() ? filter.and(exists(path)) : eq(path, random.nextInt(2)).and(filter);
    }
    return filter;
  }

  private static Map<String, Object> ordered() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("k", 1);
    map.put("l", 2);
    return map;
  }
}

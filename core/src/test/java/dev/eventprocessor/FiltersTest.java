package dev.eventprocessor;

import static dev.eventprocessor.Filters.absent;
import static dev.eventprocessor.Filters.allOf;
import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.anyElement;
import static dev.eventprocessor.Filters.anyOf;
import static dev.eventprocessor.Filters.anythingBut;
import static dev.eventprocessor.Filters.anythingButIgnoreCase;
import static dev.eventprocessor.Filters.anythingButPrefix;
import static dev.eventprocessor.Filters.anythingButSuffix;
import static dev.eventprocessor.Filters.anythingButWildcard;
import static dev.eventprocessor.Filters.between;
import static dev.eventprocessor.Filters.cidr;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.equalsIgnoreCase;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.Filters.gt;
import static dev.eventprocessor.Filters.gte;
import static dev.eventprocessor.Filters.isNull;
import static dev.eventprocessor.Filters.lt;
import static dev.eventprocessor.Filters.lte;
import static dev.eventprocessor.Filters.matches;
import static dev.eventprocessor.Filters.not;
import static dev.eventprocessor.Filters.oneOf;
import static dev.eventprocessor.Filters.prefix;
import static dev.eventprocessor.Filters.prefixIgnoreCase;
import static dev.eventprocessor.Filters.suffix;
import static dev.eventprocessor.Filters.suffixIgnoreCase;
import static dev.eventprocessor.Filters.test;
import static dev.eventprocessor.Filters.wildcard;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each filter over the same values of all kinds, and how filters combine. */
class FiltersTest {

  private static final Object NOTHING = "a value that is not there";

  private static final List<Object> TEXTS = List.of("", "a", "abc", "ABC", "5", "10.0.0.1");

  private static final List<Object> OTHERS =
      Arrays.asList(
          null, true, false, 5, 5.0, 6, -1, List.of(), List.of(5), Map.of(), Map.of("b", 5));

  private static final List<Object> ELEMENTS = List.of(Map.of("b", 5), Map.of("b", 6));

  /** One filter, made twice, how it prints, and which of the values it accepts. */
  private record Row(Supplier<Filter> filter, String printed, List<Object> accepted) {
    @Override
    public String toString() {
      return printed;
    }
  }

  private static Row row(Supplier<Filter> filter, String printed, @Nullable Object... accepted) {
    return new Row(filter, printed, Arrays.asList(accepted));
  }

  private static Row allBut(Supplier<Filter> filter, String printed, Object... refused) {
    List<Object> accepted = new ArrayList<>(values());
    accepted.removeAll(Arrays.asList(refused));
    return new Row(filter, printed, accepted);
  }

  private static List<Object> values() {
    List<Object> values = new ArrayList<>(TEXTS);
    values.addAll(OTHERS);
    values.add(ELEMENTS);
    values.add(NOTHING);
    return values;
  }

  static Stream<Row> rows() {
    Object[] texts = TEXTS.toArray();
    return Stream.of(
        allBut(() -> exists("a"), "exists(a)", NOTHING),
        row(() -> absent("a"), "absent(a)", NOTHING),
        row(() -> isNull("a"), "isNull(a)", (Object) null),
        row(() -> eq("a", 5), "eq(a, 5)", 5, 5.0),
        row(() -> eq("a", "5"), "eq(a, \"5\")", "5"),
        row(() -> eq("a", true), "eq(a, true)", true),
        row(() -> eq("a", List.of(5L)), "eq(a, [5])", List.of(5)),
        row(() -> eq("a", Map.of()), "eq(a, {})", Map.of()),
        row(() -> oneOf("a", "abc", null, 6), "oneOf(a, \"abc\", null, 6)", "abc", null, 6),
        row(() -> lt("a", 6), "lt(a, 6)", "5", 5, 5.0, -1),
        row(() -> lte("a", 6), "lte(a, 6)", "5", 5, 5.0, 6, -1),
        row(() -> gt("a", 5), "gt(a, 5)", 6),
        row(() -> gte("a", 5), "gte(a, 5)", "5", 5, 5.0, 6),
        row(() -> between("a", 0, 5), "between(a, 0, 5)", "5", 5, 5.0),
        row(() -> prefix("a", "a"), "prefix(a, \"a\")", "a", "abc"),
        row(() -> prefix("a", ""), "prefix(a, \"\")", texts),
        row(() -> suffix("a", "c"), "suffix(a, \"c\")", "abc"),
        row(() -> suffix("a", ""), "suffix(a, \"\")", texts),
        row(() -> equalsIgnoreCase("a", "aBc"), "equalsIgnoreCase(a, \"aBc\")", "abc", "ABC"),
        row(() -> prefixIgnoreCase("a", "aB"), "prefixIgnoreCase(a, \"aB\")", "abc", "ABC"),
        row(() -> suffixIgnoreCase("a", "bC"), "suffixIgnoreCase(a, \"bC\")", "abc", "ABC"),
        row(() -> wildcard("a", "a*"), "wildcard(a, \"a*\")", "a", "abc"),
        row(() -> wildcard("a", "*"), "wildcard(a, \"*\")", texts),
        row(() -> matches("a", "[a-z]*"), "matches(a, \"[a-z]*\")", "", "a", "abc"),
        row(() -> cidr("a", "10.0.0.0/8"), "cidr(a, \"10.0.0.0/8\")", "10.0.0.1"),
        allBut(
            () -> anythingBut("a", "abc", 5),
            "anythingBut(oneOf(a, \"abc\", 5))",
            NOTHING,
            "abc",
            5,
            5.0),
        allBut(
            () -> anythingButPrefix("a", "a"),
            "anythingBut(prefix(a, \"a\"))",
            NOTHING,
            "a",
            "abc"),
        allBut(() -> anythingButSuffix("a", "c"), "anythingBut(suffix(a, \"c\"))", NOTHING, "abc"),
        allBut(
            () -> anythingButIgnoreCase("a", "aBc"),
            "anythingBut(equalsIgnoreCase(a, \"aBc\"))",
            NOTHING,
            "abc",
            "ABC"),
        allBut(
            () -> anythingButWildcard("a", "a*c", "A*"),
            "anythingBut(wildcard(a, \"a*c\"), wildcard(a, \"A*\"))",
            NOTHING,
            "abc",
            "ABC"),
        row(() -> anyElement("a", eq("b", 6)), "anyElement(a, eq(b, 6))", ELEMENTS),
        row(() -> eq("a[*]", 5), "eq(a[*], 5)", List.of(5)),
        row(() -> exists("a[*].b"), "exists(a[*].b)", ELEMENTS),
        allBut(() -> absent("a[*].b"), "absent(a[*].b)", ELEMENTS),
        row(() -> exists("a.b"), "exists(a.b)", Map.of("b", 5)),
        row(() -> gt("a[1].b", 5), "gt(a[1].b, 5)", ELEMENTS),
        allBut(() -> not(eq("a", 5)), "not(eq(a, 5))", 5, 5.0),
        row(() -> eq("a", 5).or(eq("a", 6)), "(eq(a, 5) or eq(a, 6))", 5, 5.0, 6),
        row(() -> gte("a", 5).and(lt("a", 6)), "gte(a, 5) and lt(a, 6)", "5", 5, 5.0),
        allBut(() -> any(), "any()"),
        row(() -> anyOf(), "none()"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void acceptsTheseValuesAndNoOther(Row row) {
    Filter filter = row.filter.get();
    for (Object value : values()) {
      assertEquals(
          row.accepted.contains(value),
          filter.matches(event(value)),
          () -> filter + " and " + value);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void printsAsItIsWritten(Row row) {
    assertEquals(row.printed, row.filter.get().toString());
  }

  @Test
  void equalsTheSameFilterAndNoOther() {
    List<Row> rows = rows().toList();
    for (int i = 0; i < rows.size(); i++) {
      Filter one = rows.get(i).filter.get();
      for (int j = 0; j < rows.size(); j++) {
        Filter other = rows.get(j).filter.get();
        assertEquals(i == j, one.equals(other), () -> one + " and " + other);
        if (i == j) {
          assertEquals(one.hashCode(), other.hashCode(), one::toString);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void tellsWhatIsUnmetExactlyWhereItDoesNotMatch(Row row) {
    Filter filter = row.filter.get();
    for (Object value : values()) {
      assertEquals(filter.matches(event(value)), filter.unmet(event(value)) == null);
    }
  }

  @Test
  void theFirstPartWrittenThatFailsIsUnmet() {
    Filter filter = eq("a", 1).and(eq("b", 1).or(eq("c", 1))).and(exists("d"));

    assertEquals(eq("a", 1), filter.unmet(Event.of(Map.of())));
    assertEquals(eq("b", 1).or(eq("c", 1)), filter.unmet(Event.of(Map.of("a", 1))));
    assertEquals(exists("d"), filter.unmet(Event.of(Map.of("a", 1, "c", 1))));
    assertNull(filter.unmet(Event.of(Map.of("a", 1, "c", 1, "d", 1))));
  }

  @Test
  void conditionsAreWhatEveryAcceptedEventSatisfies() {
    assertEquals(0, any().conditions());
    assertEquals(0, anyOf().conditions());
    assertEquals(1, not(any()).conditions());
    assertEquals(1, oneOf("a", 1, 2).conditions());
    assertEquals(2, eq("a", 1).and(eq("b", 1).or(eq("c", 1).and(eq("d", 1)))).conditions());
    assertEquals(1, anyElement("a", any()).conditions());
    assertEquals(2, anyElement("a", eq("b", 1).and(eq("c", 1))).conditions());
    assertEquals(1, test("odd", event -> true).conditions());
  }

  @Test
  void orIsASetOfItsParts() {
    Filter a = eq("a", 1);
    Filter b = eq("b", 1);

    assertEquals(a.or(b).or(a), b.or(a));
    assertEquals(a.or(b).hashCode(), b.or(a).hashCode());
    assertEquals(a, anyOf(a, a));
    assertNotEquals(a.or(b), a.and(b));
    assertNotEquals(a.or(b), a.or(b).or(eq("c", 1)));
  }

  @Test
  void notOfNotIsTheFilter() {
    assertEquals(eq("a", 1), not(not(eq("a", 1))));
    assertEquals(eq("a", 1).and(eq("b", 1)), allOf(eq("a", 1), eq("b", 1)));
  }

  @Test
  void theSameElementSatisfiesTheWholeFilter() {
    Filter one = anyElement("items", eq("kind", "pen").and(gt("price", 5)));
    Event split = Event.of(items(Map.of("kind", "pen", "price", 1), Map.of("price", 9)));
    Event same = Event.of(items(Map.of("price", 1), Map.of("kind", "pen", "price", 9)));

    assertFalse(one.matches(split));
    assertTrue(one.matches(same));
    assertTrue(eq("items[*].kind", "pen").and(gt("items[*].price", 5)).matches(split));
  }

  @Test
  void elementsThatAreNoMapsAreNoElementsToAsk() {
    Filter filter = anyElement("items", any());

    assertFalse(filter.matches(Event.of(items(1, List.of(Map.of()), "x"))));
    assertTrue(filter.matches(Event.of(items(1, Map.of()))));
    assertTrue(
        anyElement("x[*].items", eq("a", 1))
            .matches(Event.of(Map.of("x", List.of(items(), items(Map.of("a", 1)))))));
  }

  @Test
  void rangesDoNotRound() {
    BigDecimal tiny = new BigDecimal("1e-400");

    assertTrue(gt("a", 0).matches(event(tiny)));
    assertTrue(lt("a", tiny).matches(event(0)));
    assertTrue(gt("a", 1L << 53).matches(event((1L << 53) + 1)));
    assertFalse(gt("a", (1L << 53) + 1).matches(event((1L << 53) + 1)));
    assertTrue(lt("a", new BigDecimal("1e400")).matches(event("1e399")));
    assertFalse(gt("a", 0).matches(event(Double.MIN_VALUE * -1)));
  }

  @Test
  void aTestsFailureIsItsOwn() {
    Filter filter =
        test(
            "fails",
            event -> {
              throw new IllegalStateException("of the predicate");
            });

    assertThrows(IllegalStateException.class, () -> filter.matches(event(1)));
  }

  @Test
  void partsAfterTheDecidingOneAreNotAsked() {
    Filter fails =
        test(
            "fails",
            event -> {
              throw new IllegalStateException("asked");
            });

    assertFalse(eq("a", 2).and(fails).matches(event(1)));
    assertTrue(eq("a", 1).or(fails).matches(event(1)));
  }

  private static Map<String, Object> items(Object... items) {
    return Map.of("items", List.of(items));
  }

  private static Event event(@Nullable Object value) {
    return Event.of(value == NOTHING ? Map.of() : Collections.singletonMap("a", value));
  }
}

package dev.eventprocessor.internal.index;

import static dev.eventprocessor.Filters.allOf;
import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.anythingBut;
import static dev.eventprocessor.Filters.between;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.equalsIgnoreCase;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.Filters.prefix;
import static dev.eventprocessor.Filters.suffix;
import static dev.eventprocessor.Filters.wildcard;
import static dev.eventprocessor.internal.index.IndexAgreement.assertAgrees;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.Filter;
import dev.eventprocessor.Filters;
import dev.eventprocessor.RandomFilters;
import dev.eventprocessor.testing.RandomCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The index answers what each filter answers by itself; only the number of questions differs. */
class FilterIndexTest {

  @Test
  void everyRandomRegistryIsSearchedAsOneFilterAfterTheOther() {
    AtomicInteger found = new AtomicInteger();
    RandomCases.check(
        3000,
        random -> {
          RandomFilters draw = new RandomFilters(random);
          List<Filter> filters = new ArrayList<>();
          for (int i = 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 30); i > 0; i--) {
            filters.add(draw.filter(random.nextInt(3)));
          }
          FilterIndex index = FilterIndex.of(filters);
          for (int i = 0; i < 8; i++) {
            found.addAndGet(assertAgrees(index, filters, draw.event(3)));
          }
        });

    assertTrue(found.get() > 20_000, "the cases hardly ever match: " + found);
  }

  @Test
  void manyOfEachKindOfConditionAreSearchedAsOneAfterTheOther() {
    List<IntFunction<Filter>> kinds =
        List.of(
            i -> eq("a", "v" + i),
            i -> eq("a", i),
            i -> prefix("a", "x".repeat(i % 40) + i),
            i -> suffix("a", i + "x".repeat(i % 40)),
            i -> equalsIgnoreCase("a", "V" + i),
            i -> Filters.prefixIgnoreCase("a", "vV" + i),
            i -> Filters.suffixIgnoreCase("a", i + "vV"),
            i -> wildcard("a", "*v" + i + "*"),
            i -> wildcard("a", "*" + i + "*v*"),
            i -> wildcard("a", "v*" + i),
            i -> between("a", i, i + 10),
            i -> between("a", -i, i),
            i -> anythingBut("a", "v" + i),
            i -> eq("b", "same").and(eq("a", "v" + i)),
            i -> eq("b", "same").and(between("a", i, i + 2)),
            i -> eq("a", "v" + i).or(eq("b", "w" + i)),
            i -> Filters.oneOf("a", "v" + i, "v" + (i + 1), i),
            i -> eq("c[*]", "v" + i),
            i -> Filters.anyElement("c", eq("a", i).and(eq("b", i % 3))));
    RandomCases.check(
        100,
        random -> {
          List<Filter> filters = new ArrayList<>();
          IntFunction<Filter> first = kinds.get(random.nextInt(kinds.size()));
          IntFunction<Filter> second = kinds.get(random.nextInt(kinds.size()));
          for (int i = 0; i < 300; i++) {
            filters.add((random.nextInt(4) == 0 ? second : first).apply(random.nextInt(200)));
          }
          FilterIndex index = FilterIndex.of(filters);
          for (int i = 0; i < 20; i++) {
            assertAgrees(index, filters, event(random));
          }
        });
  }

  @Test
  void textsThatBeginAndEndWithOneAnotherAreSearchedAsOneAfterTheOther() {
    List<Function<String, Filter>> kinds =
        List.of(
            text -> prefix("a", text),
            text -> suffix("a", text),
            text -> equalsIgnoreCase("a", text),
            text -> Filters.prefixIgnoreCase("a", text),
            text -> Filters.suffixIgnoreCase("a", text));
    RandomCases.check(
        600,
        random -> {
          Function<String, Filter> kind = kinds.get(random.nextInt(kinds.size()));
          String alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
          String shared = random.nextBoolean() ? "" : letters(alphabet, random);
          List<Filter> filters = new ArrayList<>();
          for (int i = 9 + random.nextInt(100); i > 0; i--) {
            filters.add(kind.apply(shared + letters(alphabet, random) + shared + "a"));
            filters.add(kind.apply("a" + shared + letters(alphabet, random)));
            filters.add(kind.apply(shared + "a" + letters(alphabet, random) + shared));
          }
          FilterIndex index = FilterIndex.of(filters);
          for (int i = 0; i < 30; i++) {
            String text = letters(alphabet, random) + shared;
            assertAgrees(index, filters, Map.of("a", i % 2 == 0 ? text : shared + "a" + text));
          }
        });
  }

  /** Few letters, so that texts often begin or end with another; the Kelvin sign is a k. */
  private static final List<String> ALPHABETS =
      List.of("ab", "aaAbk\u212a", "ab\u0000\uffff", "\ud83d\ude00a", "aA\u017fsS");

  private static String letters(String alphabet, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static Map<String, @Nullable Object> event(Random random) {
    int number = random.nextInt(200);
    return Map.of(
        "a",
        switch (random.nextInt(8)) {
          case 0 -> number;
          case 1 -> (double) number;
          case 2 -> String.valueOf(number);
          case 3 -> "x".repeat(number) + number;
          case 4 -> number + "x".repeat(number);
          case 5 -> "vV" + number + "vV";
          case 6 -> "V" + number;
          default -> "v" + number;
        },
        "b",
        random.nextBoolean() ? "same" : "w" + number,
        "c",
        List.of("v" + number, Map.of("a", number, "b", number % 3)));
  }

  @Test
  void aRareConditionSparesTheOthersTheQuestion() {
    List<Filter> filters = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    for (int i = 0; i < 1000; i++) {
      filters.add(
          allOf(
              eq("kind", "order"),
              eq("id", i),
              Filters.test("counted", event -> asked.incrementAndGet() > 0)));
    }
    FilterIndex index = FilterIndex.of(filters);
    Map<String, Object> event = Map.of("kind", "order", "id", 7);

    int place = index.first(Event.of(event), event);

    assertEquals(7, place);
    assertEquals(1, asked.get());
  }

  @Test
  void theFirstInOrderIsFoundAlthoughALaterOneIsReachedFirst() {
    List<Filter> filters = List.of(any(), eq("a", 1), exists("a"));
    FilterIndex index = FilterIndex.of(filters);
    Map<String, Object> event = Map.of("a", 1);

    assertEquals(0, index.first(Event.of(event), event));
    assertArrayEquals(new int[] {0, 1, 2}, index.all(Event.of(event), event));
  }

  @Test
  void nothingIsFoundWhereNothingMatches() {
    FilterIndex index = FilterIndex.of(List.of(eq("a", 1), prefix("b", "x")));
    Map<String, Object> event = Map.of("a", 2);

    assertEquals(-1, index.first(Event.of(event), event));
    assertArrayEquals(new int[0], index.all(Event.of(event), event));
  }
}

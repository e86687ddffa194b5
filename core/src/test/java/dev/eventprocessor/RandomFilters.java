package dev.eventprocessor;

import dev.eventprocessor.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Filters and events of every kind, from a small vocabulary, so that they often meet. */
public final class RandomFilters {

  private static final List<String> PATHS =
      List.of(
          "a", "b", "c", "a.b", "b.a", "a.b.c", "d", "e[0]", "e[*]", "e[*].a", "b[*].c", "['d.e']");

  private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "d.e", "a.b", "b.c");

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "ab",
          "abc",
          "b",
          "ba",
          "A",
          "aB",
          "SS",
          "\u00df",
          "10.0.0.1",
          "10.0.0.9",
          "::1",
          "5",
          "-1",
          "x*y",
          "\u017f",
          "\u212a",
          "K",
          "k",
          "\ud83d\ude00",
          "1e1");

  private static final List<Number> NUMBERS =
      List.of(
          0,
          1,
          2L,
          3,
          0.5,
          1.0,
          2.5f,
          5,
          -1,
          10,
          new BigDecimal("2.50"),
          new BigDecimal("1e400"),
          new BigDecimal("-1e-400"),
          4.9e-324,
          9007199254740993L,
          new java.math.BigInteger("12345678901234567890"));

  private final Random random;

  /** Draws from this source. */
  public RandomFilters(Random random) {
    this.random = random;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String path() {
    return one(PATHS);
  }

  private String text() {
    return one(TEXTS);
  }

  private @Nullable Object scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2, 3, 4 -> one(NUMBERS);
      default -> text();
    };
  }

  private @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 6)) {
      case 6, 7 -> list(depth - 1);
      case 8, 9 -> event(depth - 1);
      default -> scalar();
    };
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(depth));
    }
    return list;
  }

  /** An event of this depth. */
  public Map<String, @Nullable Object> event(int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      map.put(one(KEYS), value(depth));
    }
    return map;
  }

  /** A filter that nests others this deep. */
  public Filter filter(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 5)) {
      case 5, 6, 7 -> filter(depth - 1).and(filter(depth - 1));
      case 8, 9 -> filter(depth - 1).or(filter(depth - 1));
      case 10 -> Filters.not(filter(depth - 1));
      case 11 -> Filters.anyElement(path(), filter(depth - 1));
      default -> condition();
    };
  }

  private Filter condition() {
    return switch (random.nextInt(24)) {
      case 0 -> Filters.exists(path());
      case 1 -> Filters.absent(path());
      case 2 -> Filters.isNull(path());
      case 3 -> Filters.oneOf(path(), scalar(), scalar(), scalar());
      case 4 -> Filters.lt(path(), one(NUMBERS));
      case 5 -> Filters.lte(path(), one(NUMBERS));
      case 6 -> Filters.gt(path(), one(NUMBERS));
      case 7 -> Filters.gte(path(), one(NUMBERS));
      case 8 -> Filters.between(path(), random.nextInt(3), 2 + random.nextInt(3));
      case 9 -> Filters.prefix(path(), text());
      case 10 -> Filters.suffix(path(), text());
      case 11 -> Filters.equalsIgnoreCase(path(), text());
      case 12 -> Filters.prefixIgnoreCase(path(), text());
      case 13 -> Filters.suffixIgnoreCase(path(), text());
      case 14 -> Filters.wildcard(path(), stars());
      case 15 -> Filters.anythingBut(path(), scalar(), scalar());
      case 16 -> Filters.anythingButPrefix(path(), text());
      case 17 -> Filters.cidr(path(), "10.0.0.0/" + (24 + random.nextInt(9)));
      case 18 -> Filters.matches(path(), one(List.of("a.*", "[ab]+", "(?i)ab?", "1.*|::1")));
      case 19 -> EventPattern.parse(Json.writeText(pattern(1)));
      case 20 -> {
        int size = random.nextInt(3);
        yield Filters.test("has-" + size, event -> event.asMap().size() == size);
      }
      case 21 -> Filters.eq(path(), value(1));
      default -> Filters.eq(path(), scalar());
    };
  }

  private String stars() {
    String first = text().replace("*", "");
    String second = text().replace("*", "");
    return switch (random.nextInt(4)) {
      case 0 -> ("*" + first + "*" + second + "*").replace("**", "*").replace("**", "*");
      case 1 -> first + "*" + second;
      case 2 -> first;
      default -> "*";
    };
  }

  /** An EventBridge pattern of this depth. */
  public Map<String, @Nullable Object> pattern(int depth) {
    Map<String, @Nullable Object> pattern = new LinkedHashMap<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      pattern.put(
          one(KEYS), depth > 0 && random.nextInt(3) == 0 ? pattern(depth - 1) : alternatives());
    }
    if (random.nextInt(4) == 0) {
      pattern.put("$or", List.of(pattern(0), pattern(0)));
    }
    return pattern;
  }

  private List<@Nullable Object> alternatives() {
    List<@Nullable Object> alternatives = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      alternatives.add(
          switch (random.nextInt(10)) {
            case 0 -> Map.of("prefix", text());
            case 1 -> Map.of("suffix", text());
            case 2 -> Map.of("exists", random.nextInt(3) > 0);
            case 3 ->
                Map.of("numeric", List.of(random.nextBoolean() ? "<" : ">=", random.nextInt(4)));
            case 4 -> Map.of("anything-but", text());
            case 5 -> Map.of("equals-ignore-case", text());
            case 6 -> Map.of("wildcard", stars());
            default -> scalar();
          });
    }
    return alternatives;
  }
}

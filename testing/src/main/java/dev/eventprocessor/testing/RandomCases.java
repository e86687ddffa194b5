package dev.eventprocessor.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Runs a property over many random cases. The seeds are the same at every run; a failure tells its
 * own, and {@code -Dcase.seed=...} runs that case alone.
 */
public final class RandomCases {

  private static final String LETTERS = "abcXYZ .'[]\"\\/\n\t\u00e9\u20ac\ud83d\ude00";

  private RandomCases() {}

  /** What has to hold. */
  @FunctionalInterface
  public interface Property {
    /** Draws a case and asserts. */
    void check(Random random) throws Exception;
  }

  /** Checks the property in this many cases. */
  public static void check(int cases, Property property) {
    @Nullable Long only = Long.getLong("case.seed");
    long first = only == null ? 1 : only;
    long last = only == null ? cases : only;
    for (long seed = first; seed <= last; seed++) {
      try {
        property.check(new Random(seed * 0x9E3779B97F4A7C15L));
      } catch (Exception | AssertionError e) {
        throw new AssertionError("With -Dcase.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /** A JSON value of any type; maps and lists nest at most this deep. */
  public static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2, 3 -> number(random);
      case 4, 5 -> text(random);
      case 6 -> list(random, depth - 1);
      default -> map(random, depth - 1);
    };
  }

  /** A map with keys from a small set, so that paths often meet. */
  public static Map<String, @Nullable Object> map(Random random, int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(random.nextInt(8) == 0 ? text(random) : key(random), value(random, depth));
    }
    return map;
  }

  /** One of four keys. */
  public static String key(Random random) {
    return List.of("a", "b", "c", "d.e").get(random.nextInt(4));
  }

  /** A short text with quotes, controls and characters outside of the first plane. */
  public static String text(Random random) {
    int[] points = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  /** A number of any type that an event can hold, small ones often. */
  public static Number number(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> random.nextInt(3);
      case 1 -> (long) random.nextInt(3);
      case 2 -> (double) random.nextInt(3);
      case 3 -> (float) random.nextInt(3) / 4;
      case 4 -> BigDecimal.valueOf(random.nextInt(300), 2);
      case 5 -> BigInteger.valueOf(random.nextInt(3));
      case 6 -> random.nextLong();
      case 7 -> new BigDecimal(new BigInteger(70, random), random.nextInt(60) - 30);
      case 8 -> new BigInteger(80, random).negate();
      default -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
    };
  }

  private static List<@Nullable Object> list(Random random, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(random, depth));
    }
    return list;
  }
}

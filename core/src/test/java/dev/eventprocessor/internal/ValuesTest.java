package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void aWholeNumberIsEqualInEveryType() {
    List<Number> fives =
        List.of(
            (byte) 5,
            (short) 5,
            5,
            5L,
            5f,
            5.0,
            new BigDecimal("5.00"),
            new BigDecimal("0.5e1"),
            BigInteger.valueOf(5));

    for (Number one : fives) {
      for (Number other : fives) {
        assertEqual(one, other);
      }
      assertDiffer(one, 6);
      assertDiffer(one, "5");
      assertDiffer(one, true);
      assertDiffer(one, null);
    }
  }

  @Test
  void aFractionIsEqualByItsDecimal() {
    assertEqual(0.1, new BigDecimal("0.1"));
    assertEqual(0.1f, 0.1);
    assertEqual(0.1f, new BigDecimal("0.10"));
    assertDiffer(0.1, new BigDecimal("0.1000000000000000055511151231257827"));
    assertDiffer(0.1, new BigDecimal("0.10000000000000001"));
  }

  @Test
  void nothingIsRoundedThroughADouble() {
    assertDiffer(9007199254740993L, 9007199254740992L);
    assertDiffer(9007199254740993L, 9007199254740992.0);
    assertEqual(9007199254740992L, 9007199254740992.0);
    assertDiffer(BigInteger.TWO.pow(64), BigInteger.TWO.pow(64).add(BigInteger.ONE));
    assertDiffer(Long.MAX_VALUE, BigInteger.TWO.pow(63));
  }

  @Test
  void zeroIsZeroWhateverItsSign() {
    assertEqual(0.0, -0.0);
    assertEqual(-0.0, 0L);
    assertEqual(-0.0f, BigDecimal.ZERO.setScale(3));
  }

  @Test
  void notANumberAndTheInfinitiesEqualNoNumber() {
    assertDiffer(Double.NaN, 0.0);
    assertDiffer(Double.NaN, new BigDecimal("1"));
    assertDiffer(Double.POSITIVE_INFINITY, new BigDecimal("1e400"));
    assertDiffer(Float.POSITIVE_INFINITY, Double.MAX_VALUE);
    assertDiffer(Float.NaN, 1);
  }

  @Test
  void aDoubleThatOldJdksPrintWithTooManyDigitsEqualsItsDecimal() {
    assertEqual(Double.parseDouble("4e23"), new BigDecimal("4e23"));
    assertEqual(Double.parseDouble("4264713461727e6"), 4264713461727000000L);
    assertEqual(2.0E-3, new BigDecimal("0.002"));
  }

  @Test
  void everyDecimalOfFifteenDigitsEqualsItsDouble() {
    RandomCases.check(
        20_000,
        random -> {
          BigInteger digits = new BigInteger(50, random).mod(BigInteger.TEN.pow(15));
          BigDecimal decimal = new BigDecimal(digits, random.nextInt(80) - 40);

          assertEqual(decimal, decimal.doubleValue());
        });
  }

  @Test
  void hugeExponentsAreComparedWithoutBeingWrittenOut() {
    assertDiffer(new BigDecimal("1e2000000000"), 5L);
    assertDiffer(new BigDecimal("1e2000000000"), new BigDecimal("1e1999999999"));
    assertEqual(new BigDecimal("1e2000000000"), new BigDecimal("10e1999999999"));
  }

  @Test
  void listsAreEqualElementByElement() {
    assertEqual(List.of(1, "a", List.of(2)), Arrays.asList(1.0, "a", List.of(2L)));
    assertDiffer(List.of(1, 2), List.of(2, 1));
    assertDiffer(List.of(1), List.of(1, 1));
    assertDiffer(List.of(), Map.of());
    assertEqual(Arrays.asList((Object) null), Arrays.asList((Object) null));
  }

  @Test
  void mapsAreEqualInAnyOrderAndNullIsNotAbsent() {
    Map<String, Object> one = new TreeMap<>(Map.of("a", 1, "b", 2));
    Map<String, Object> other = new TreeMap<>(Collections.reverseOrder());
    other.putAll(Map.of("a", 1.0, "b", 2L));

    assertEqual(one, other);
    assertDiffer(Collections.singletonMap("a", null), Collections.singletonMap("b", null));
    assertDiffer(Map.of("a", 1), Map.of("a", 1, "b", 2));
    assertDiffer(Map.of("a", 1), Map.of("a", 2));
    assertDiffer(Map.of("a", 1), "a");
  }

  @Test
  void bytesAreEqualByContentAndNeverToText() {
    assertEqual(new byte[] {1, 2}, new byte[] {1, 2});
    assertDiffer(new byte[] {1, 2}, new byte[] {2, 1});
    assertDiffer(new byte[] {65}, "A");
    assertDiffer(new byte[] {65}, List.of(65));
  }

  @Test
  void textIsEqualCharacterByCharacter() {
    assertEqual("a", new String(new char[] {'a'}));
    assertDiffer("a", "A");
    assertDiffer("\u00e9", "e\u0301");
  }

  @Test
  void hashAgreesWithEqual() {
    RandomCases.check(
        5000,
        random -> {
          Object one = RandomCases.value(random, 3);
          Object other = random.nextBoolean() ? retyped(one, random) : RandomCases.value(random, 1);

          assertEquals(Values.equal(one, other), Values.equal(other, one));
          if (Values.equal(one, other)) {
            assertEquals(Values.hash(one), Values.hash(other), one + " and " + other);
          }
          assertEqual(one, one);
        });
  }

  @Test
  void aValueStaysEqualWhenItsNumbersChangeTheirType() {
    RandomCases.check(
        5000,
        random -> {
          Object one = RandomCases.value(random, 3);

          assertEqual(one, retyped(one, random));
        });
  }

  @Test
  void aCopyIsEqualAndCannotBeChanged() {
    RandomCases.check(
        500,
        random -> {
          Object one = RandomCases.value(random, 3);

          assertEqual(one, Values.copy(one));
        });
    byte[] bytes = {1};
    assertArrayEquals(bytes, (byte[]) Values.copy(bytes));
    assertFalse(bytes == Values.copy(bytes));
  }

  @Test
  void jsonValuesAreToldFromOthers() {
    RandomCases.check(500, random -> assertTrue(Values.isJson(RandomCases.value(random, 3))));
    assertFalse(Values.isJson(new AtomicInteger()));
    assertFalse(Values.isJson(Collections.singletonMap(null, 1)));
    assertFalse(Values.isJson(List.of(List.of('c'))));
    assertFalse(Values.isJson(Double.NaN));
    assertTrue(Values.isJson(Map.of("a", new byte[0])));
  }

  /** The same value, with numbers of other types. */
  private static Object retyped(Object value, Random random) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(retyped(element, random)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new HashMap<>();
      map.forEach((key, element) -> copy.put(key, retyped(element, random)));
      return copy;
    }
    return value instanceof Number number ? retyped(number, random) : value;
  }

  private static Number retyped(Number number, Random random) {
    if (number instanceof Double || number instanceof Float) {
      return random.nextBoolean() ? number : shortest(number);
    }
    BigDecimal exact = new BigDecimal(number.toString());
    if (random.nextBoolean()) {
      return exact.setScale(Math.max(exact.scale(), 0) + random.nextInt(5));
    }
    boolean fits = exact.stripTrailingZeros().scale() <= 0;
    return fits ? exact.toBigIntegerExact() : exact;
  }

  /** The decimal with the fewest digits that still means this number. */
  private static BigDecimal shortest(Number number) {
    BigDecimal all = new BigDecimal(number.toString());
    for (int digits = 1; digits < all.precision(); digits++) {
      BigDecimal rounded = all.round(new java.math.MathContext(digits));
      boolean same =
          number instanceof Float
              ? rounded.floatValue() == number.floatValue()
              : rounded.doubleValue() == number.doubleValue();
      if (same) {
        return rounded;
      }
    }
    return all;
  }

  private static void assertEqual(Object one, Object other) {
    assertTrue(Values.equal(one, other), () -> one + " should equal " + other);
    assertTrue(Values.equal(other, one), () -> other + " should equal " + one);
    assertEquals(Values.hash(one), Values.hash(other), () -> "hashes of " + one + ", " + other);
  }

  private static void assertDiffer(Object one, Object other) {
    assertFalse(Values.equal(one, other), () -> one + " should not equal " + other);
    assertFalse(Values.equal(other, one), () -> other + " should not equal " + one);
  }
}

package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of ranges, and numbers in text. */
class NumbersTest {

  @Test
  void boundsHoldWhatExactComparisonHolds() {
    RandomCases.check(
        20_000,
        random -> {
          BigDecimal lower = random.nextInt(5) == 0 ? null : exact(RandomCases.number(random));
          BigDecimal upper = random.nextInt(5) == 0 ? null : exact(RandomCases.number(random));
          boolean lowerIncluded = random.nextBoolean();
          boolean upperIncluded = random.nextBoolean();
          Number number =
              random.nextInt(4) == 0 && lower != null ? lower : RandomCases.number(random);
          BigDecimal value = exact(number);

          boolean above = lower == null || value.compareTo(lower) > (lowerIncluded ? -1 : 0);
          boolean below = upper == null || value.compareTo(upper) < (upperIncluded ? 1 : 0);
          assertEquals(
              above && below,
              new Bounds(lower, lowerIncluded, upper, upperIncluded).hold(number),
              () -> lower + " " + upper + " and " + number);
        });
  }

  private static BigDecimal exact(Number number) {
    BigDecimal exact = Values.exact(number);
    return exact == null ? BigDecimal.ZERO : exact;
  }

  @Test
  void whatIsNotFiniteIsInNoRange() {
    Bounds all = new Bounds(null, false, null, false);

    assertTrue(all.hold(Double.MAX_VALUE));
    assertFalse(all.hold(Double.NaN));
    assertFalse(all.hold(Double.NEGATIVE_INFINITY));
    assertFalse(all.hold(Float.NaN));
  }

  @Test
  void aDoubleHoldsTheShortestDecimalThatMeansIt() {
    for (Number number : List.of(0.1, 5, 1L << 53, new BigDecimal("0.1"), new BigDecimal("1e23"))) {
      assertTrue(Bounds.isDouble(number), number::toString);
    }
    for (Number number :
        List.of(
            (1L << 53) + 1,
            new BigDecimal("1e400"),
            new BigDecimal("1e-400"),
            new BigDecimal("0.1234567890123456789"),
            new BigInteger("12345678901234567890"),
            Double.NaN)) {
      assertFalse(Bounds.isDouble(number), number::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-0", "+1", "007", "1.5", "-1.50", "1e3", "1E-3", "1e+3", "-0.1e400"})
  void digitsWithSignFractionAndExponentAreANumber(String text) {
    assertEquals(new BigDecimal(text), Numerals.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "1.",
        ".5",
        "e3",
        "1e",
        "1e+",
        " 1",
        "1 ",
        "1_000",
        "1,5",
        "0x10",
        "NaN",
        "Infinity",
        "inf",
        "١",
        "1f",
        "1d",
        "--1",
        "1e1.5",
        "1e99999999999"
      })
  void allOtherTextIsNone(String text) {
    assertNull(Numerals.parse(text));
  }

  @Test
  void aNumberOfMoreThanAThousandCharactersIsNone() {
    assertEquals(new BigDecimal("1".repeat(1000)), Numerals.parse("1".repeat(1000)));
    assertNull(Numerals.parse("1".repeat(1001)));
  }
}

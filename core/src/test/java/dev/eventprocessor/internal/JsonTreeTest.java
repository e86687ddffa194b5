package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.internal.JsonTree.Member;
import dev.eventprocessor.internal.JsonTree.Members;
import dev.eventprocessor.internal.JsonTree.NotJsonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

  @Test
  void everyMemberIsKeptInTheOrderWritten() {
    assertEquals(
        new Members(
            List.of(
                new Member("a", BigInteger.ONE),
                new Member("b", Arrays.asList("x", true, null)),
                new Member("a", new Members(List.of())))),
        JsonTree.parse("{\"a\": 1, \"b\": [\"x\", true, null], \"a\": {}}"));
  }

  @Test
  void numbersAreExactAndTellWholeOnesFromOthers() {
    assertEquals(
        List.of(new BigInteger("9007199254740993"), new BigDecimal("1.0"), new BigDecimal("1e400")),
        JsonTree.parse("[9007199254740993, 1.0, 1e400]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "[1",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1,}",
        "[1,]",
        "nul",
        "'a'",
        "1 2",
        "{} x",
        "\"\n\"",
        "NaN",
        "01",
        "\"se-cret",
        "[se-cret]"
      })
  void whatIsNotJsonIsToldWithoutItsText(String json) {
    NotJsonException thrown = assertThrows(NotJsonException.class, () -> JsonTree.parse(json));

    assertTrue(String.valueOf(thrown.getMessage()).length() < 100, thrown.getMessage());
    assertFalse(String.valueOf(thrown.getMessage()).contains("se-cret"), thrown.getMessage());
  }

  @Test
  void deepNestingIsRefused() {
    JsonTree.parse("[".repeat(100) + "]".repeat(100));

    assertThrows(NotJsonException.class, () -> JsonTree.parse("[".repeat(102) + "]".repeat(102)));
    assertThrows(NotJsonException.class, () -> JsonTree.parse("[".repeat(100_000)));
    assertThrows(NotJsonException.class, () -> JsonTree.parse("{\"a\":".repeat(100_000)));
  }

  @Test
  void numbersOfManyDigitsAreRefused() {
    assertThrows(NotJsonException.class, () -> JsonTree.parse("1".repeat(100_000)));
  }
}

package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which patterns are refused, and what is said of them. */
class LinearRegexFaultsTest {

  @Test
  @Timeout(60)
  void noPatternMakesCompilingSlow() throws RegexSyntaxException {
    LinearRegex.compile("(".repeat(100) + "a" + ")*".repeat(100));
    LinearRegex.compile("(a{1000}){0}".repeat(1000));
    LinearRegex.compile("(){1000}".repeat(10_000));
    LinearRegex.compile("|".repeat(999));
    assertFault("((a{1000}){1000}){1000}", "character 11: with this the pattern becomes larger");
    assertFault("((){1000}|){1000}a{1000}", "character 18: with this the pattern becomes larger");
    assertFault("a".repeat(100_000), "character 2001: with this the pattern becomes larger");
    assertFault("(".repeat(100_000), "character 101: groups stand more than 100 deep");
    assertFault("|".repeat(100_000), "character 1001: with this the pattern becomes larger");
  }

  @Test
  void whatIsNotSupportedIsRefusedByItsName() {
    assertFault("(a)\\1", "character 4: a back-reference");
    assertFault("(?<n>a)", "character 1: groups have no names");
    assertFault("\\k<n>", "character 1: a back-reference");
    for (String around : new String[] {"(?=b)", "(?!b)", "(?<=b)", "(?<!b)"}) {
      assertFault("a" + around, "character 2: look-around is not known here");
    }
    assertFault("a*+", "character 3: a possessive quantifier");
    assertFault("a{2}+", "character 5: a possessive quantifier");
    assertFault("(?>a)", "character 1: an atomic group");
    assertFault("(?s).", "character 1: the only flag is (?i)");
    assertFault("a(?i)b", "character 2: the only flag is (?i)");
    assertFault("\\bword\\b", "character 1: a pattern means the whole text");
    assertFault("a^b", "character 2: a pattern means the whole text");
    assertFault("(a$)", "character 3: a pattern means the whole text");
    assertFault("\\p{L}", "character 1: after a backslash may stand");
    assertFault("[a&&b]", "character 3: this means nothing within brackets");
  }

  @Test
  void aSlipIsRefusedAtItsPlace() {
    assertFault("a(b", "character 2: the group is never closed");
    assertFault("a)b", "character 2: no group is open here");
    assertFault("[a", "character 1: the bracket is never closed");
    assertFault("[", "character 1: the bracket is never closed");
    assertFault("[^", "character 1: the bracket is never closed");
    assertFault("[]", "character 2: this means nothing within brackets. Write \\]");
    assertFault("[[a]]", "character 2: this means nothing within brackets. Write \\[");
    assertFault("[a-", "character 4: a range ends with one character");
    assertFault("[a-\\d]", "character 4: a range ends with one character");
    assertFault("[A-[a]]", "character 4: a range ends with one character");
    assertFault("[b-a]", "character 2: the range ends before it begins");
    assertFault("a]", "character 2: nothing is open here. Write \\]");
    assertFault("a}", "character 2: nothing is open here. Write \\}");
    assertFault("*a", "character 1: there is nothing here to repeat. Write \\*");
    assertFault("(+)", "character 2: there is nothing here to repeat. Write \\+");
    assertFault("{\"a\":1}", "character 1: there is nothing here to repeat. Write \\{");
    assertFault("a**", "character 3: what is repeated already is repeated again");
    assertFault("a*?+", "character 4: what is repeated already is repeated again");
    assertFault("a{2}{3}", "character 5: what is repeated already is repeated again");
    assertFault("a{,3}", "character 3: a count is missing");
    assertFault("a{", "character 3: a count is missing");
    assertFault("a{1,", "character 5: a count is missing");
    assertFault("a{1", "character 2: write {2}, {2,} or {2,5}");
    assertFault("a{3,2}", "character 2: the second count is less than the first");
    assertFault("a{1001}", "character 3: a count is at most 1000");
    assertFault("a{99999999999}", "character 3: a count is at most 1000");
    assertFault("a\\", "character 2: nothing follows the backslash");
    assertFault("\\u00e", "character 1: a hexadecimal digit is missing");
    assertFault("\\ud83d\\u00g0", "character 7: a hexadecimal digit is missing");
    assertFault("\\x41", "character 1: write \\x{1F600}");
    assertFault("\\x{110000}", "character 1: write \\x{1F600}");
    assertFault("\\x{0000041}", "character 1: write \\x{1F600}");
    assertFault("\\x{}", "character 1: a hexadecimal digit is missing");
    assertFault("\\x{41", "character 1: a hexadecimal digit is missing");
  }

  @Test
  void theFaultIsToldWithThePattern() {
    RegexSyntaxException fault =
        assertThrows(RegexSyntaxException.class, () -> LinearRegex.compile("a(?!b)"));

    assertEquals(
        "The pattern \"a(?!b)\" cannot be read at character 2: look-around is not known here. Make a"
            + " second filter of it, and join the two.",
        fault.getMessage());
  }

  private static void assertFault(String pattern, String expected) {
    RegexSyntaxException fault =
        assertThrows(RegexSyntaxException.class, () -> LinearRegex.compile(pattern), () -> pattern);

    assertTrue(fault.getMessage().contains("cannot be read at " + expected), fault::getMessage);
  }
}

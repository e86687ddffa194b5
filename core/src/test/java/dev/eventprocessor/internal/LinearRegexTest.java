package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What patterns mean, and that no text makes them slow. */
class LinearRegexTest {

  @Test
  void thePatternMeansTheWholeText() throws RegexSyntaxException {
    assertMatches("ab", "ab");
    assertRefuses("ab", "", "a", "abc", "xab", "ab\n");
    assertMatches("", "");
    assertRefuses("", "a");
  }

  @Test
  void anchorsAtBothEndsChangeNothing() throws RegexSyntaxException {
    assertMatches("^ab$", "ab");
    assertMatches("(?i)^ab$", "AB");
    assertMatches("^$", "");
    assertRefuses("^a|b$", "ax", "xb");
    assertMatches("[$^]\\^\\$", "^^$", "$^$");
  }

  @Test
  void aDotIsAnyCharacterWithinALine() throws RegexSyntaxException {
    assertMatches(".", "a", "\u00e9", "\ud83d\ude00", "\ud83d", "\0");
    assertRefuses(".", "", "ab", "\n", "\r", "\u0085", "\u2028", "\u2029");
    assertMatches("[\\s\\S]", "\n");
  }

  @Test
  void bracketsHoldCharactersRangesAndKinds() throws RegexSyntaxException {
    assertMatches("[a-c_\\d.]", "a", "b", "c", "_", "0", ".");
    assertRefuses("[a-c_\\d.]", "d", "-", "A", "");
    assertMatches("[^a-c]", "d", "\n", "\ud83d\ude00");
    assertRefuses("[^a-c]", "a", "c");
    assertMatches("[\\]\\[\\\\\\-^-]", "]", "[", "\\", "-", "^");
    assertMatches("[-a]", "-", "a");
    assertMatches("[\\W\\d]", "!", "5", "\u00e9");
    assertRefuses("[\\W\\d]", "a");
    assertMatches("[\\x{1F600}-\\x{1F64F}]", "\ud83d\ude00");
    assertRefuses("[\\x{1F600}-\\x{1F64F}]", "\ud83d");
  }

  @Test
  void kindsAreThoseOfAscii() throws RegexSyntaxException {
    assertMatches("\\d\\D\\w\\W\\s\\S", "1a_- x");
    assertRefuses("\\d", "\u0661", "a");
    assertRefuses("\\w", "\u00e9");
    assertMatches("\\s+", " \t\n\u000b\f\r");
    assertRefuses("\\s", "\u00a0");
  }

  @Test
  void escapesSpellOneCharacter() throws RegexSyntaxException {
    assertMatches("\\t\\n\\r\\.\\*\\/\\ ", "\t\n\r.*/ ");
    assertMatches("\\u00e9\\x{E9}\\x{1f600}\\uD83D\\uDE00", "\u00e9\u00e9\ud83d\ude00\ud83d\ude00");
    assertMatches("\\ud83dx\\ude00", "\ud83dx\ude00");
    assertMatches("\\ud83d\\u0041", "\ud83dA");
  }

  @Test
  void halfACharacterIsItselfAndNoPartOfAWholeOne() throws RegexSyntaxException {
    assertMatches("\\x{d83d}", "\ud83d");
    assertRefuses("\\x{d83d}.", "\ud83d\ude00");
    assertMatches("..", "\ude00\ud83d");
  }

  @Test
  void repetitionsCount() throws RegexSyntaxException {
    assertMatches("a*b+c?", "b", "aabbc");
    assertRefuses("a*b+c?", "a", "bcc", "");
    assertMatches("a{2}", "aa");
    assertRefuses("a{2}", "a", "aaa");
    assertMatches("(ab){2,}", "abab", "ababab");
    assertRefuses("(ab){2,}", "ab", "ababa");
    assertMatches("a{1,3}", "a", "aa", "aaa");
    assertRefuses("a{1,3}", "", "aaaa");
    assertMatches("a{0,2}", "", "a", "aa");
    assertRefuses("a{0,2}", "aaa");
    assertMatches("xa{0}y", "xy");
    assertRefuses("xa{0}y", "xay");
    assertMatches("(a|b){0,}", "", "abba");
    assertMatches(".{1,1000}", "a".repeat(1000));
    assertRefuses(".{1,1000}", "a".repeat(1001));
  }

  @Test
  void lazyRepetitionsMatchTheSameTexts() throws RegexSyntaxException {
    assertMatches("a*?b+?c??d{1,2}?", "abcd", "bdd");
    assertRefuses("a*?b+?c??d{1,2}?", "abc");
  }

  @Test
  void groupsAndAlternativesNest() throws RegexSyntaxException {
    assertMatches("a|b|c", "a", "b", "c");
    assertRefuses("a|b|c", "ab", "");
    assertMatches("x(?:a|(b|c)d|)y", "xay", "xbdy", "xcdy", "xy");
    assertRefuses("x(?:a|(b|c)d|)y", "xby", "xd");
    assertMatches("()|a", "", "a");
    assertMatches("(){1000}(|)*", "");
  }

  @Test
  void anyCaseIsAnyCaseOfEveryScript() throws RegexSyntaxException {
    assertMatches("(?i)Stra\u00dfe[a-c\u00e9]", "STRA\u00dfEB", "stra\u1e9ee\u00c9");
    assertMatches("(?i)\u03c3\\u03c2", "\u03a3\u03c3");
    assertMatches("(?i)[k]\\x{212A}", "\u212aK", "Kk");
    assertRefuses("(?i)[^a]", "a", "A");
    assertRefuses("(?i)\\w", "\u212a");
    assertRefuses("a", "A");
  }

  @Test
  void severalHundredStatesMatchAsFewDo() throws RegexSyntaxException {
    String words = "(?:alpha|beta|gamma|delta|epsilon)";
    String pattern = words + "(?:, " + words + "){0,9}\\.";

    assertMatches(pattern, "alpha.", "beta, gamma, gamma.", "delta" + ", epsilon".repeat(9) + ".");
    assertRefuses(pattern, "alpha", "alph.", "delta" + ", epsilon".repeat(10) + ".");
  }

  @Test
  @Timeout(60)
  void noPatternMakesALongTextSlow() throws RegexSyntaxException {
    String text = "a".repeat(100_000);

    assertRefuses("(a*)*b", text);
    assertRefuses("(a|a)*b", text);
    assertRefuses("((a?){30}){30}b", text.substring(0, 10_000));
    assertMatches("((a*)*)*", text);
  }

  @Test
  void theRequiredPrefixIsWhatEveryMatchBeginsWith() throws RegexSyntaxException {
    assertEquals("arn:aws:", LinearRegex.compile("^arn:aws:[a-z0-9-]+:.*").requiredPrefix());
    assertEquals("a.b", LinearRegex.compile("a\\.(?:b)c*").requiredPrefix());
    assertEquals("\ud83d\ude00a", LinearRegex.compile("\\x{1F600}a+").requiredPrefix());
    assertEquals("ab", LinearRegex.compile("ab").requiredPrefix());
    assertEquals("", LinearRegex.compile("ab|ac").requiredPrefix());
    assertEquals("", LinearRegex.compile("a?b").requiredPrefix());
    assertEquals("", LinearRegex.compile("(?i)ab").requiredPrefix());
    assertEquals("", LinearRegex.compile("[^a]b").requiredPrefix());
    assertEquals("", LinearRegex.compile("").requiredPrefix());
  }

  @Test
  void twoOfTheSamePatternAreEqual() throws RegexSyntaxException {
    LinearRegex one = LinearRegex.compile("a+");

    assertEquals(one, LinearRegex.compile("a+"));
    assertEquals(one.hashCode(), LinearRegex.compile("a+").hashCode());
    assertNotEquals(one, LinearRegex.compile("aa*"));
    assertEquals("a+", one.toString());
  }

  private static void assertMatches(String pattern, String... texts) throws RegexSyntaxException {
    for (String text : texts) {
      assertTrue(LinearRegex.compile(pattern).matches(text), () -> pattern + " on " + text);
    }
  }

  private static void assertRefuses(String pattern, String... texts) throws RegexSyntaxException {
    for (String text : texts) {
      assertFalse(LinearRegex.compile(pattern).matches(text), () -> pattern + " on " + text);
    }
  }
}

package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LinearRegexTest {

  /** With both cases, digits, a space, line ends, and halves and wholes of two UTF-16 units. */
  private static final String[] CHARACTERS = {
    "a",
    "b",
    "A",
    "B",
    "0",
    "7",
    "_",
    " ",
    "-",
    "\n",
    "\u2028",
    "\u00e9",
    "\u00c9",
    "\u03c3",
    "\u03a3",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00"
  };

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
  void itAgreesWithTheJdkOnRandomPatternsAndTexts() {
    RandomCases.check(
        10_000,
        random -> {
          // Deeper nesting or higher counts, and the JDK backtracks for minutes.
          String few = alternatives(random, 2);
          String pattern = random.nextBoolean() ? few : few + "|x{70}";
          boolean anyCase = random.nextInt(4) == 0;
          int flags = anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
          Pattern jdk = Pattern.compile(pattern, flags);
          LinearRegex ours = LinearRegex.compile(anyCase ? "(?i)" + pattern : pattern);

          for (int i = 0; i < 20; i++) {
            String text = text(random);

            boolean matches = jdk.matcher(text).matches();
            assertEquals(matches, ours.matches(text), () -> ours + " on " + visible(text));
            assertTrue(!matches || text.startsWith(ours.requiredPrefix()), ours::toString);
          }
        });
  }

  @Test
  void whatTheJdkCannotReadIsRefusedAndTheRestMeansTheSame() {
    String[] parts = {
      "a", "b", "-", "^", "$", ".", "[", "]", "(", ")", "(?:", "(?=", "{", "}", "{2}", "{1,2}", ",",
      "*", "+", "?", "|", "\\", "\\d", "\\W", "\\u0061", "&&", "1"
    };
    RandomCases.check(
        50_000,
        random -> {
          StringBuilder pattern = new StringBuilder();
          for (int i = random.nextInt(8); i >= 0; i--) {
            pattern.append(parts[random.nextInt(parts.length)]);
          }
          LinearRegex ours;
          try {
            ours = LinearRegex.compile(pattern.toString());
          } catch (RegexSyntaxException refused) {
            return;
          }
          Pattern jdk = Pattern.compile(pattern.toString());
          for (String text : new String[] {"", "a", "b", "ab", "ba", "aa", "-", "1", "aba", ","}) {
            assertEquals(
                jdk.matcher(text).matches(), ours.matches(text), () -> ours + " on " + text);
          }
        });
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

  private static String alternatives(Random random, int depth) {
    StringBuilder pattern = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      for (int j = random.nextInt(4); j > 0; j--) {
        pattern.append(item(random, depth)).append(quantifier(random));
      }
      pattern.append(i > 0 ? "|" : "");
    }
    return pattern.toString();
  }

  private static String item(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> ".";
      case 1 -> kind(random);
      case 2 -> brackets(random);
      case 3, 4 -> character(random);
      default -> (random.nextBoolean() ? "(" : "(?:") + alternatives(random, depth - 1) + ")";
    };
  }

  private static String quantifier(Random random) {
    int least = random.nextInt(2);
    String greedy =
        switch (random.nextInt(12)) {
          case 0 -> "*";
          case 1 -> "+";
          case 2 -> "?";
          case 3 -> "{" + least + "}";
          case 4 -> "{" + least + ",}";
          case 5 -> "{" + least + "," + (least + random.nextInt(2)) + "}";
          default -> "";
        };
    return greedy + (!greedy.isEmpty() && random.nextInt(4) == 0 ? "?" : "");
  }

  private static String brackets(Random random) {
    StringBuilder set = new StringBuilder(random.nextInt(3) == 0 ? "[^" : "[");
    for (int i = random.nextInt(4); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> set.append(kind(random));
        case 1 -> set.append("A-Z0-7");
        case 2 -> set.append("\\x{0}-").append(character(random));
        default -> set.append(character(random));
      }
    }
    return set.append(']').toString();
  }

  private static String kind(Random random) {
    return "\\" + "dDwWsS".charAt(random.nextInt(6));
  }

  private static String character(Random random) {
    String plain = CHARACTERS[random.nextInt(CHARACTERS.length)];
    int codePoint = plain.codePointAt(0);
    return switch (random.nextInt(4)) {
      case 0 -> "\\x{" + Integer.toHexString(codePoint) + "}";
      case 1 -> visible(plain);
      default -> codePoint == '-' ? "\\-" : Character.isSurrogate(plain.charAt(0)) ? "z" : plain;
    };
  }

  private static String visible(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      escaped.append("\\u").append(HexFormat.of().toHexDigits(text.charAt(i)));
    }
    return escaped.toString();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(7); i > 0; i--) {
      text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return text.toString();
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

  private static void assertFault(String pattern, String expected) {
    RegexSyntaxException fault =
        assertThrows(RegexSyntaxException.class, () -> LinearRegex.compile(pattern), () -> pattern);

    assertTrue(fault.getMessage().contains("cannot be read at " + expected), fault::getMessage);
  }
}

package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WildcardTest {

  @Test
  void piecesMayNotOverlap() {
    assertFalse(Wildcard.of("ab*ba").matches("aba"));
    assertTrue(Wildcard.of("ab*ba").matches("abba"));
    assertFalse(Wildcard.of("a*aa*a").matches("aaa"));
    assertTrue(Wildcard.of("a*aa*a").matches("aaaa"));
  }

  @Test
  void starsAndBackslashesCanBeEscaped() {
    assertTrue(Wildcard.of("a\\*b").matches("a*b"));
    assertFalse(Wildcard.of("a\\*b").matches("axb"));
    assertTrue(Wildcard.of("\\\\*").matches("\\x"));
    assertTrue(Wildcard.of("\\*").isLiteral());
    assertFalse(Wildcard.of("*").isLiteral());
  }

  @Test
  void problemsAreToldWithTheirPlace() {
    assertNull(Wildcard.problem(""));
    assertNull(Wildcard.problem("*\\**"));
    for (String bad : List.of("**", "a**b", "\\", "a\\", "\\a", "*\\", "\\\\\\")) {
      assertNotNull(Wildcard.problem(bad), bad);
    }
    assertTrue(String.valueOf(Wildcard.problem("ab\\c")).startsWith("at character 3: "));
  }

  @Test
  void whatIsIndexedIsInEveryMatch() {
    Wildcard wildcard = Wildcard.of("ab*middle*c");

    assertEquals("ab", wildcard.first());
    assertEquals("c", wildcard.last());
    assertEquals("middle", wildcard.longest());
  }

  @Test
  void everyPatternMatchesWhatItsRegularExpressionMatches() {
    RandomCases.check(
        5000,
        random -> {
          StringBuilder pattern = new StringBuilder();
          StringBuilder regex = new StringBuilder();
          for (int i = random.nextInt(6); i > 0; i--) {
            if (random.nextInt(2) == 0 && !regex.toString().endsWith(".*")) {
              pattern.append('*');
              regex.append(".*");
            } else {
              String piece = text(random, 2);
              pattern.append(piece.replace("\\", "\\\\").replace("*", "\\*"));
              regex.append(Pattern.quote(piece));
            }
          }
          String wildcard = pattern.toString();
          if (Wildcard.problem(wildcard) != null) {
            return; // Two stars met around an empty piece.
          }
          for (int i = 0; i < 10; i++) {
            String text = text(random, 7);
            assertEquals(
                Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches(),
                Wildcard.of(wildcard).matches(text),
                () -> wildcard + " and " + text);
          }
        });
  }

  private static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append("aab*\\".charAt(random.nextInt(5)));
    }
    return text.toString();
  }
}

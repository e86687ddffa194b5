package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random patterns and texts, of which the JDK's engine has to think the same. */
class LinearRegexAgreementTest {

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
}

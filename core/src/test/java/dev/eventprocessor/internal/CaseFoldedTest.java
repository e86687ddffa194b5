package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseFoldedTest {

  @Test
  void eachCharacterStandsForItsTwoForms() {
    CaseFolded folded = new CaseFolded("aÉ1");

    assertTrue(folded.matches("AÉ1"));
    assertTrue(folded.matches("aé1"));
    assertFalse(folded.matches("aé"));
    assertFalse(folded.matches("aé12"));
    assertTrue(folded.begins("Aé1x"));
    assertTrue(folded.ends("xAé1"));
  }

  @Test
  void aFormMayBeLongerThanTheCharacter() {
    CaseFolded sharp = new CaseFolded("ß");

    assertTrue(sharp.matches("SS"));
    assertTrue(sharp.matches("ß"));
    assertFalse(sharp.matches("ss"));
    assertFalse(sharp.matches("S"));
    assertTrue(sharp.begins("SSx"));
    assertTrue(sharp.ends("xSS"));
    assertFalse(sharp.hashes());
  }

  @Test
  void noLanguageIsAsked() {
    assertTrue(new CaseFolded("i").matches("I"));
    assertFalse(new CaseFolded("i").matches("İ"));
    assertTrue(new CaseFolded("İ").matches("i̇"));
  }

  @Test
  void theEmptyTextBeginsEveryOther() {
    assertTrue(new CaseFolded("").matches(""));
    assertTrue(new CaseFolded("").begins("x"));
    assertTrue(new CaseFolded("").ends("x"));
    assertFalse(new CaseFolded("").matches("x"));
  }

  @Test
  void equalTextsHaveEqualHashesWhereTheyAreSaidTo() {
    RandomCases.check(
        20_000,
        random -> {
          String text = text(random);
          CaseFolded folded = new CaseFolded(text);
          String other = anyCase(text, random);

          assertTrue(folded.matches(other), () -> text + " and " + other);
          if (folded.hashes()) {
            assertEquals(
                CaseFolded.hash(text), CaseFolded.hash(other), () -> text + " and " + other);
          }
        });
  }

  @Test
  void beginningAndEndAgreeWithTheWhole() {
    RandomCases.check(
        5000,
        random -> {
          String text = text(random);
          String other = anyCase(text(random), random) + anyCase(text, random);
          CaseFolded folded = new CaseFolded(text);

          assertTrue(folded.ends(other), () -> text + " and " + other);
          boolean begins = false;
          for (int i = 0; i <= other.length(); i++) {
            begins |= folded.matches(other.substring(0, i));
          }
          assertEquals(begins, folded.begins(other), () -> text + " and " + other);
        });
  }

  private static String anyCase(String text, Random random) {
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String c = text.substring(i, i + 1);
      other.append(random.nextBoolean() ? c.toUpperCase(Locale.ROOT) : c.toLowerCase(Locale.ROOT));
    }
    return other.toString();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(
          random.nextInt(3) == 0
              ? (char) random.nextInt(0xD800)
              : "aSßéİıſKȺ".charAt(random.nextInt(9)));
    }
    return text.toString();
  }
}

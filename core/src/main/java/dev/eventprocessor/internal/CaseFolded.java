package dev.eventprocessor.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text compared without regard to case: each of its characters stands for its lower-case and its
 * upper-case form, which may be longer than one character (an upper-case {@code ß} is {@code SS}).
 */
public final class CaseFolded {

  /** Each character's two forms where all are single characters, which is the fast way. */
  private final char[] lower;

  private final char[] upper;

  /** Each character's two forms where one of them is longer; else null. */
  private final String @Nullable [] lowerForms;

  private final String @Nullable [] upperForms;

  /** Takes a text in whatever case. */
  public CaseFolded(String text) {
    int length = text.length();
    this.lower = new char[length];
    this.upper = new char[length];
    String[] lowers = new String[length];
    String[] uppers = new String[length];
    boolean single = true;
    for (int i = 0; i < length; i++) {
      String c = text.substring(i, i + 1);
      lowers[i] = c.toLowerCase(Locale.ROOT);
      uppers[i] = c.toUpperCase(Locale.ROOT);
      lower[i] = lowers[i].charAt(0);
      upper[i] = uppers[i].charAt(0);
      single &= lowers[i].length() == 1 && uppers[i].length() == 1;
    }
    this.lowerForms = single ? null : lowers;
    this.upperForms = single ? null : uppers;
  }

  /** Whether the other text is this one. */
  public boolean matches(String other) {
    return lowerForms != null
        ? endAfter(other) == other.length()
        : other.length() == lower.length && fits(other, 0);
  }

  /** Whether the other text begins with this one. */
  public boolean begins(String other) {
    return lowerForms != null ? endAfter(other) >= 0 : fits(other, 0);
  }

  /** Whether the other text ends with this one. */
  public boolean ends(String other) {
    return lowerForms != null
        ? startBefore(other) >= 0
        : fits(other, other.length() - lower.length);
  }

  private boolean fits(String other, int from) {
    if (from < 0 || other.length() - from < lower.length) {
      return false;
    }
    for (int i = 0; i < lower.length; i++) {
      char c = other.charAt(from + i);
      if (c != lower[i] && c != upper[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where this text ends in one that begins with it; -1 where it does not. */
  private int endAfter(String other) {
    int at = 0;
    for (int i = 0; i < lower.length; i++) {
      if (other.startsWith(form(lowerForms, i), at)) {
        at += form(lowerForms, i).length();
      } else if (other.startsWith(form(upperForms, i), at)) {
        at += form(upperForms, i).length();
      } else {
        return -1;
      }
    }
    return at;
  }

  private int startBefore(String other) {
    int at = other.length();
    for (int i = lower.length - 1; i >= 0; i--) {
      int low = at - form(lowerForms, i).length();
      int up = at - form(upperForms, i).length();
      if (other.startsWith(form(lowerForms, i), low)) {
        at = low;
      } else if (other.startsWith(form(upperForms, i), up)) {
        at = up;
      } else {
        return -1;
      }
    }
    return at;
  }

  private static String form(String @Nullable [] forms, int i) {
    return forms == null ? "" : forms[i];
  }

  /** Whether every text that {@link #matches} has the same {@link #hash} as this one. */
  public boolean hashes() {
    if (lowerForms != null) {
      return false;
    }
    for (int i = 0; i < lower.length; i++) {
      if (fold(lower[i]) != fold(upper[i])) {
        return false;
      }
    }
    return true;
  }

  /** A hash that is the same in every case of the text's characters. */
  public static int hash(CharSequence text) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + fold(text.charAt(i));
    }
    return hash;
  }

  /** A character in the one case that stands for both. */
  public static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}

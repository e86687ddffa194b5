package dev.eventprocessor.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with stars, each of which stands for any text, even none; {@code \*} and {@code \\} are a
 * star and a backslash. Finding the pieces from left to right, each at its first place, needs no
 * backtracking: the time is that of looking for each piece once.
 */
public final class Wildcard {

  private final String first;
  private final String last;
  private final String[] middle;
  private final boolean whole;

  private Wildcard(List<String> pieces) {
    this.whole = pieces.size() == 1;
    this.first = pieces.get(0);
    this.last = pieces.get(pieces.size() - 1);
    this.middle =
        whole ? new String[0] : pieces.subList(1, pieces.size() - 1).toArray(new String[0]);
  }

  /** What is wrong with the pattern, to follow "at character N: "; null when nothing is. */
  public static @Nullable String problem(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
      if (c == '*' && next == '*') {
        return at(i + 1) + "two stars in a row say no more than one; write one";
      }
      if (c == '\\') {
        if (next != '*' && next != '\\') {
          return at(i)
              + "a backslash stands before a star or a backslash only; write \\\\ for itself";
        }
        i++;
      }
    }
    return null;
  }

  private static String at(int index) {
    return "at character " + (index + 1) + ": ";
  }

  /** Reads a pattern that has no {@link #problem}. */
  public static Wildcard of(String pattern) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(c == '\\' ? pattern.charAt(++i) : c);
      }
    }
    pieces.add(piece.toString());
    return new Wildcard(pieces);
  }

  /** Whether the whole text fits. */
  public boolean matches(String text) {
    if (whole) {
      return text.equals(first);
    }
    int end = text.length() - last.length();
    if (end < first.length() || !text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    int at = first.length();
    for (String piece : middle) {
      at = text.indexOf(piece, at);
      if (at < 0) {
        return false;
      }
      at += piece.length();
    }
    return at <= end;
  }

  /** The text that every match begins with. */
  public String first() {
    return first;
  }

  /** The text that every match ends with. */
  public String last() {
    return last;
  }

  /** The longest text that every match holds somewhere. */
  public String longest() {
    String longest = first.length() >= last.length() ? first : last;
    for (String piece : middle) {
      longest = piece.length() > longest.length() ? piece : longest;
    }
    return longest;
  }

  /** Whether there is no star: one text matches, the {@link #first} one. */
  public boolean isLiteral() {
    return whole;
  }
}

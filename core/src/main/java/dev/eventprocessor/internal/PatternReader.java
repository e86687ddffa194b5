package dev.eventprocessor.internal;

import org.jspecify.annotations.Nullable;

/** Reads a pattern from left to right: single characters, and how they are spelled. */
final class PatternReader {

  private final String pattern;
  private int at;

  PatternReader(String pattern) {
    this.pattern = pattern;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at == pattern.length();
  }

  boolean nextIs(String next) {
    return pattern.startsWith(next, at);
  }

  /** Whether one of these ASCII characters is next. */
  boolean nextIsOneOf(String characters) {
    return at < pattern.length() && characters.indexOf(pattern.charAt(at)) >= 0;
  }

  /** Goes on behind this text if it is next. */
  boolean skip(String next) {
    boolean found = nextIs(next);
    at += found ? next.length() : 0;
    return found;
  }

  /** Goes on behind this character if it ends the pattern. */
  boolean skipLast(char last) {
    return at + 1 == pattern.length() && skip(String.valueOf(last));
  }

  /** The digit that is next, decimal or hexadecimal. */
  int digit() {
    return Character.digit(pattern.charAt(at++), 16);
  }

  /** What is always the same set, {@code \d} and its like; null, and nothing read, if none. */
  @Nullable CodePointSet kind() {
    @Nullable CodePointSet kind =
        pattern.charAt(at) != '\\' || at + 1 == pattern.length()
            ? null
            : switch (pattern.charAt(at + 1)) {
              case 'd' -> CodePointSet.DIGITS;
              case 'D' -> CodePointSet.DIGITS.negate();
              case 'w' -> CodePointSet.WORD;
              case 'W' -> CodePointSet.WORD.negate();
              case 's' -> CodePointSet.SPACES;
              case 'S' -> CodePointSet.SPACES.negate();
              default -> null;
            };
    at += kind == null ? 0 : 2;
    return kind;
  }

  /** One character, by itself or behind a backslash. */
  int character() throws RegexSyntaxException {
    int from = at;
    int plain = pattern.codePointAt(at);
    at += Character.charCount(plain);
    if (plain != '\\') {
      return plain;
    }
    if (atEnd()) {
      throw refused(from, "nothing follows the backslash. Write \\\\ for a backslash.");
    }
    char escaped = pattern.charAt(at++);
    return switch (escaped) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'u' -> utf16(from);
      case 'x' -> braced(from);
      default -> {
        if (!isPunctuation(escaped)) {
          throw refused(from, unknownEscape(escaped));
        }
        yield escaped;
      }
    };
  }

  /** Four digits; two such surrogates in a row are one character, as in the text. */
  private int utf16(int from) throws RegexSyntaxException {
    char first = (char) hexadecimal(from, at + 4);
    if (Character.isHighSurrogate(first) && pattern.startsWith("\\u", at)) {
      int back = at;
      at += 2;
      char second = (char) hexadecimal(back, at + 4);
      if (Character.isLowSurrogate(second)) {
        return Character.toCodePoint(first, second);
      }
      at = back;
    }
    return first;
  }

  private int braced(int from) throws RegexSyntaxException {
    int close = pattern.indexOf('}', at);
    int codePoint = skip("{") && close <= at + 6 ? hexadecimal(from, close) : -1;
    if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT) {
      throw refused(from, "write \\x{1F600}: one to six digits, at most 10FFFF.");
    }
    at++;
    return codePoint;
  }

  /** All digits up to this place. */
  private int hexadecimal(int from, int to) throws RegexSyntaxException {
    int value = 0;
    int first = at;
    while (at < to && nextIsOneOf("0123456789abcdefABCDEF")) {
      value = 16 * value + digit();
    }
    if (at != to || at == first) {
      throw refused(from, "a hexadecimal digit is missing. Write \\u00E9 or \\x{1F600}.");
    }
    return value;
  }

  private static String unknownEscape(char escaped) {
    if ((escaped >= '1' && escaped <= '9') || escaped == 'k') {
      return "a back-reference takes more than linear time. Write a predicate for it.";
    }
    if ("bBAzZG".indexOf(escaped) >= 0) {
      return "a pattern means the whole text and knows no other boundary. Leave it out.";
    }
    return "after a backslash may stand d D w W s S t n r, uXXXX, x{...} or punctuation.";
  }

  private static boolean isPunctuation(char c) {
    return c >= ' ' && c <= '~' && !Character.isLetterOrDigit(c);
  }

  /** For a character that is punctuation. */
  String escapeHint() {
    return "Write \\" + pattern.charAt(at) + " for the character itself.";
  }

  RegexSyntaxException refused(int place, String what) {
    return new RegexSyntaxException(pattern, place, what);
  }
}

package dev.eventprocessor.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the bytes of one JSON text: white space, punctuation, words, names and texts. What
 * is no JSON in UTF-8 stops it, with the place and without a word of the text.
 */
abstract class JsonCursor {

  private static final int LONGEST_KNOWN_NAME = 40;

  /**
   * Names that were read before, each in the place that its hash says: payloads use the same few
   * again and again. Threads may overwrite one another's, and then read what they would have read.
   */
  private static final @Nullable String[] NAMES = new String[1024];

  /** The text. */
  final byte[] json;

  /** The place of what is read next. */
  int at;

  /** Where texts with escapes are put together. */
  private byte[] scratch = {};

  JsonCursor(byte[] json) {
    this.json = json;
  }

  /** JSON in UTF-16 or UTF-32 begins with such a byte, and none in UTF-8 does. */
  final boolean isOtherThanUtf8() {
    for (int i = 0; i < 4 && i < json.length; i++) {
      if (json[i] == 0 || json[i] == (byte) 0xFE || json[i] == (byte) 0xFF) {
        return true;
      }
    }
    return false;
  }

  /** Goes on to the next byte that is no white space; whether there is none. */
  final boolean isAtEnd() {
    int i = at;
    while (i < json.length && isSpace(json[i])) {
      i++;
    }
    at = i;
    return i == json.length;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** The next byte that is no white space, which stays to be read. */
  final byte next() {
    if (at < json.length && !isSpace(json[at])) {
      return json[at];
    }
    if (isAtEnd()) {
      throw early();
    }
    return json[at];
  }

  /** Whether there is a first one before the end. */
  protected final boolean begins(char end) {
    if (next() != end) {
      return true;
    }
    at++;
    return false;
  }

  /** Whether there is another one before the end. */
  protected final boolean continues(char end) {
    byte next = next();
    if (next != ',' && next != end) {
      throw notJson(end == ']' ? "a comma or bracket is missing" : "a comma or brace is missing");
    }
    at++;
    return next == ',';
  }

  final @Nullable Object literal(String word, @Nullable Object value) {
    for (int i = 0; i < word.length(); i++) {
      if (at == json.length) {
        throw early();
      }
      if (json[at] != word.charAt(i)) {
        throw notJson("a value is missing");
      }
      at++;
    }
    return value;
  }

  /** A member's name, with the colon behind it. */
  protected final String name() {
    if (next() != '"') {
      throw notJson("a name in quotes is missing");
    }
    at++;
    byte[] bytes = json;
    int hash = 0;
    int end = at;
    while (end < bytes.length && bytes[end] >= ' ' && bytes[end] != '"' && bytes[end] != '\\') {
      hash = 31 * hash + bytes[end++];
    }
    boolean plain = end < bytes.length && bytes[end] == '"' && end - at <= LONGEST_KNOWN_NAME;
    String name = plain ? known(hash, end) : text();
    if (next() != ':') {
      throw notJson("a colon is missing");
    }
    at++;
    return name;
  }

  /** The plain text up to here, which has this hash as a {@code String}. */
  private String known(int hash, int end) {
    int slot = (hash ^ (hash >>> 10)) & (NAMES.length - 1);
    @Nullable String known = NAMES[slot];
    if (known == null || known.hashCode() != hash || !isNext(known, end)) {
      known = new String(json, at, end - at, ISO_8859_1);
      NAMES[slot] = known;
    }
    at = end + 1;
    return known;
  }

  private boolean isNext(String name, int end) {
    byte[] bytes = json;
    int from = at;
    int length = end - from;
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A text whose opening quote was read. */
  final String text() {
    int end = plainEnd(at);
    if (end < json.length && json[end] == '"') {
      String text = new String(json, at, end - at, ISO_8859_1);
      at = end + 1;
      return text;
    }
    return decoded(end);
  }

  /** Where a text goes on with what is not plain: its end, an escape, or no ASCII. */
  private int plainEnd(int from) {
    byte[] bytes = json;
    int end = from;
    while (end < bytes.length && bytes[end] >= ' ' && bytes[end] != '"' && bytes[end] != '\\') {
      end++;
    }
    return end;
  }

  /**
   * A text that is plain up to here. Up to U+00FF it is kept as bytes, which is what a {@code
   * String} does, too.
   */
  private String decoded(int plain) {
    byte[] bytes = json;
    int from = at;
    int end = plain;
    int length = 0;
    while (end < bytes.length) {
      byte[] text = room(length + end - from);
      System.arraycopy(bytes, from, text, length, end - from);
      length += end - from;
      at = end;
      if (bytes[end] == '"') {
        at = end + 1;
        return new String(text, 0, length, ISO_8859_1);
      }
      if (bytes[end] == '\\' && end + 1 < bytes.length && bytes[end + 1] == '"') {
        text[length++] = '"';
        from = end + 2;
      } else {
        int c = character();
        if (c > 0xFF) {
          return wide(new String(text, 0, length, ISO_8859_1), c);
        }
        text[length++] = (byte) c;
        from = at;
      }
      end = plainEnd(from);
    }
    at = end;
    throw early();
  }

  /** For so many bytes and one more, those that are there already included. */
  private byte[] room(int length) {
    if (length >= scratch.length) {
      scratch = Arrays.copyOf(scratch, Math.max(2 * length, 512));
    }
    return scratch;
  }

  /** The rest of a text, from a character on that needs more than a byte. */
  private String wide(String before, int first) {
    StringBuilder text = new StringBuilder(2 * before.length() + 64).append(before);
    text.appendCodePoint(first);
    while (at < json.length) {
      byte b = json[at];
      if (b == '"') {
        at++;
        return text.toString();
      }
      if (b < ' ' || b == '\\') {
        text.appendCodePoint(character());
      } else {
        text.append((char) b);
        at++;
      }
    }
    throw early();
  }

  /** One that is escaped or no ASCII; half of a pair is a character, too. */
  private int character() {
    byte first = json[at];
    if (first == '\\') {
      return escaped();
    }
    if (first >= 0) {
      throw notJson("a control character stands in a text");
    }
    if (first < (byte) 0xC2 || first > (byte) 0xF4) {
      throw notUtf8();
    }
    int length = first >= (byte) 0xF0 ? 4 : first >= (byte) 0xE0 ? 3 : 2;
    int c = first & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      if (at + i >= json.length || (json[at + i] & 0xC0) != 0x80) {
        throw notUtf8();
      }
      c = c << 6 | (json[at + i] & 0x3F);
    }
    int least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (c < least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
      throw notUtf8();
    }
    at += length;
    return c;
  }

  private int escaped() {
    if (at + 1 == json.length) {
      at++;
      throw early();
    }
    byte escape = json[at + 1];
    int c =
        switch (escape) {
          case '"', '\\', '/' -> escape;
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'u' -> 0;
          default -> throw notJson("a text has an unknown escape");
        };
    at += 2;
    return escape == 'u' ? hexadecimal() : c;
  }

  private int hexadecimal() {
    int c = 0;
    for (int i = 0; i < 4; i++) {
      if (at == json.length) {
        throw early();
      }
      int digit = json[at] < 0 ? -1 : Character.digit(json[at], 16);
      if (digit < 0) {
        throw notJson("an escape takes four hexadecimal digits, and one is missing");
      }
      c = c << 4 | digit;
      at++;
    }
    return c;
  }

  final boolean nextIs(char wanted) {
    return at < json.length && json[at] == wanted;
  }

  /** Where the reader is, to come back to with {@link #textFrom}. */
  protected final int mark() {
    return at;
  }

  /** What was read since then. */
  protected final String textFrom(int mark) {
    return new String(json, mark, at - mark, ISO_8859_1);
  }

  final RuntimeException early() {
    return notJson("it ends too early");
  }

  final RuntimeException notUtf8() {
    return notJson("it is not in UTF-8");
  }

  final RuntimeException notJson(String what) {
    return refused(
        ErrorId.PAYLOAD_NOT_JSON,
        "is not JSON: " + what + " " + place(),
        "Send JSON as RFC 8259 has it, in UTF-8.");
  }

  /**
   * The exception for what is wrong with a text.
   *
   * @param what goes on with "The payload ..."; it has no word of the text
   */
  protected RuntimeException refused(ErrorId id, String what, String advice) {
    return new InvalidEventException(id, "The payload " + what + ". " + advice);
  }

  /** Where the reader is: after an error, the place of it. */
  final String place() {
    int line = 1;
    int column = 1;
    for (int i = 0; i < at && i < json.length; i++) {
      if (json[i] == '\n') {
        line++;
        column = 1;
      } else if ((json[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return "at line " + line + ", column " + column;
  }
}

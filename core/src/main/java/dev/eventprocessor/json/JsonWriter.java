package dev.eventprocessor.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.internal.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values into one text. */
final class JsonWriter {

  private static final String DIGITS = "0123456789ABCDEF";

  /** The most bytes that one character takes: an escape. */
  private static final int LONGEST = 6;

  private byte[] bytes = new byte[256];
  private int length;

  private JsonWriter() {}

  static byte[] write(@Nullable Object value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value, 0);
    return Arrays.copyOf(writer.bytes, writer.length);
  }

  private void value(@Nullable Object value, int depth) {
    if (value == null) {
      ascii("null");
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Map<?, ?> map) {
      map(map, deeper(depth));
    } else if (value instanceof List<?> list) {
      list(list, deeper(depth));
    } else if (value instanceof Boolean || isWhole(value)) {
      ascii(value.toString());
    } else if (value instanceof Number number) {
      ascii(fraction(number));
    } else if (value instanceof byte[] content) {
      ascii('"');
      append(Base64.getEncoder().encode(content));
      ascii('"');
    } else {
      throw notJson("a " + value.getClass().getName());
    }
  }

  private void map(Map<?, ?> map, int depth) {
    char before = '{';
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw notJson("a map with a key that is no text");
      }
      ascii(before);
      text(key);
      ascii(':');
      value(entry.getValue(), depth);
      before = ',';
    }
    ascii(before == '{' ? "{}" : "}");
  }

  private void list(List<?> list, int depth) {
    char before = '[';
    for (Object element : list) {
      ascii(before);
      value(element, depth);
      before = ',';
    }
    ascii(before == '[' ? "[]" : "]");
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger;
  }

  private static String fraction(Number number) {
    if (number instanceof BigDecimal) {
      return number.toString();
    }
    if (!(number instanceof Double) && !(number instanceof Float)) {
      throw notJson("a " + number.getClass().getName());
    }
    double value = number.doubleValue();
    if (!Double.isFinite(value)) {
      throw notJson("a number that JSON cannot hold (not a number, or infinite)");
    }
    if (value == 0) {
      return number.toString();
    }
    return Decimals.text(
        number instanceof Float small ? Decimals.of(small.floatValue()) : Decimals.of(value));
  }

  private void text(String text) {
    ascii('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      reserve(LONGEST);
      if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
        bytes[length++] = (byte) c;
      } else if (Character.isHighSurrogate(c) && Character.charCount(text.codePointAt(i)) == 2) {
        utf8(text.codePointAt(i++));
      } else if (c >= 0x7F && !Character.isSurrogate(c)) {
        utf8(c);
      } else {
        escaped(c);
      }
    }
    ascii('"');
  }

  private void utf8(int c) {
    if (c < 0x80) {
      bytes[length++] = (byte) c;
      return;
    }
    int rest = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    bytes[length++] = (byte) ((0xFF00 >> (rest + 1)) | (c >> (6 * rest)));
    for (int i = rest - 1; i >= 0; i--) {
      bytes[length++] = (byte) (0x80 | ((c >> (6 * i)) & 0x3F));
    }
  }

  /** Half of a pair is escaped, too: it has no form in UTF-8, and is read back as it was. */
  private void escaped(char c) {
    bytes[length++] = '\\';
    int letter = "\b\t\n\f\r\"\\".indexOf(c);
    if (letter >= 0) {
      bytes[length++] = (byte) "btnfr\"\\".charAt(letter);
      return;
    }
    bytes[length++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = (byte) DIGITS.charAt((c >> shift) & 0xF);
    }
  }

  private void ascii(char c) {
    reserve(1);
    bytes[length++] = (byte) c;
  }

  private void ascii(String text) {
    append(text.getBytes(ISO_8859_1));
  }

  private void append(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  private static int deeper(int depth) {
    if (depth == JsonLimits.DEFAULT.maxDepth()) {
      throw notJson("maps and lists nested deeper than " + depth + " levels");
    }
    return depth + 1;
  }

  private static InvalidEventException notJson(String what) {
    return new InvalidEventException(
        ErrorId.ANSWER_NOT_JSON,
        "A value cannot be written as JSON: it holds "
            + what
            + ". Return maps, lists, text, numbers, booleans, bytes or null.");
  }
}

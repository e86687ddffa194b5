package dev.eventprocessor.internal;

import dev.eventprocessor.ErrorId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text, as RFC 8259 has it, from its bytes into plain values; one reader for one
 * text. It accepts what that grammar accepts and nothing else; a byte order mark is skipped.
 *
 * <p>Two classes and one pass: in a JVM that has just started, every class and every copy counts.
 */
public class JsonReader extends JsonCursor {

  /** As many significant digits as every double holds exactly. */
  private static final int EXACT_DIGITS = 15;

  /** A long takes so many digits without a look at which they are. */
  private static final int SAFE_DIGITS = 18;

  /** The least that takes more than {@link #EXACT_DIGITS}. */
  private static final long TOO_LONG = 1_000_000_000_000_000L;

  private static final int MAX_DIGITS = 1000;

  /** The powers of ten that are doubles themselves. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final int maxDepth;

  /**
   * A reader of this text.
   *
   * @param maxDepth how many maps and lists may stand inside one another
   */
  public JsonReader(byte[] json, int maxDepth) {
    super(json);
    this.maxDepth = maxDepth;
  }

  /**
   * The value that the text is.
   *
   * @throws dev.eventprocessor.InvalidEventException {@code payload-empty}, {@code
   *     payload-too-large}, {@code payload-too-deep} or {@code payload-not-json}, naming the place
   *     and never the text
   */
  public final @Nullable Object read() {
    if (isOtherThanUtf8()) {
      throw notUtf8();
    }
    if (json.length >= 3 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB) {
      at = json[2] == (byte) 0xBF ? 3 : 0;
    }
    if (isAtEnd()) {
      throw refused(
          ErrorId.PAYLOAD_EMPTY,
          "is empty; a JSON value was expected",
          "Look at what invokes the function: it sends no body.");
    }
    @Nullable Object value = value(0);
    if (!isAtEnd()) {
      throw notJson("there is something after the end of the value");
    }
    return value;
  }

  /** The value that is next. */
  protected final @Nullable Object value(int depth) {
    return switch (next()) {
      case '"' -> {
        at++;
        yield text();
      }
      case '{' -> object(deeper(depth));
      case '[' -> array(deeper(depth));
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw notJson("a value is missing");
    };
  }

  private int deeper(int depth) {
    if (depth == maxDepth) {
      throw refused(
          ErrorId.PAYLOAD_TOO_DEEP,
          "nests maps and lists deeper than "
              + maxDepth
              + " levels, the most that is read, "
              + place(),
          "Flatten it at the sender.");
    }
    at++;
    return depth + 1;
  }

  /** The members of an object, whose opening brace was read. */
  protected Object object(int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (begins('}')) {
      do {
        String name = name();
        object.put(name, value(depth));
      } while (continues('}'));
    }
    return object;
  }

  private List<@Nullable Object> array(int depth) {
    List<@Nullable Object> array = new ArrayList<>();
    if (begins(']')) {
      do {
        array.add(value(depth));
      } while (continues(']'));
    }
    return array;
  }

  /** A number that is next; {@link dev.eventprocessor.json.Json} says of which type. */
  protected Object number() {
    int from = at;
    boolean negative = json[at] == '-';
    at += negative ? 1 : 0;
    int start = at;
    long digits = digits(0);
    int count = at - start;
    if (count > 1 && json[start] == '0') {
      at = start + 1;
      throw notJson("a number begins with a zero");
    }
    if (nextIs('.')) {
      at++;
      int point = at;
      digits = digits(digits);
      count += at - point;
      return fraction(from, negative ? -digits : digits, count, at - point);
    }
    if (nextIs('e') || nextIs('E')) {
      return fraction(from, negative ? -digits : digits, count, 0);
    }
    if (count > SAFE_DIGITS) {
      return large(from, count);
    }
    return negative ? -digits : digits;
  }

  /** Ends a number with a point or an exponent, whose digits may be too many for a long. */
  private Number fraction(int from, long digits, int count, int scale) {
    boolean few = count <= SAFE_DIGITS && digits < TOO_LONG && digits > -TOO_LONG;
    int power = -scale;
    int all = count;
    if (nextIs('e') || nextIs('E')) {
      at++;
      boolean minus = nextIs('-');
      at += minus || nextIs('+') ? 1 : 0;
      int start = at;
      long exponent = digits(0);
      all += at - start;
      few &= at - start <= 3;
      power += (int) (minus ? -exponent : exponent);
    }
    if (all > MAX_DIGITS) {
      throw tooLong();
    }
    if (few && power < POWERS.length && power > -POWERS.length) {
      return power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
    }
    return fraction(from);
  }

  /** Reads one digit or more, and appends them; what is too large for a long overflows. */
  private long digits(long before) {
    int start = at;
    long digits = before;
    while (at < json.length && json[at] >= '0' && json[at] <= '9') {
      digits = 10 * digits + (json[at++] - '0');
    }
    if (at == start) {
      throw at == json.length ? early() : notJson("a digit is missing");
    }
    return digits;
  }

  private Number large(int from, int count) {
    if (count > MAX_DIGITS) {
      throw tooLong();
    }
    BigInteger exact = new BigInteger(textFrom(from));
    if (exact.bitLength() < Long.SIZE) {
      return exact.longValue();
    }
    return new BigDecimal(exact);
  }

  /** A double where it is exact in decimal, too. */
  private Number fraction(int from) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(textFrom(from));
    } catch (NumberFormatException e) { // An exponent of ten digits; its message has the number.
      throw outOfBounds();
    }
    if (exact.scale() == Integer.MIN_VALUE) { // Which newer JDKs take, and older ones do not.
      throw outOfBounds();
    }
    if (exact.precision() <= EXACT_DIGITS) {
      double near = exact.doubleValue();
      if (Double.isFinite(near) && (Math.abs(near) >= Double.MIN_NORMAL || exact.signum() == 0)) {
        return near;
      }
    }
    return exact;
  }

  private RuntimeException outOfBounds() {
    return notJson("a number's exponent is out of all bounds");
  }

  private RuntimeException tooLong() {
    return refused(
        ErrorId.PAYLOAD_TOO_LARGE,
        "has a number of more than " + MAX_DIGITS + " digits, the most that is read, " + place(),
        "Send it as text.");
  }
}

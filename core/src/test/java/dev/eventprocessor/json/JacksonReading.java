package dev.eventprocessor.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Jackson reads in a document, in the types that this library has for it. */
public final class JacksonReading {

  /** What a reader makes of a text that it refuses. */
  private static final Object REFUSED = "(refused)";

  private static final JsonFactory JACKSON = new JsonFactory();

  /** Jackson refuses half a pair in a name, and takes it in a text. */
  private static final Pattern HALF_PAIR = Pattern.compile("\\\\u[dD][89a-fA-F]");

  /** What has to be taken out before half a pair can be looked for: backslashes and whole pairs. */
  private static final Pattern PAIR =
      Pattern.compile("\\\\\\\\|\\\\u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2}");

  private JacksonReading() {}

  /**
   * Both read the same, or both refuse. What Jackson takes beyond this library's limits is left
   * out.
   */
  public static void assertSame(byte[] document) {
    Object ours;
    try {
      ours = text(Json.read(document));
    } catch (InvalidEventException refused) {
      if (refused.id() == ErrorId.PAYLOAD_TOO_DEEP || refused.id() == ErrorId.PAYLOAD_TOO_LARGE) {
        return;
      }
      ours = REFUSED;
    }
    @Nullable Object theirs = isJsonsEncoding(document) ? jackson(document) : REFUSED;
    if (theirs != REFUSED || !HALF_PAIR.matcher(withoutPairs(document)).find()) {
      assertEquals(
          theirs == REFUSED ? REFUSED : text(theirs),
          ours,
          () -> new String(document, UTF_8) + " = " + HexFormat.of().formatHex(document));
    }
  }

  private static @Nullable Object jackson(byte[] document) {
    try (JsonParser parser = JACKSON.createParser(document)) {
      return whole(parser);
    } catch (IOException | NumberFormatException refused) {
      return REFUSED;
    }
  }

  private static @Nullable Object whole(JsonParser parser) throws IOException {
    @Nullable Object value = value(parser, parser.nextToken());
    if (parser.nextToken() != null) {
      throw new IOException("There is more");
    }
    return value;
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token)
      throws IOException {
    if (token == null) {
      throw new IOException("It ends too early");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          object.put(name, value(parser, parser.nextToken()));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser, parser.currentToken()));
        }
        yield array;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> whole(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> fraction(parser.getDecimalValue());
      default -> throw new IOException("A value is missing");
    };
  }

  private static Number whole(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : new BigDecimal(number);
  }

  /** A double where that is exact to fifteen digits. */
  private static Number fraction(BigDecimal exact) {
    double near = exact.doubleValue();
    boolean normal = Double.isFinite(near) && Math.abs(near) >= Double.MIN_NORMAL;
    return exact.precision() <= 15 && (normal || exact.signum() == 0) ? (Number) near : exact;
  }

  /** UTF-8, and no zero byte, which Jackson takes for a sign of UTF-16. */
  private static boolean isJsonsEncoding(byte[] document) {
    for (byte b : document) {
      if (b == 0) {
        return false;
      }
    }
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
      return true;
    } catch (CharacterCodingException no) {
      return false;
    }
  }

  /** The value with its types and the order of its members. */
  private static String text(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      StringBuilder text = new StringBuilder("{");
      map.forEach((name, member) -> text.append(name).append(':').append(text(member)).append(' '));
      return text.append('}').toString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JacksonReading::text).toList().toString();
    }
    return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
  }

  private static String withoutPairs(byte[] document) {
    return PAIR.matcher(new String(document, UTF_8)).replaceAll("");
  }
}

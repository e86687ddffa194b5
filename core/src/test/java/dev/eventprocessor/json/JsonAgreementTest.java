package dev.eventprocessor.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberOutput;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.testing.RandomCases;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Our reader and writer beside Jackson's, on documents that were made up and then damaged. {@code
 * -Djson.documents=5000000} tries so many instead.
 */
class JsonAgreementTest {

  private static final int DOCUMENTS = Integer.getInteger("json.documents", 100_000);

  /** What a reader makes of a text that it refuses. */
  private static final Object REFUSED = "(refused)";

  private static final JsonFactory JACKSON = new JsonFactory();

  /** Jackson refuses half a pair in a name, and takes it in a text. */
  private static final Pattern HALF_PAIR = Pattern.compile("\\\\u[dD][89a-fA-F]");

  /** What has to be taken out before half a pair can be looked for: backslashes and whole pairs. */
  private static final Pattern PAIR =
      Pattern.compile("\\\\\\\\|\\\\u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2}");

  private static final String[] NUMBERS = {
    "0",
    "-0",
    "1",
    "-17",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "123456789012345678",
    "1234567890123456789",
    "0.0",
    "-0.0",
    "0.1",
    "1.50",
    "123456789012345.0",
    "0.000000000000001",
    "1234567.89012345",
    "12345678.901234567",
    "1e22",
    "1e23",
    "1E+5",
    "1e-5",
    "-2.5e-22",
    "4.9e-324",
    "1.7976931348623157e308",
    "1e400",
    "1e0000005",
    "0e0",
    "0.0e-999",
    "100000000000000000000000000000.5",
    "1e",
    "1.",
    "01",
    "-",
    "-a",
    "1e+",
    "1.e5",
    ".5",
    "1e999999"
  };

  private static final String[] TEXTS = {
    "",
    "a",
    "Records",
    "eventSource",
    "\\\"",
    "\\\\",
    "\\/",
    "\\b\\f\\n\\r\\t",
    "\\u0041",
    "\\u00e9",
    "\\u20ac",
    "\\ud83d\\ude00",
    "\u00e9",
    "\u20ac",
    "\ud83d\ude00",
    "\u007f",
    "\\x",
    "\\u12",
    "\\u12G4",
    "\n",
    "\t",
    "with a longer text of many plain letters, 1234567890"
  };

  @Test
  void everyDocumentIsReadAsJacksonReadsItOrRefusedAsItRefusesIt() {
    RandomCases.check(
        DOCUMENTS,
        random -> {
          byte[] document = damaged(document(random, 3).getBytes(UTF_8), random);

          Object expected = isJsonsEncoding(document) ? jackson(document) : REFUSED;

          if (expected != REFUSED || !HALF_PAIR.matcher(withoutPairs(document)).find()) {
            assertEquals(text(expected), text(ours(document)), () -> show(document));
          }
        });
  }

  @Test
  void everyValueIsWrittenSoThatJacksonReadsIt() {
    RandomCases.check(
        20_000,
        random -> {
          byte[] written = Json.write(RandomCases.value(random, 4));

          assertEquals(text(ours(written)), text(jackson(written)), () -> show(written));
        });
  }

  @Test
  void everyDoubleAndFloatIsWrittenAsJacksonsFastWriterDoes() {
    RandomCases.check(
        50_000,
        random -> {
          double wide = Double.longBitsToDouble(random.nextLong());
          double near = random.nextInt(2_000_000) / Math.pow(10, random.nextInt(9));
          float small = Float.intBitsToFloat(random.nextInt());

          for (double value : new double[] {wide, near, -near, 1 / near}) {
            if (Double.isFinite(value)) {
              assertEquals(NumberOutput.toString(value, true), Json.writeText(value));
            }
          }
          if (Float.isFinite(small)) {
            assertEquals(NumberOutput.toString(small, true), Json.writeText(small));
          }
        });
  }

  private static String document(Random random, int depth) {
    String before = space(random);
    String after = space(random);
    return before
        + switch (random.nextInt(depth == 0 ? 4 : 6)) {
          case 0 -> NUMBERS[random.nextInt(NUMBERS.length)];
          case 1 -> List.of("true", "false", "null").get(random.nextInt(3));
          case 2, 3 -> quoted(random);
          case 4 -> {
            List<String> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
              elements.add(document(random, depth - 1));
            }
            yield "[" + String.join(",", elements) + "]";
          }
          default -> {
            List<String> members = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
              members.add(
                  space(random)
                      + quoted(random)
                      + space(random)
                      + ":"
                      + document(random, depth - 1));
            }
            yield "{" + String.join(",", members) + "}";
          }
        }
        + after;
  }

  private static String quoted(Random random) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = random.nextInt(4); i > 0; i--) {
      // Damaged ones seldom, or no document would survive.
      int choice = random.nextInt(20) == 0 ? random.nextInt(TEXTS.length) : random.nextInt(16);
      text.append(TEXTS[choice]);
    }
    return text.append('"').toString();
  }

  private static String space(Random random) {
    return random.nextInt(3) > 0 ? "" : List.of(" ", "\n", "\t\r\n ").get(random.nextInt(3));
  }

  private static byte[] damaged(byte[] document, Random random) {
    byte[] bytes = document;
    for (int i = Math.max(0, random.nextInt(5) - 2); i > 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]:,\"\\0123456789.eE+-tfn u/".charAt(random.nextInt(29));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> {
          byte[] less = Arrays.copyOf(bytes, bytes.length - 1);
          System.arraycopy(bytes, at + 1, less, at, bytes.length - at - 1);
          bytes = less;
        }
      }
    }
    return bytes;
  }

  private static @Nullable Object ours(byte[] document) {
    try {
      return Json.read(document);
    } catch (InvalidEventException refused) {
      return REFUSED;
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
      return list.stream().map(JsonAgreementTest::text).toList().toString();
    }
    return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
  }

  private static String withoutPairs(byte[] document) {
    return PAIR.matcher(new String(document, UTF_8)).replaceAll("");
  }

  private static String show(byte[] document) {
    return new String(document, UTF_8) + " = " + HexFormat.of().formatHex(document);
  }
}

package dev.eventprocessor.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.eventprocessor.testing.RandomCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Our reader and writer beside Jackson's, on documents that were made up and then damaged. {@code
 * -Djson.documents=5000000} tries so many instead.
 */
class JsonAgreementTest {

  private static final int DOCUMENTS = Integer.getInteger("json.documents", 100_000);

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
        random -> JacksonReading.assertSame(damaged(document(random, 3).getBytes(UTF_8), random)));
  }

  @Test
  void everyValueIsWrittenSoThatJacksonReadsIt() {
    RandomCases.check(
        20_000, random -> JacksonReading.assertSame(Json.write(RandomCases.value(random, 4))));
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
}

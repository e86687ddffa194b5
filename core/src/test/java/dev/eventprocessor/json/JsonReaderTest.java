package dev.eventprocessor.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.testing.RandomCases;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Test
  void everyTypeIsReadAsItsPlainValue() {
    String json = "{\"t\":\"x\",\"n\":1,\"f\":1.5,\"b\":true,\"c\":false,\"z\":null,\"l\":[[],{}]}";

    Map<?, ?> read = (Map<?, ?>) Json.read(json);

    assertEquals("x", read.get("t"));
    assertEquals(1L, read.get("n"));
    assertEquals(1.5, read.get("f"));
    assertEquals(true, read.get("b"));
    assertEquals(false, read.get("c"));
    assertTrue(read.containsKey("z"));
    assertNull(read.get("z"));
    assertEquals(List.of(List.of(), Map.of()), read.get("l"));
  }

  @Test
  void aValueCanStandAlone() {
    assertEquals("x", Json.read("\"x\""));
    assertEquals(12L, Json.read(" 12\n"));
    assertNull(Json.read("null"));
    assertEquals(true, Json.read("true"));
  }

  @Test
  void halfOfASurrogatePairInATextIsRefusedAndAWholeOneIsRead() {
    assertEquals("\ud83d\ude00", Json.read("\"\ud83d\ude00\""));
    for (String half :
        List.of("\"\ud83d\"", "\"\ude00\ud83d\"", "\"x\ud83d", "\ud83d\ud83d\ude00")) {
      InvalidEventException thrown =
          assertThrows(InvalidEventException.class, () -> Json.read(half));
      assertEquals(ErrorId.PAYLOAD_NOT_JSON, thrown.id());
    }
  }

  @Test
  void keysKeepTheirOrder() {
    Map<?, ?> read = (Map<?, ?>) Json.read("{\"z\":1,\"a\":2,\"m\":3}");

    assertEquals(List.of("z", "a", "m"), new ArrayList<>(read.keySet()));
  }

  @Test
  void ofAKeyThatStandsTwiceTheLastValueCounts() {
    assertEquals(Map.of("a", 2L), Json.read("{\"a\":1,\"a\":2}"));
  }

  @Test
  void aWholeNumberIsALongWhereItFits() {
    assertEquals(Long.MAX_VALUE, Json.read("9223372036854775807"));
    assertEquals(Long.MIN_VALUE, Json.read("-9223372036854775808"));
    assertEquals(new BigDecimal("9223372036854775808"), Json.read("9223372036854775808"));
    assertEquals(new BigDecimal("9".repeat(1000)), Json.read("9".repeat(1000)));
    assertEquals(0L, Json.read("-0"));
  }

  @Test
  void aFractionIsADoubleOnlyWhereNothingIsRounded() {
    assertEquals(0.1, Json.read("0.1"));
    assertEquals(1.0e300, Json.read("1e300"));
    assertEquals(123456789.012345, Json.read("123456789.012345"));
    assertEquals(new BigDecimal("1234567890.1234567"), Json.read("1234567890.1234567"));
    assertEquals(new BigDecimal("1E+400"), Json.read("1e400"));
    assertEquals(new BigDecimal("1E-400"), Json.read("1e-400"));
    assertEquals(0.0, Json.read("0.0e-999"));
  }

  @Test
  void belowTheSmallestNormalDoubleNothingIsRoundedEither() {
    assertEquals(new BigDecimal("1.23456789012345E-320"), Json.read("1.23456789012345e-320"));
    assertEquals(new BigDecimal("4.9E-324"), Json.read("4.9e-324"));
  }

  @Test
  void noNumberIsRounded() {
    RandomCases.check(
        5000,
        random -> {
          String digits = new java.math.BigInteger(10 + random.nextInt(70), random).toString();
          String json = digits + "." + random.nextInt(1000) + "e" + (random.nextInt(700) - 350);

          Number read = (Number) Json.read(json);

          BigDecimal exact =
              read instanceof BigDecimal decimal ? decimal : new BigDecimal(Json.writeText(read));
          assertEquals(0, exact.compareTo(new BigDecimal(json)), json + " became " + read);
        });
  }

  @Test
  void escapesAndCharactersOfAllPlanesAreRead() {
    assertEquals("\u00e9\n\"\\/\u20ac", Json.read("\"\\u00e9\\n\\\"\\\\\\/\u20ac\""));
    assertEquals("\ud83d\ude00", Json.read("\"\\ud83d\\ude00\""));
    assertEquals("\ud83d\ude00", Json.read("\"\ud83d\ude00\""));
    assertEquals("\ud800", Json.read("\"\\ud800\""));
    assertEquals(Map.of("\ud800", 1L), Json.read("{\"\\ud800\":1}"));
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertEquals(Map.of("a", 1L), Json.read("\ufeff{\"a\":1}".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t ", "\ufeff"})
  void nothingIsEmpty(String json) {
    assertRefused(ErrorId.PAYLOAD_EMPTY, json.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "[",
        "]",
        "nul",
        "NaN",
        "Infinity",
        "-",
        "+1",
        "01",
        "1.",
        ".5",
        "1e",
        "'x'",
        "{a:1}",
        "{1:2}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":1,}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "\"x",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\n\"",
        "\"\u0000\"",
        "// x\n1",
        "/* */ 1",
        "#",
        "<a/>",
        "hello",
        "1 2",
        "{} {}",
        "[] x",
        "null,",
        "1e99999999999",
        "1e-99999999999",
        "1e-2147483648",
        "1e2147483648"
      })
  void whatIsNoJsonIsRefused(String json) {
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, json.getBytes(UTF_8));
  }

  @Test
  void contentAfterTheEndIsRefused() {
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, "{\"a\":1}{\"b\":2}".getBytes(UTF_8));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, "{\"a\":1}x".getBytes(UTF_8));
    assertEquals(Map.of("a", 1L), Json.read("{\"a\":1} \r\n\t"));
  }

  @Test
  void aDocumentCutAnywhereIsRefused() {
    byte[] whole =
        "{\"a\":[1.5e3,true,null,{\"\u00e9\":\"\\u00e9\ud83d\ude00\"}],\"b\":-12}".getBytes(UTF_8);
    assertTrue(Json.read(whole) instanceof Map<?, ?>);

    for (int length = 1; length < whole.length; length++) {
      assertRefused(ErrorId.PAYLOAD_NOT_JSON, Arrays.copyOf(whole, length));
    }
    assertRefused(ErrorId.PAYLOAD_EMPTY, new byte[0]);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes('"', 0xC3, '"'));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes('"', 0x80, '"'));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes('"', 0xED, 0xA0, 0x80, '"'));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes('"', 0xF8, 0x80, 0x80, 0x80, 0x80, '"'));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes(0xEF, 0xBB, '1'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
  void otherEncodingsAreRefused(String charset) {
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, "{\"a\":1}".getBytes(Charset.forName(charset)));
  }

  @Test
  void brokenUtf32IsRefusedLikeEverythingElse() {
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes(0, 0, 0xFF, 0xFE));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes(0, 0, 0, '"', 0x7F, 0, 0, 0, 0, 0, 0, '"'));
  }

  @Test
  void aPayloadOfSeventeenMegabytesIsTooLarge() {
    byte[] large = new byte[17 * 1024 * 1024];
    Arrays.fill(large, (byte) ' ');

    assertRefused(ErrorId.PAYLOAD_TOO_LARGE, large);
    InvalidEventException thrown =
        assertThrows(InvalidEventException.class, () -> Json.read(" ".repeat(large.length)));
    assertEquals(ErrorId.PAYLOAD_TOO_LARGE, thrown.id());
  }

  @Test
  void aPayloadUpToTheLimitIsRead() {
    byte[] json = "[1,2]".getBytes(UTF_8);

    assertEquals(List.of(1L, 2L), Json.read(json, new JsonLimits(json.length, 1)));
    assertThrows(
        InvalidEventException.class, () -> Json.read(json, new JsonLimits(json.length - 1, 1)));
  }

  @Test
  void textIsMeasuredInBytes() {
    String text = '"' + "\u20ac".repeat(JsonLimits.DEFAULT.maxBytes() / 3) + '"';

    InvalidEventException thrown = assertThrows(InvalidEventException.class, () -> Json.read(text));

    assertEquals(ErrorId.PAYLOAD_TOO_LARGE, thrown.id());
  }

  @Test
  void fiveHundredLevelsAreReadAndNoMore() {
    assertTrue(Json.read("[".repeat(500) + "]".repeat(500)) instanceof List<?>);
    assertTrue(Json.read("{\"a\":".repeat(500) + "1" + "}".repeat(500)) instanceof Map<?, ?>);
    assertRefused(ErrorId.PAYLOAD_TOO_DEEP, nested(501));
    assertRefused(ErrorId.PAYLOAD_TOO_DEEP, nested(10_000));
    assertRefused(ErrorId.PAYLOAD_TOO_DEEP, "[".repeat(1_000_000).getBytes(UTF_8));
  }

  @Test
  void manyListsBesideOneAnotherAreNotDeep() {
    assertTrue(Json.read("[" + "[],".repeat(2000) + "[]]") instanceof List<?>);
  }

  @Test
  void aNumberOfMoreThanAThousandCharactersIsTooLarge() {
    assertRefused(ErrorId.PAYLOAD_TOO_LARGE, "9".repeat(1001).getBytes(UTF_8));
    assertRefused(ErrorId.PAYLOAD_TOO_LARGE, ("0." + "9".repeat(1001)).getBytes(UTF_8));
    assertRefused(ErrorId.PAYLOAD_TOO_LARGE, ("1e" + "0".repeat(1000)).getBytes(UTF_8));
  }

  @Test
  void keysAndTextsMayBeLong() {
    String key = "k".repeat(60_000);
    String text = "t".repeat(1_000_000);

    assertEquals(Map.of(key, text), Json.read("{\"" + key + "\":\"" + text + "\"}"));
  }

  @Test
  void limitsThatLetNothingThroughAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new JsonLimits(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new JsonLimits(1, 0));
  }

  @Test
  void noErrorTellsAnythingOfWhatItRead() {
    RandomCases.check(
        3000,
        random -> {
          byte[] broken = broken(random);
          try {
            Json.read(broken);
          } catch (InvalidEventException thrown) {
            assertSilent(thrown);
          }
        });
  }

  /** A document full of a marker, with a few bytes changed, left out or cut off. */
  private static byte[] broken(Random random) {
    String[] pieces = {
      "{\"SECRET\":\"SECRET\"}", "SECRET", "\"SECRET", "[4711SECRET", "4711e4711471147",
          "trueSECRET",
      "\\uSECRET", "{\"a\":SECRET", "'SECRET'", "4711.SECRET", "[\"SECRET\",", "\"\\SECRET\""
    };
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    for (int i = random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static void assertRefused(ErrorId id, byte[] json) {
    InvalidEventException thrown = assertThrows(InvalidEventException.class, () -> Json.read(json));

    assertEquals(id, thrown.id());
    assertSilent(thrown);
  }

  private static void assertSilent(InvalidEventException thrown) {
    assertNull(thrown.getCause());
    assertEquals(0, thrown.getSuppressed().length);
    assertFalse(thrown.getMessage().contains("SECRET"), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("4711"), thrown.getMessage());
  }

  private static byte[] nested(int depth) {
    return ("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}

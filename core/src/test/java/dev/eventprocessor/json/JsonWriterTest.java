package dev.eventprocessor.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.internal.Values;
import dev.eventprocessor.testing.RandomCases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWriterTest {

  @Test
  void everyPlainValueIsWritten() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("text", "a\"\\\n\u00e9");
    map.put("list", Arrays.asList(1, 2L, (short) 3, (byte) 4, null, true, false));
    map.put("fractions", List.of(1.5, 0.25f, new BigDecimal("1.10")));
    map.put("big", BigInteger.TEN.pow(30));
    map.put("bytes", new byte[] {1, 2, 3});
    map.put("empty", Map.of());

    assertEquals(
        "{\"text\":\"a\\\"\\\\\\n\u00e9\",\"list\":[1,2,3,4,null,true,false],"
            + "\"fractions\":[1.5,0.25,1.10],\"big\":1000000000000000000000000000000,"
            + "\"bytes\":\"AQID\",\"empty\":{}}",
        Json.writeText(map));
  }

  @Test
  void aValueCanStandAlone() {
    assertEquals("null", Json.writeText(null));
    assertEquals("\"x\"", Json.writeText("x"));
    assertArrayEquals("12".getBytes(UTF_8), Json.write(12));
  }

  @Test
  void aDoubleIsWrittenAsItsShortestDecimal() {
    assertEquals("4.0E23", Json.writeText(Double.parseDouble("4e23")));
    assertEquals("0.1", Json.writeText(0.1));
    assertEquals("0.1", Json.writeText(0.1f));
    assertEquals("-0.0", Json.writeText(-0.0));
  }

  @Test
  void charactersOfAllPlanesComeBackAndSoDoLoneSurrogates() {
    for (String text : List.of("\ud83d\ude00", "\ud800", "a\udc00b", "\u0000\u001f\u007f\u2028")) {
      assertEquals(text, Json.read(Json.write(text)));
    }
    assertEquals(Map.of("\ud83d\ude00", 1L), Json.read(Json.write(Map.of("\ud83d\ude00", 1))));
  }

  static List<Object> unsupported() {
    return List.of(
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        Float.POSITIVE_INFINITY,
        new AtomicInteger(4711),
        java.net.URI.create("s3cret-4711"),
        'c',
        Optional.of("s3cret-4711"),
        Set.of("s3cret-4711"),
        new int[] {4711},
        List.of(new Object()),
        Map.of(4711, "x"),
        Collections.singletonMap(null, "x"),
        Map.of("s3cret-4711", Map.of("deeper", new Thread(() -> {}))));
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void whatIsNoJsonIsATypedErrorWithoutValues(Object value) {
    InvalidEventException thrown =
        assertThrows(InvalidEventException.class, () -> Json.write(value));

    assertEquals(ErrorId.ANSWER_NOT_JSON, thrown.id());
    assertNull(thrown.getCause());
    assertFalse(thrown.getMessage().contains("4711"), thrown.getMessage());
  }

  @Test
  void fiveHundredLevelsAreWrittenAndNoMore() {
    assertEquals(1000, Json.write(nested(500)).length);

    InvalidEventException thrown =
        assertThrows(InvalidEventException.class, () -> Json.write(nested(501)));
    assertEquals(ErrorId.ANSWER_NOT_JSON, thrown.id());
  }

  @Test
  void aListThatHoldsItselfIsATypedError() {
    List<Object> circle = new ArrayList<>();
    circle.add(circle);

    assertThrows(InvalidEventException.class, () -> Json.write(circle));
  }

  @Test
  void whatIsWrittenReadsBackEqual() {
    RandomCases.check(
        3000,
        random -> {
          Object value = RandomCases.value(random, 4);

          byte[] written = Json.write(value);

          assertTrue(
              Values.equal(value, Json.read(written)),
              () -> value + " became " + new String(written, UTF_8));
        });
  }

  @Test
  void whatIsReadAndWrittenTwiceIsTheSameText() {
    RandomCases.check(
        2000,
        random -> {
          String once = Json.writeText(Json.read(Json.write(RandomCases.value(random, 4))));

          assertEquals(once, Json.writeText(Json.read(once)));
        });
  }

  @Test
  void typesAreCalledByTheirNamesInJson() {
    assertEquals("null", Json.typeOf(null));
    assertEquals("text", Json.typeOf("x"));
    assertEquals("a boolean", Json.typeOf(true));
    assertEquals("a number", Json.typeOf(1.5));
    assertEquals("a list", Json.typeOf(List.of()));
    assertEquals("a map", Json.typeOf(Map.of()));
    assertEquals("bytes", Json.typeOf(new byte[0]));
    assertEquals("a java.lang.Character", Json.typeOf('c'));
  }

  private static List<Object> nested(int depth) {
    List<Object> nested = List.of();
    for (int i = 1; i < depth; i++) {
      nested = List.of(nested);
    }
    return nested;
  }
}

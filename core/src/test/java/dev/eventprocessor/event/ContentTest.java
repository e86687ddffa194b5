package dev.eventprocessor.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.RandomCases;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

  private static final Map<String, Object> DECODED = Map.of("a", 1L);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "APPLICATION/JSON",
        "text/json",
        "application/vnd.example+json",
        "application/cloudevents+json ; charset=UTF-8"
      })
  void declaredJsonIsDecoded(String type) {
    assertDecoded(DECODED, Content.decode("{\"a\":1}", type));
    assertDecoded(DECODED, Content.decode("{\"a\":1}".getBytes(UTF_8), type));
    assertDecoded(12L, Content.decode("12", type));
    assertDecoded("hi", Content.decode("\"hi\"", type));
    assertDecoded(null, Content.decode("null".getBytes(UTF_8), type));
  }

  @Test
  void contentIsTheSameWhetherItCameAsTextOrAsBytes() {
    RandomCases.check(
        2000,
        random -> {
          StringBuilder text =
              new StringBuilder(Json.writeText(RandomCases.map(random, 2)).replace("\\u00", "u"));
          int at = random.nextInt(text.length());
          if (!Character.isSurrogate(text.charAt(at)) && random.nextBoolean()) {
            text.setCharAt(at, "{}[]\",:1e".charAt(random.nextInt(9)));
          }
          String type = List.of("application/json", "text/plain").get(random.nextInt(2));
          Content asText = Content.decode(text.toString(), random.nextBoolean() ? type : null);
          Content asBytes = Content.decode(text.toString().getBytes(UTF_8), asText.type());

          assertEquals(asText.value(), asBytes.value());
          assertEquals(asText.error(), asBytes.error());
        });
  }

  @Test
  void declaredJsonThatIsNoneStaysAsItCameAndSaysWhy() {
    Content content = Content.decode("{\"s3cret-4711", "application/json");

    assertEquals("{\"s3cret-4711", content.value());
    assertEquals("application/json", content.type());
    assertBroken(content);
  }

  @Test
  void declaredJsonOfNothingStaysNothingAndSaysWhy() {
    Content content = Content.decode("", "application/json");

    assertEquals("", content.value());
    assertTrue(error(content).startsWith("[payload-empty]"), error(content));
  }

  @Test
  void declaredJsonThatIsNoUtf8StaysBytesAndSaysWhy() {
    byte[] bytes = "{\"s3cret\":\"\u00e9\"}".getBytes(ISO_8859_1);

    Content content = Content.decode(bytes, "application/json;s3cret=4711");

    assertArrayEquals(bytes, (byte[]) content.value());
    assertBroken(content);
  }

  @Test
  void undeclaredMapsAndListsAreDecoded() {
    assertDecoded(DECODED, Content.decode("{\"a\":1}", null));
    assertDecoded(List.of(1L), Content.decode(" \r\n\t[1]", null));
    assertDecoded(DECODED, Content.decode("{\"a\":1}".getBytes(UTF_8), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "12", "\"hi\"", "true", "null", "hello {}", "<a/>"})
  void undeclaredContentOfAnyOtherKindIsThatText(String text) {
    assertDecoded(text, Content.decode(text, null));
    assertDecoded(text, Content.decode(text.getBytes(UTF_8), null));
  }

  @Test
  void undeclaredContentThatBeginsLikeJsonAndIsNoneIsTextAndSaysWhy() {
    Content content = Content.decode("{\"s3cret-4711", null);

    assertEquals("{\"s3cret-4711", content.value());
    assertNull(content.type());
    assertBroken(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "TEXT/HTML; charset=utf-8",
        "text/xml",
        "application/xml",
        "image/svg+xml"
      })
  void declaredTextIsTextEvenWhereItLooksLikeJson(String type) {
    assertDecoded("{\"a\":1}", Content.decode("{\"a\":1}", type));
    assertDecoded("{\"a\":1}\u0000", Content.decode("{\"a\":1}\u0000".getBytes(UTF_8), type));
  }

  @Test
  void declaredTextThatIsNoUtf8StaysBytesAndSaysWhy() {
    byte[] bytes = {(byte) 0xE9};

    Content content = Content.decode(bytes, "text/plain");

    assertArrayEquals(bytes, (byte[]) content.value());
    assertNotNull(content.error());
  }

  @Test
  void bytesOfAnotherDeclaredTypeStayBytes() {
    byte[] bytes = "{\"a\":1}".getBytes(UTF_8);

    Content content = Content.decode(bytes, "application/octet-stream");

    assertArrayEquals(bytes, (byte[]) content.value());
    assertEquals("application/octet-stream", content.type());
    assertNull(content.error());
  }

  @Test
  void textOfAnotherDeclaredTypeStaysText() {
    assertDecoded("{\"a\":1}", Content.decode("{\"a\":1}", "application/xml"));
  }

  @Test
  void undeclaredBytesThatAreNoTextStayBytes() {
    for (byte[] bytes : new byte[][] {{1, 2, 3}, {(byte) 0xFF}, {'a', 0}}) {
      Content content = Content.decode(bytes, null);

      assertArrayEquals(bytes, (byte[]) content.value());
      assertNull(content.error());
    }
  }

  @Test
  void whatTheProviderDecodedStaysAsItIs() {
    Content content = Content.of("{\"a\":1}");

    assertDecoded("{\"a\":1}", content);
    assertNull(content.type());
    assertNull(Content.of(null).value());
  }

  private static void assertDecoded(Object expected, Content content) {
    assertEquals(expected, content.value());
    assertNull(content.error());
  }

  private static void assertBroken(Content content) {
    assertFalse(error(content).contains("s3cret"), error(content));
    assertFalse(error(content).contains("4711"), error(content));
  }

  private static String error(Content content) {
    String error = content.error();
    assertNotNull(error);
    return error;
  }

  @Test
  void base64IsDecodedAsItsBytesAre() {
    Content json = Content.base64("eyJhIjoxfQ==", null);
    Content bytes = Content.base64("AP8=", null);
    Content none = Content.base64("?", "text/plain");

    assertTrue(json.mayHold("\"a\""));
    assertEquals(Map.of("a", 1L), json.value());
    assertArrayEquals(new byte[] {0, (byte) 0xff}, (byte[]) bytes.value());
    assertNull(bytes.error());
    assertEquals("?", none.value());
    assertEquals("text/plain", none.type());
    assertEquals("The content should be base64 but is not.", none.error());
  }

  @Test
  void theMarkThatSomePutBeforeJsonIsNoPartOfIt() {
    for (@Nullable String type : new @Nullable String[] {"application/json", null}) {
      assertEquals(Map.of("a", 1L), Content.decode("\ufeff{\"a\":1}", type).value());
      byte[] bytes = "\ufeff[1]".getBytes(UTF_8);
      assertEquals(List.of(1L), Content.decode(bytes, type).value());
    }
    assertEquals("\ufeffx", Content.decode("\ufeffx", "text/plain").value());
  }
}

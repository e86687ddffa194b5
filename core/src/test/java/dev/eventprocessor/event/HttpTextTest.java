package dev.eventprocessor.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.eventprocessor.testing.RandomCases;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTextTest {

  @Test
  void aQueryKeepsWhatIsRepeatedEmptyOrWithoutAValue() {
    assertEquals(
        Map.of("a", List.of("1", "2"), "b", List.of(""), "c", List.of(""), "d", List.of("x=y")),
        HttpText.query("a=1&b=&&c&a=2&d=x=y&"));
    assertEquals(Map.of(), HttpText.query(""));
    assertEquals(Map.of("", List.of("1")), HttpText.query("=1"));
  }

  @Test
  void namesAndValuesAreDecodedOnce() {
    assertEquals(Map.of("a b", List.of("+", "%20")), HttpText.query("a+b=%2B&a%20b=%2520"));
  }

  @ParameterizedTest
  @CsvSource({"100%, 100%", "%, %", "%4, %4", "%zz, %zz", "%C3%A4, \u00e4", "a+b, a b", "%2b, +"})
  void whatIsNoEncodingStandsForItself(String encoded, String decoded) {
    assertEquals(decoded, HttpText.decode(encoded));
  }

  @Test
  void whatAFormEncodesIsReadBack() {
    RandomCases.check(
        2000,
        random -> {
          Map<String, List<String>> sent = new LinkedHashMap<>();
          List<String> pairs = new ArrayList<>();
          for (int i = random.nextInt(4); i > 0; i--) {
            String name = RandomCases.text(random);
            String value = RandomCases.text(random);
            HttpText.add(sent, name, value);
            pairs.add(encode(name) + "=" + encode(value));
          }
          assertEquals(sent, HttpText.query(String.join("&", pairs)));
        });
  }

  @Test
  void cookiesAreReadByNameAndTheFirstOfANameCounts() {
    Map<String, String> cookies = new LinkedHashMap<>();

    HttpText.addCookies("a=1; b=x=y;c=; d ;a=2", cookies);
    HttpText.addCookies("e=5", cookies);

    assertEquals(Map.of("a", "1", "b", "x=y", "c", "", "e", "5"), cookies);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "/a%20b, /a b",
    "/a+b, /a+b",
    "/a%2Fb/c, /a%2Fb/c",
    "/a%2fb, /a%2Fb",
    "/%E2%82%AC, /\u20ac",
    "/100%, /100%",
    "/%2525, /%25"
  })
  void aPathIsDecodedButForItsSlashes(String raw, String path) {
    assertEquals(path, HttpText.path(raw));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "application/json | application/json",
        "text/plain; charset=UTF-8 | text/plain; charset=UTF-8",
        "application/json,text/plain | application/json",
        "text/plain;x=\"a,b\" | text/plain;x=\"a,b\"",
        "'' | -",
        "' ' | -",
        "',' | -",
      })
  void aBodyIsReadByTheFirstTypeThatIsDeclared(String declared, @Nullable String type) {
    assertEquals(type, HttpText.bodyType(Map.of("content-type", List.of(declared))));
  }

  @Test
  void aMessageOfSnsIsJsonWhateverItIsDeclaredToBe() {
    Map<String, List<String>> message =
        Map.of(
            "content-type", List.of("text/plain; charset=UTF-8"),
            "x-amz-sns-message-type", List.of("SubscriptionConfirmation"));
    Map<String, List<String>> raw = new LinkedHashMap<>(message);
    raw.put("x-amz-sns-rawdelivery", List.of("true"));

    assertEquals("application/json", HttpText.bodyType(message));
    assertEquals("text/plain; charset=UTF-8", HttpText.bodyType(raw));
    assertNull(HttpText.bodyType(Map.of()));
  }

  @Test
  void whatIsHandedOverAsTextAndIsNoneIsBytes() {
    assertEquals("a=1", HttpText.body("a=1", "application/x-www-form-urlencoded").value());
    assertEquals("a", HttpText.body("a", null).value());
    assertArrayEquals(
        new byte[] {'a'}, (byte[]) HttpText.body("a", "application/x-protobuf").value());
  }
}

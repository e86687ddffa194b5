package dev.eventprocessor.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a payload describes it, worked out by a test with the JDK's means alone, and held
 * against the event that an adapter made of the payload.
 *
 * @param method null where the payload has none
 * @param rawPath null where the payload has none
 * @param query decoded
 * @param headers in any case
 * @param body null where there is none
 * @param parameters of the path; null where the platform never has any
 */
public record HttpDescribed(
    @Nullable String method,
    @Nullable String rawPath,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    @Nullable HttpBytes body,
    @Nullable Map<String, ?> parameters) {

  /** Whether the event is of exactly this request. */
  public void assertIs(Event event) {
    assertHeadIs(event);
    assertBody(event);
  }

  /** Whether the event is of this request, apart from the body. */
  public void assertHeadIs(Event event) {
    assertEquals(method, event.get("http.method"), "method");
    assertEquals(rawPath, event.get("http.rawpath"), "raw path");
    assertEquals(path(), event.get("http.path"), "path");
    assertEquals(query, event.get("http.query"), "query");
    assertEquals(lower(), event.get("http.headers"), "headers");
    assertEquals(cookies(), event.get("http.cookies"), "cookies");
    assertEquals(parameters, event.get("http.pathparams"), "parameters");
  }

  private void assertBody(Event event) {
    if (body == null) {
      assertFalse(event.has("data"), "data");
      return;
    }
    @Nullable Object expected = data(body.get());
    @Nullable Object found = event.get("data");
    if (expected instanceof byte[] bytes) {
      assertArrayEquals(bytes, assertInstanceOf(byte[].class, found, "data"), "data");
    } else {
      assertEquals(expected, found, "data");
    }
  }

  /** What the body is by its declared type; by its looks where none is declared. */
  private @Nullable Object data(byte[] sent) {
    String type = type();
    String text = new String(sent, StandardCharsets.UTF_8);
    boolean isUtf8 = Arrays.equals(sent, text.getBytes(StandardCharsets.UTF_8));
    if (!isUtf8 || !type.matches("|text/.*|.*[/+](json|xml|x-www-form-urlencoded)")) {
      return sent;
    }
    return type.matches(".*[/+]json") || (type.isEmpty() && text.matches("(?s)\\s*[{\\[].*"))
        ? jsonOrText(text)
        : text;
  }

  /** Without parameters; empty where none is declared. */
  private String type() {
    Map<String, List<String>> lower = lower();
    if (lower.containsKey("x-amz-sns-message-type")
        && !lower.containsKey("x-amz-sns-rawdelivery")) {
      return "application/json"; // Declared to be text.
    }
    String declared = String.join(",", lower.getOrDefault("content-type", List.of()));
    return declared.split("[;,]", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  /** What is declared to be JSON and is none stays as it came. */
  private static @Nullable Object jsonOrText(String text) {
    try {
      return Json.read(text);
    } catch (InvalidEventException notJson) {
      return text;
    }
  }

  /** Decoded segment by segment, so that no slash comes of it. */
  private @Nullable String path() {
    if (rawPath == null) {
      return null;
    }
    List<String> segments = new ArrayList<>();
    for (String segment : rawPath.split("/", -1)) {
      segments.add(decoded(segment.replace("+", "%2B")).replace("/", "%2F"));
    }
    return String.join("/", segments);
  }

  private Map<String, List<String>> lower() {
    Map<String, List<String>> lower = new LinkedHashMap<>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    return lower;
  }

  private Map<String, String> cookies() {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String line : lower().getOrDefault("cookie", List.of())) {
      for (String cookie : line.split(";", -1)) {
        String[] parts = cookie.trim().split("=", 2);
        if (parts.length == 2) {
          cookies.putIfAbsent(parts[0], parts[1]);
        }
      }
    }
    return cookies;
  }

  /** Of a query as it was sent. */
  public static Map<String, List<String>> parameters(@Nullable String rawQuery) {
    return HttpSent.of("GET", "/?" + (rawQuery == null ? "" : rawQuery)).parameters();
  }

  /** By the JDK's own decoder. */
  public static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

package dev.eventprocessor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.spi.HttpAnswer;
import dev.eventprocessor.spi.HttpExchange;
import dev.eventprocessor.spi.HttpPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which types a caller takes, and what it gets for it. */
class AcceptsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | true",
        "TEXT/CSV | true",
        "text/* | true",
        "*/* | true",
        "text/html | false",
        "text/html, text/csv | true",
        "text/html,application/json;q=0.5 | false",
        "text/csv;q=0.1 | true",
        "text/csv;q=0 | false",
        "text/csv; Q=0.000 | false",
        "text/csv;q=0.001 | true",
        "*/*, text/csv;q=0 | false",
        "text/csv;q=0, */* | false",
        "text/*;q=0, text/csv | true",
        "text/*;q=0, */* | false",
        "*/*;q=0 | false",
        "text/csv;q=0, text/csv | true",
        "text/csv;header=present | true",
        "text/csv;header=\",;q=0\" | true",
        "text/html;x=\"a\\\", text/csv\" | false",
        "text/csvx | false",
        "text | true",
        "'' | true",
        ", , | true",
        "text/ | false",
        "text/csv;q= | true",
      })
  void theMostSpecificRangeCounts(String accept, boolean allowed) {
    assertEquals(allowed, new Accepts("text/csv").test(request("GET", "/", accept)), accept);
  }

  @Test
  void linesOfTheHeaderAreOneList() {
    assertTrue(new Accepts("text/csv").test(request("GET", "/", "text/html", "text/csv")));
  }

  @Test
  void withoutTheHeaderEverythingIsTaken() {
    assertTrue(new Accepts("text/csv").test(Event.of(Map.of("http", Map.of()))));
    assertTrue(new Accepts("text/csv").test(Event.of(Map.of())));
  }

  @Test
  void aHeaderOfAnyLengthIsReadInLinearTime() {
    Accepts accepts = new Accepts("text/csv");
    for (String part : List.of("a/b,", "a/b;", ",", ";", "\"", "\\", "a/b;q=0;", "*/*,")) {
      Event request = request("GET", "/", part.repeat(500_000));
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> accepts.test(request), part);
    }
  }

  @Test
  void twoRegistrationsServeTwoTypesFromOnePath() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(HttpRoute.get("/orders").produces("application/json")).call(event -> "json");
    processors.on(HttpRoute.get("/orders").produces("text/csv")).call(event -> "csv");
    EventProcessor processor = processors.build();

    assertEquals("csv", send(processor, request("GET", "/orders", "text/csv")).text());
    assertEquals("json", send(processor, request("GET", "/orders", "application/*")).text());
    assertEquals("json", send(processor, request("GET", "/orders", "*/*")).text());
    assertEquals("json", send(processor, request("GET", "/orders")).text());
    assertEquals(406, send(processor, request("GET", "/orders", "image/png")).status());
    assertEquals(406, send(processor, request("HEAD", "/orders", "image/png")).status());
    HttpAnswer wrong = send(processor, request("PUT", "/orders", "image/png"));
    assertEquals(405, wrong.status());
    assertEquals(List.of("GET, HEAD"), wrong.headers().get("allow"));
    assertEquals(404, send(processor, request("GET", "/other", "image/png")).status());
  }

  @Test
  void anAnswerIsSentAlsoWhereTheCallerWantedAnother() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(HttpRoute.get("/orders")).call(event -> Map.of("id", 1L));

    HttpAnswer answer =
        send(processors.build(), request("GET", "/orders", "text/html;q=1, application/json;q=0"));

    assertEquals(200, answer.status());
    assertEquals(List.of("application/json"), answer.headers().get("content-type"));
  }

  @Test
  void aRangeIsNoTypeToProduce() {
    HttpRoute route = HttpRoute.get("/orders");
    List<String> others =
        List.of("text/csv, text/plain", " text/csv", "text/csv ", "a/b/c", "a/b\n");
    for (String wrong : others) {
      assertThrows(ConfigurationException.class, () -> route.produces(wrong), wrong);
    }
    for (String wrong : List.of("text/*", "text", "/csv", "text/", "text/csv;charset=utf-8", "")) {
      ConfigurationException refused =
          assertThrows(ConfigurationException.class, () -> route.produces(wrong), wrong);
      assertEquals(ErrorId.ROUTE_MALFORMED, refused.id());
    }
  }

  private static HttpAnswer send(EventProcessor processor, Event request) {
    return HttpExchange.of(processor, request, HttpPlatform.ofEverything("this test"))
        .answer(Invocation.UNKNOWN);
  }

  private static Event request(String method, String path, String... accept) {
    Map<String, ?> headers = accept.length == 0 ? Map.of() : Map.of("accept", List.of(accept));
    return Event.of(
        Map.of("kind", "http", "http", Map.of("method", method, "path", path, "headers", headers)));
  }
}

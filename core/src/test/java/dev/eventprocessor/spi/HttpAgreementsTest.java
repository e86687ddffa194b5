package dev.eventprocessor.spi;

import static dev.eventprocessor.spi.Exchanges.build;
import static dev.eventprocessor.spi.Exchanges.header;
import static dev.eventprocessor.spi.Exchanges.request;
import static dev.eventprocessor.spi.Exchanges.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.http.CorsPolicy;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.http.HttpRoute;
import dev.eventprocessor.http.HttpSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is agreed to before requests and events come: by browsers, and by webhooks. */
class HttpAgreementsTest {

  @Test
  void preflightIsThePolicysAndEveryAnswerHasItsHeaders() {
    CorsPolicy cors =
        CorsPolicy.ofOrigins("https://a.example").headers("x-a").expose("x-b").withCredentials();
    EventProcessor processor =
        build(HttpSettings.DEFAULT.cors(cors), on -> on.call(event -> "x"), HttpRoute.get("/a"));

    HttpAnswer preflight =
        send(
            processor,
            request(
                "OPTIONS",
                "/a",
                Map.of(
                    "origin",
                    List.of("https://a.example"),
                    "access-control-request-method",
                    List.of("GET"))));
    HttpAnswer missing = send(processor, origin("/b", "https://a.example"));
    HttpAnswer stranger = send(processor, origin("/a", "https://evil.example"));

    assertEquals(204, preflight.status());
    assertEquals("https://a.example", header(preflight, "access-control-allow-origin"));
    assertEquals(
        "GET, HEAD, POST, PUT, PATCH, DELETE", header(preflight, "access-control-allow-methods"));
    assertEquals("x-a", header(preflight, "access-control-allow-headers"));
    assertEquals("600", header(preflight, "access-control-max-age"));
    assertEquals(404, missing.status());
    assertEquals("https://a.example", header(missing, "access-control-allow-origin"));
    assertEquals("true", header(missing, "access-control-allow-credentials"));
    assertEquals("x-b", header(missing, "access-control-expose-headers"));
    assertEquals("x", stranger.text());
    assertNull(header(stranger, "access-control-allow-origin"));
    assertEquals("origin", header(stranger, "vary"));
  }

  @Test
  void aPolicyForEveryOriginSaysSoAndKeepsTheVaryOfAResponse() {
    EventProcessor all =
        build(
            HttpSettings.DEFAULT.cors(CorsPolicy.ofAnyOrigin()),
            on -> on.call(event -> 1L),
            HttpRoute.get("/a"));
    EventProcessor one =
        build(
            HttpSettings.DEFAULT.cors(CorsPolicy.ofOrigins("https://a.example").methods("GET")),
            on -> on.call(event -> HttpResponse.of(200).header("vary", "accept")),
            HttpRoute.get("/a"));

    assertEquals("*", header(send(all, origin("/a", "x")), "access-control-allow-origin"));
    assertNull(header(send(all, "GET", "/a"), "access-control-allow-origin"));
    assertEquals("accept, origin", header(send(one, origin("/a", "x")), "vary"));
  }

  @Test
  void aRequestThatCannotBeReadIsAnsweredLikeEveryOther() {
    EventProcessor processor =
        build(
            HttpSettings.DEFAULT.cors(CorsPolicy.ofOrigins("https://a.example")),
            on -> on.call(event -> "x"),
            HttpRoute.get("/a"));
    Map<String, List<String>> headers = Map.of("origin", List.of("https://a.example"));

    HttpAnswer post = unreadable(processor, Map.of("method", "POST", "headers", headers));
    HttpAnswer head = unreadable(processor, Map.of("method", "HEAD", "headers", headers));
    HttpAnswer unknown = unreadable(processor, Map.of());

    assertProblemOfPage(post);
    assertTrue(post.hasBody());
    assertProblemOfPage(head);
    assertFalse(head.hasBody());
    assertEquals(413, unknown.status());
    assertNull(header(unknown, "access-control-allow-origin"));
  }

  private static HttpAnswer unreadable(EventProcessor processor, Map<String, ?> head) {
    return HttpExchange.unreadable(processor, head, HttpPlatform.ofEverything("this test"))
        .failed(new InvalidEventException(ErrorId.PAYLOAD_TOO_LARGE, "too large"));
  }

  private static void assertProblemOfPage(HttpAnswer answer) {
    assertEquals(413, answer.status());
    assertEquals("https://a.example", header(answer, "access-control-allow-origin"));
    assertEquals("application/problem+json", header(answer, "content-type"));
  }

  @Test
  void withoutAPolicyOptionsIsARequestLikeAnyOther() {
    EventProcessor processor =
        build(HttpSettings.DEFAULT, on -> on.call(event -> "mine"), HttpRoute.of("OPTIONS", "/a"));

    assertEquals("mine", send(processor, "OPTIONS", "/a").text());
  }

  @Test
  void aWebhookAgreesToGetEventsAtItsPathAndNowhereElse() {
    EventProcessor processor =
        build(
            HttpSettings.DEFAULT.webhook("/hook"), on -> on.call(event -> "x"), HttpRoute.get("/"));
    Map<String, List<String>> origin =
        Map.of(
            "webhook-request-origin",
            List.of("eventemitter.example.com"),
            "webhook-request-rate",
            List.of("120"));

    HttpAnswer agreed = send(processor, request("OPTIONS", "/hook", origin));

    assertEquals(200, agreed.status());
    assertEquals("eventemitter.example.com", header(agreed, "webhook-allowed-origin"));
    assertEquals("120", header(agreed, "webhook-allowed-rate"));
    assertEquals("POST", header(agreed, "allow"));
    assertEquals(404, send(processor, request("OPTIONS", "/other", origin)).status());
    assertEquals(404, send(processor, request("OPTIONS", "/hook", Map.of())).status());
  }

  @Test
  void aWebhookTellsEventGridItsCode() {
    EventProcessor processor =
        build(
            HttpSettings.DEFAULT.webhook("/hook"), on -> on.call(event -> "x"), HttpRoute.get("/"));
    Event request =
        request("POST", "/hook", Map.of("aeg-event-type", List.of("SubscriptionValidation")));
    Object event =
        Map.of(
            "eventType",
            "Microsoft.EventGrid.SubscriptionValidationEvent",
            "data",
            Map.of("validationCode", "c-1"));

    HttpAnswer told = send(processor, request.with("data", List.of(event)));
    HttpAnswer other = send(processor, request.with("data", List.of(Map.of("eventType", "x"))));

    assertEquals(200, told.status());
    assertEquals("{\"validationResponse\":\"c-1\"}", told.text());
    assertEquals(404, other.status());
  }

  private static Event origin(String path, String origin) {
    return request("GET", path, Map.of("origin", List.of(origin)));
  }
}

package dev.eventprocessor.spi;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.Registration;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.http.CorsPolicy;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.http.HttpRoute;
import dev.eventprocessor.http.HttpSettings;
import dev.eventprocessor.http.HttpSettings.ServerErrors;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of what a processor returns or throws, and of requests that find none. */
class HttpExchangeTest {

  private record Order(String id, long total) {}

  private static final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final class Taken extends RejectException {
    private static final long serialVersionUID = 1;

    Taken() {
      super("s3cret");
    }
  }

  @Test
  void aValueIsTheBodyInTheTypeThatFits() {
    assertAnswer("application/json", "{\"id\":1}", answered(event -> Map.of("id", 1L)));
    assertAnswer("application/json", "[1,\"x\"]", answered(event -> List.of(1L, "x")));
    assertAnswer("application/json", "true", answered(event -> true));
    assertAnswer("text/plain; charset=utf-8", "h\u00e4", answered(event -> "h\u00e4"));
    assertAnswer("text/plain; charset=utf-8", "", answered(event -> ""));
    assertAnswer(
        "application/json", "{\"id\":\"a\",\"total\":5}", answered(event -> new Order("a", 5)));
    assertAnswer(
        "application/json",
        "{\"orders\":[{\"id\":\"a\",\"total\":5}]}",
        answered(event -> Map.of("orders", List.of(new Order("a", 5)))));
  }

  @Test
  void bytesStayBytes() {
    byte[] bytes = {0, -1, 10};

    HttpAnswer answer = answered(event -> bytes);

    assertEquals(List.of("application/octet-stream"), answer.headers().get("content-type"));
    assertNull(answer.text());
    assertArrayEquals(bytes, answer.bytes());
  }

  @Test
  void nothingIsNoContent() {
    HttpAnswer answer = answered(event -> null);

    assertEquals(204, answer.status());
    assertEquals(Map.of(), answer.headers());
    assertFalse(answer.hasBody());
  }

  @Test
  void aResponseIsSentAsItIs() {
    HttpAnswer answer =
        answered(
            event ->
                HttpResponse.of(201)
                    .header("Content-Type", "text/csv")
                    .header("x", "1")
                    .header("x", "2")
                    .cookie("a", "b")
                    .body("1,2"));

    assertEquals(201, answer.status());
    assertEquals(List.of("text/csv"), answer.headers().get("content-type"));
    assertEquals("1, 2", answer.joinedHeaders().get("x"));
    assertEquals(List.of("a=b"), answer.cookies());
    assertEquals("1,2", answer.text());
  }

  @Test
  void aMapWithAStatusCodeIsABodyLikeAnyOther() {
    assertAnswer(
        "application/json", "{\"statusCode\":404}", answered(event -> Map.of("statusCode", 404L)));
  }

  @Test
  void whatIsThrownIsAProblemThatTellsNothingOfIt() {
    assertProblem(500, "Internal Server Error", failing(new IllegalStateException("s3cret")));
    assertProblem(500, "Internal Server Error", failing(new IOException("s3cret")));
    assertProblem(500, "Internal Server Error", failing(new AssertionError("s3cret")));
    assertProblem(422, "Unprocessable Content", failing(new RejectException("s3cret")));
    assertProblem(503, "Service Unavailable", failing(new RetryException("s3cret")));
    assertProblem(500, "Internal Server Error", answered(event -> new Object()));
    assertProblem(
        500, "Internal Server Error", answered(event -> HttpResponse.of(200).header("x", "\n")));
  }

  @Test
  void aFailureIsToldToTheLog() {
    IllegalStateException failure = new IllegalStateException("s3cret");

    assertSame(failure, failing(failure).failure());
    assertNull(answered(event -> 1L).failure());
  }

  @Test
  void aRetryTellsWhen() {
    assertEquals(
        List.of("7"),
        failing(new RetryException("x", Duration.ofSeconds(7))).headers().get("retry-after"));
    assertEquals(
        List.of("2"),
        failing(new RetryException("x", Duration.ofMillis(1500))).headers().get("retry-after"));
    assertEquals(
        List.of("1"), failing(new RetryException("x", Duration.ZERO)).headers().get("retry-after"));
    assertNull(failing(new RetryException("x")).headers().get("retry-after"));
  }

  @Test
  void aFailureOfTheProgramsWholeMachineIsThePlatforms() {
    assertThrows(OutOfMemoryError.class, () -> failing(new OutOfMemoryError()));
  }

  @Test
  void declaredExceptionsHaveTheirStatusTheFirstThatFitsCounting() {
    HttpSettings settings =
        HttpSettings.DEFAULT
            .error(NotFound.class, 404)
            .error(Taken.class, 409)
            .error(RuntimeException.class, 502);

    assertProblem(404, "Not Found", failing(new NotFound(), settings));
    assertProblem(409, "Conflict", failing(new Taken(), settings));
    assertProblem(502, "Bad Gateway", failing(new RejectException("x"), settings));
  }

  @Test
  void failuresAreThrownWhereThePlatformIsToCountThem() {
    HttpSettings thrown = HttpSettings.DEFAULT.serverErrors(ServerErrors.THROWN);

    assertThrows(IOException.class, () -> failing(new IOException("x"), thrown));
    assertThrows(RetryException.class, () -> failing(new RetryException("x"), thrown));
    assertProblem(422, "Unprocessable Content", failing(new RejectException("x"), thrown));
  }

  @Test
  void aBodyThatIsNotWhatAProcessorReadsIsTheCallersMatter() {
    assertCode(400, "value-missing", read("application/json", "{", "data.id"));
    assertCode(400, "value-missing", read("application/json", "{\"id\":1}", "data.id"));
    assertCode(400, "value-missing", read("application/json", "\"x\"", "data.id"));
    assertCode(400, "value-missing", read("text/plain", "x", "http.query.q"));
    assertCode(400, "value-missing", read("text/plain", null, "data.id"));
    assertCode(415, "value-missing", read("text/plain", "x", "data.id"));
  }

  @Test
  void headIsAnsweredWithoutItsBodyAndWithItsLength() {
    EventProcessor processor =
        build(HttpSettings.DEFAULT, on -> on.call(event -> "h\u00e4"), HttpRoute.get("/a"));

    HttpAnswer answer = send(processor, "HEAD", "/a");

    assertEquals(200, answer.status());
    assertFalse(answer.hasBody());
    assertEquals(0, answer.bytes().length);
    assertEquals(List.of("3"), answer.headers().get("content-length"));
  }

  @Test
  void whatMatchesNothingIsNotFoundOrOfOtherMethods() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(HttpRoute.get("/a/{b}")).run(event -> {});
    processors.on(HttpRoute.delete("/a/{b}")).run(event -> {});
    processors.on(eq("kind", "queue")).run(event -> {});
    EventProcessor processor = processors.build();

    assertProblem(404, "Not Found", send(processor, "GET", "/b"));
    HttpAnswer wrong = send(processor, "POST", "/a/x");
    assertProblem(405, "Method Not Allowed", wrong);
    assertEquals(List.of("GET, HEAD, DELETE"), wrong.headers().get("allow"));
    HttpAnswer options = send(processor, "OPTIONS", "/a/x");
    assertEquals(204, options.status());
    assertEquals(List.of("GET, HEAD, DELETE"), options.headers().get("allow"));
    assertEquals(404, send(processor, "OPTIONS", "/b").status());
    assertEquals(405, send(processor, "PROPFIND", "/a/x").status());
  }

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

  private interface Answering {
    void of(Registration on);
  }

  private static HttpAnswer answered(Registration.Answer answer) {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(any()).call(answer);
    return send(processors.build(), "GET", "/");
  }

  private static HttpAnswer failing(Throwable failure) {
    return failing(failure, HttpSettings.DEFAULT);
  }

  private static HttpAnswer failing(Throwable failure, HttpSettings settings) {
    EventProcessor.Builder processors = EventProcessor.builder().http(settings);
    processors
        .on(any())
        .run(
            event -> {
              throw Failures.unchecked(failure);
            });
    return send(processors.build(), "GET", "/");
  }

  private static HttpAnswer read(String type, @Nullable String body, String path) {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(any()).call(event -> event.text(path));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("http", Map.of("method", "POST"));
    event.put("datacontenttype", type);
    Event request = body == null ? Event.of(event) : Event.of(event, Content.decode(body, type));
    return send(processors.build(), request);
  }

  private static EventProcessor build(HttpSettings settings, Answering answer, HttpRoute route) {
    EventProcessor.Builder processors = EventProcessor.builder().http(settings);
    answer.of(processors.on(route));
    return processors.build();
  }

  private static HttpAnswer send(EventProcessor processor, String method, String path) {
    return send(processor, request(method, path, Map.of()));
  }

  private static HttpAnswer send(EventProcessor processor, Event request) {
    return HttpExchange.answer(processor, request, Invocation.UNKNOWN);
  }

  private static Event origin(String path, String origin) {
    return request("GET", path, Map.of("origin", List.of(origin)));
  }

  private static Event request(String method, String path, Map<String, List<String>> headers) {
    return Event.of(
        Map.of(
            "kind",
            "http",
            "http",
            Map.of("method", method, "path", path, "rawpath", path, "headers", headers)));
  }

  private static @Nullable String header(HttpAnswer answer, String name) {
    return answer.joinedHeaders().get(name);
  }

  private static void assertAnswer(String type, String body, HttpAnswer answer) {
    assertEquals(200, answer.status());
    assertEquals(List.of(type), answer.headers().get("content-type"));
    assertEquals(body, answer.text());
  }

  private static void assertProblem(int status, String title, HttpAnswer answer) {
    assertEquals(status, answer.status());
    assertEquals(List.of("application/problem+json"), answer.headers().get("content-type"));
    assertEquals(
        Map.of("type", "about:blank", "title", title, "status", (long) status),
        Json.read(answer.bytes()));
  }

  private static void assertCode(int status, String code, HttpAnswer answer) {
    assertEquals(status, answer.status());
    assertTrue(String.valueOf(answer.text()).contains("\"code\":\"" + code + "\""), answer.text());
  }
}

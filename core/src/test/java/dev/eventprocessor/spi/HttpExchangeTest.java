package dev.eventprocessor.spi;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.spi.Exchanges.assertProblem;
import static dev.eventprocessor.spi.Exchanges.build;
import static dev.eventprocessor.spi.Exchanges.send;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Registration;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.http.HttpRoute;
import dev.eventprocessor.http.HttpSettings;
import dev.eventprocessor.http.HttpSettings.ServerErrors;
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
  void aStepThatFailsWhileOtherMethodsAreTriedIsAnsweredLikeAnyFailure() {
    EventProcessor.Builder processors =
        EventProcessor.builder().http(HttpSettings.DEFAULT.error(NotFound.class, 404));
    processors.prepare(
        event -> {
          if ("POST".equals(event.get("http.method"))) {
            throw new NotFound();
          }
          return event;
        });
    processors.on(HttpRoute.post("/a")).run(event -> {});

    assertProblem(404, "Not Found", send(processors.build(), "GET", "/a"));
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

  private static void assertAnswer(String type, String body, HttpAnswer answer) {
    assertEquals(200, answer.status());
    assertEquals(List.of(type), answer.headers().get("content-type"));
    assertEquals(body, answer.text());
  }

  private static void assertCode(int status, String code, HttpAnswer answer) {
    assertEquals(status, answer.status());
    assertTrue(String.valueOf(answer.text()).contains("\"code\":\"" + code + "\""), answer.text());
  }
}

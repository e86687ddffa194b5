package dev.eventprocessor.gcp;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.batch.BatchSettings;
import dev.eventprocessor.fakes.gcp.FakeCloudEvent;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sender or a caller is told of what came of its request. */
class OutcomesTest {

  private static final String PUSH =
      "{\"subscription\": \"s\", \"message\": {\"messageId\": \"m\", \"attributes\": {\"do\": \"%s\"}}}";

  private static final FakeHttpRequest CALL = FakeHttpRequest.get("/?a=1");

  private final List<Event> parked = new ArrayList<>();
  private final List<Event> done = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "nothing, 204, , ''",
    "throw, 500, , ''",
    "checked, 500, , ''",
    "error, 500, , ''",
    "reject, 422, , ''",
    "later, 503, 7, ''",
    "soon, 503, 1, ''",
    "missing, 400, , ''",
    "unknown, 404, , ''",
  })
  void aMessageIsAcknowledgedOnlyWhenItIsDone(String what, int status, String after, String body) {
    FakeHttpResponse answer =
        Requests.send(Requests.of(this::register), FakeHttpRequest.post(PUSH.formatted(what)));

    assertEquals(status, answer.status());
    assertEquals(after == null ? null : List.of(after), answer.getHeaders().get("Retry-After"));
    assertEquals(body, answer.text(), "what is the function's matter stays in its log");
  }

  @ParameterizedTest
  @CsvSource({"reject", "missing", "unknown"})
  void whatIsRejectedAndParkedIsAcknowledged(String what) {
    FakeHttpResponse answer =
        Requests.send(
            Requests.of(this::registerWithLot), FakeHttpRequest.post(PUSH.formatted(what)));

    assertEquals(204, answer.status());
    assertEquals(1, parked.size());
    assertEquals("m", parked.get(0).text("id"));
  }

  @ParameterizedTest
  @CsvSource({"throw", "error", "later"})
  void whatMaySucceedLaterIsNeverParked(String what) {
    FakeHttpResponse answer =
        Requests.send(
            Requests.of(this::registerWithLot), FakeHttpRequest.post(PUSH.formatted(what)));

    assertEquals(true, answer.status() >= 500);
    assertEquals(List.of(), parked);
  }

  @Test
  void whatCannotBeReadIsParkedAsItCame() {
    FakeHttpRequest request =
        FakeHttpRequest.post("{\"subscription\": \"s\", \"message\": {\"data\": 5}}");

    assertEquals(204, Requests.send(Requests.of(this::registerWithLot), request).status());
    assertEquals(Map.of("data", 5L), parked.get(0).get("raw.body.message"));
  }

  @Test
  void aParkingLotThatFailsAcknowledgesNothing() {
    ProcessorModule full =
        processors -> {
          register(processors);
          processors.batch(
              BatchSettings.DEFAULT.parkingLot(
                  (event, reason) -> {
                    throw new IOException("full");
                  }));
        };

    FakeHttpResponse answer =
        Requests.send(Requests.of(full), FakeHttpRequest.post(PUSH.formatted("reject")));

    assertEquals(500, answer.status());
  }

  @Test
  void ofABatchTheWorstIsTold() {
    String event =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"do\":\"%s\"}";
    FakeHttpRequest request =
        FakeHttpRequest.post(
            "["
                + String.join(
                    ",",
                    event.formatted("reject"),
                    event.formatted("throw"),
                    event.formatted("nothing"))
                + "]");

    assertEquals(500, Requests.send(Requests.of(this::register), request).status());
    assertEquals(1, done.size(), "one failure does not keep the others from being run");
  }

  @Test
  void theSameHoldsWhereTheFrameworkAnswers() {
    FakeCloudEvent rejected = new FakeCloudEvent("t").extension("do", "reject");
    FakeCloudEvent malformed = FakeCloudEvent.pubSub("{\"message\": 5}").extension("do", "nothing");
    CloudEventEntrypoint without = new CloudEventEntrypoint(this::register) {};
    CloudEventEntrypoint with = new CloudEventEntrypoint(this::registerWithLot) {};

    assertThrows(RejectException.class, () -> without.accept(rejected));
    assertThrows(InvalidEventException.class, () -> without.accept(malformed));
    with.accept(rejected);
    with.accept(malformed);

    assertEquals(2, parked.size());
    assertFalse(parked.get(1).has("kind"));
    assertEquals(5L, parked.get(1).get("raw.data.message"));
  }

  @Test
  void aCallerGetsWhatTheProcessorReturns() {
    assertAnswer(Map.of("a", 1L), "application/json", "{\"a\":1}");
    assertAnswer("h\u00e9", "text/plain; charset=utf-8", "h\u00e9");
    assertAnswer(List.of(1L), "application/json", "[1]");
    byte[] bytes = {1, 2};
    assertArrayEquals(bytes, Requests.send(Requests.of(answering(bytes)), CALL).body());
  }

  @Test
  void aValueThatIsNoAnswerIsAFailure() {
    FakeHttpResponse answer = Requests.send(Requests.of(answering(new Object())), CALL);

    assertEquals(500, answer.status());
    assertFalse(answer.text().contains("Object"), "what failed is no matter of callers");
  }

  @Test
  void aCallersRequestIsNeverParked() {
    FakeHttpRequest request = FakeHttpRequest.get("/?a=1").header("do", "reject");

    int status = Requests.send(Requests.of(this::registerWithLot), request).status();

    assertEquals(422, status);
    assertEquals(List.of(), parked);
  }

  private void assertAnswer(Object value, String type, String body) {
    FakeHttpResponse answer = Requests.send(Requests.of(answering(value)), CALL);

    assertEquals(200, answer.status());
    assertEquals(List.of(type), answer.getHeaders().get("Content-Type"));
    assertEquals(body, answer.text());
  }

  private static ProcessorModule answering(Object value) {
    return processors -> processors.on(any()).named("answer").call(event -> value);
  }

  private void registerWithLot(EventProcessor.Builder processors) {
    register(processors);
    processors.batch(BatchSettings.DEFAULT.parkingLot((event, reason) -> parked.add(event)));
  }

  private void register(EventProcessor.Builder processors) {
    on(processors, "nothing", event -> done.add(event));
    on(processors, "missing", event -> event.text("data.s3cret"));
    on(
        processors,
        "throw",
        event -> {
          throw new IllegalStateException("s3cret");
        });
    on(
        processors,
        "checked",
        event -> {
          throw new IOException("s3cret");
        });
    on(
        processors,
        "error",
        event -> {
          throw new AssertionError("s3cret");
        });
    on(
        processors,
        "reject",
        event -> {
          throw new RejectException("s3cret");
        });
    on(
        processors,
        "later",
        event -> {
          throw new RetryException("s3cret", Duration.ofSeconds(7));
        });
    on(
        processors,
        "soon",
        event -> {
          throw new RetryException("s3cret", Duration.ZERO);
        });
  }

  private static void on(EventProcessor.Builder processors, String what, Behaviour behaviour) {
    processors.on(eq("attributes.do", what)).named(what).run(behaviour::run);
    processors.on(eq("http.headers.do", List.of(what))).named("http " + what).run(behaviour::run);
  }

  private interface Behaviour {
    void run(Event event) throws Exception;
  }
}

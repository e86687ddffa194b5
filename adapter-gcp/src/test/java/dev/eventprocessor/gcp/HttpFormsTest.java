package dev.eventprocessor.gcp;

import static dev.eventprocessor.gcp.RecordingModule.assertHolds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import dev.eventprocessor.json.JsonLimits;
import dev.eventprocessor.testing.SharedFolder;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request is, told by its headers and body. */
class HttpFormsTest {

  @Test
  void theVariableSaysThatAllAreRequestsAndAMisspelledNameIsAFault() {
    assertFalse(HttpEntrypoint.areAllRequests(null));
    assertFalse(HttpEntrypoint.areAllRequests("gcp.pubsub"));
    assertTrue(HttpEntrypoint.areAllRequests("gcp.http"));
    for (String wrong : List.of("gcp.htpp", "http", "aws.sqs")) {
      ConfigurationException fault =
          assertThrows(
              ConfigurationException.class, () -> HttpEntrypoint.areAllRequests(wrong), wrong);
      assertEquals(ErrorId.TRIGGER_UNKNOWN, fault.id());
    }
  }

  private static final String PUSH =
      """
      {"subscription": "projects/shop/subscriptions/orders", "deliveryAttempt": 3,
       "message": {"data": "eyJ0b3RhbCI6IDV9", "messageId": "m-1", "message_id": "m-1",
                   "publishTime": "2026-11-24T00:01:00Z", "publish_time": "2026-11-24T00:01:00Z",
                   "orderingKey": "customer-7", "attributes": {"Tenant": "a"}}}
      """;

  private static final String STRUCTURED =
      """
      {"specversion": "1.0", "id": "1", "source": "/devices/1", "type": "device.alarm",
       "methodName": "m", "time": "2026-11-24T00:01:00.5Z", "data": {"state": "ALARM"}}
      """;

  @Test
  void aPushInItsWrapperIsAMessage() {
    Event event =
        Requests.event(FakeHttpRequest.post(PUSH).header("Content-Type", "application/json"));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "topic"),
            Map.entry("trigger", "gcp.pubsub"),
            Map.entry("id", "m-1"),
            Map.entry("type", PubSubSource.TYPE),
            Map.entry("time", "2026-11-24T00:01:00Z"),
            Map.entry("partitionkey", "customer-7"),
            Map.entry("attributes", Map.of("Tenant", "a")),
            Map.entry("delivery.attempt", 3L),
            Map.entry("delivery.enqueued", "2026-11-24T00:01:00Z"),
            Map.entry("delivery.subscription", "projects/shop/subscriptions/orders"),
            Map.entry("data.total", 5L),
            Map.entry("raw.path", "/"),
            Map.entry("raw.body.message.messageId", "m-1"),
            Map.entry("raw.headers.content-type", List.of("application/json"))),
        event);
    assertFalse(event.has("source"), "a push does not tell its topic");
  }

  @Test
  void snakeCaseAloneIsReadAsWell() {
    Event event =
        Requests.event(
            FakeHttpRequest.post(
                """
                {"subscription": "s", "message": {"message_id": "m", "ordering_key": "k",
                  "publish_time": "2026-11-24T00:01:00Z"}}
                """));

    assertHolds(Map.of("id", "m", "partitionkey", "k", "time", "2026-11-24T00:01:00Z"), event);
    assertFalse(event.has("data"));
  }

  @Test
  void aPushWithoutItsWrapperHasItsAttributesInTheHeaders() {
    byte[] data = {1, 2, 3, 0};
    Event event =
        Requests.event(
            FakeHttpRequest.post(data)
                .header("Host", "example.com")
                .header("User-Agent", "APIs-Google")
                .header("Authorization", "Bearer s3cret")
                .header("X-Goog-Pubsub-Message-Id", "m-2")
                .header("X-Goog-Pubsub-Publish-Time", "2026-11-24T00:01:00Z")
                .header("X-Goog-Pubsub-Ordering-Key", "customer-7")
                .header("X-Goog-Pubsub-Subscription-Name", "projects/shop/subscriptions/orders")
                .header("Tenant", "a"));

    assertHolds(
        Map.of(
            "kind", "topic",
            "id", "m-2",
            "time", "2026-11-24T00:01:00Z",
            "partitionkey", "customer-7",
            "delivery.subscription", "projects/shop/subscriptions/orders",
            "attributes", Map.of("tenant", "a")),
        event);
    assertArrayEquals(data, (byte[]) event.get("data"));
  }

  @Test
  void aTickOfASchedulerSaysItsJobAndTime() {
    Event event =
        Requests.event(
            FakeHttpRequest.post("{\"report\": \"daily\"}")
                .header("Content-Type", "application/octet-stream")
                .header("X-CloudScheduler", "true")
                .header("X-CloudScheduler-JobName", "nightly")
                .header("X-CloudScheduler-ScheduleTime", "2026-11-24T00:00:00-07:00"));

    assertHolds(
        Map.of(
            "kind", "schedule",
            "trigger", "gcp.http-scheduler",
            "type", SchedulerSource.TYPE,
            "schedule.name", "nightly",
            "schedule.scheduled", "2026-11-24T00:00:00-07:00",
            "delivery.idsource", "derived",
            "data.report", "daily"),
        event);
  }

  @Test
  void aTaskSaysItsQueueAndAttempt() {
    Event event =
        Requests.event(
            FakeHttpRequest.post("hello")
                .header("Content-Type", "text/plain")
                .header("X-CloudTasks-QueueName", "mails")
                .header("X-CloudTasks-TaskName", "task-1")
                .header("X-CloudTasks-TaskRetryCount", "2")
                .header("X-CloudTasks-TaskETA", "1764000000.25"));

    assertHolds(
        Map.of(
            "kind", "queue",
            "trigger", "gcp.tasks",
            "id", "task-1",
            "time", "2025-11-24T16:00:00.250Z",
            "resource.name", "mails",
            "delivery.attempt", 3L,
            "datacontenttype", "text/plain",
            "data", "hello"),
        event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret", "-1", "1.-5", "99999999999999999999", "1.", "."})
  void aTimeOfATaskThatIsNoneIsAbsent(String eta) {
    Event event =
        Requests.event(
            FakeHttpRequest.post("")
                .header("X-CloudTasks-QueueName", "q")
                .header("X-CloudTasks-TaskName", "t")
                .header("X-CloudTasks-TaskRetryCount", eta)
                .header("X-CloudTasks-TaskETA", eta));

    assertTrue(!event.has("time") || event.text("time").endsWith("Z"));
    assertFalse(event.has("data"));
  }

  @Test
  void aCloudEventInBinaryModeIsReadWithItsHeadersDecoded() {
    Event event =
        Requests.event(
            FakeHttpRequest.post("<a/>")
                .header("Content-Type", "application/xml")
                .header("CE-SpecVersion", "1.0")
                .header("ce-id", "1")
                .header("ce-source", "/devices/1")
                .header("ce-type", "device.alarm")
                .header("ce-subject", "a%20b%E2%82%AC%zz%")
                .header("ce-partitionkey", "k"));

    assertHolds(
        Map.of(
            "kind", "bus",
            "trigger", "gcp.cloudevents",
            "subject", "a b\u20ac%zz%",
            "partitionkey", "k",
            "data", "<a/>",
            "datacontenttype", "application/xml"),
        event);
  }

  @Test
  void aCloudEventInStructuredModeIsReadWithOrWithoutItsContentType() {
    for (FakeHttpRequest request :
        List.of(
            FakeHttpRequest.post(STRUCTURED).header("content-type", "application/cloudevents+json"),
            FakeHttpRequest.post(STRUCTURED).header("content-type", "application/json"),
            FakeHttpRequest.post(STRUCTURED))) {
      Event event = Requests.event(request);

      assertHolds(
          Map.of(
              "kind", "bus",
              "id", "1",
              "time", "2026-11-24T00:01:00.500Z",
              "attributes.methodname", "m",
              "data.state", "ALARM"),
          event);
    }
  }

  @Test
  void aBatchIsManyEventsWithOrWithoutItsContentType() {
    String batch =
        "[" + STRUCTURED + "," + STRUCTURED.replace("\"id\": \"1\"", "\"id\": \"2\"") + "]";
    for (FakeHttpRequest request :
        List.of(
            FakeHttpRequest.post(batch)
                .header("content-type", "application/cloudevents-batch+json"),
            FakeHttpRequest.post(batch))) {
      Requests requests = new Requests();

      assertEquals(204, requests.send(request).status());
      assertEquals(
          List.of("1", "2"), requests.events().stream().map(event -> event.text("id")).toList());
    }
    Requests empty = new Requests();
    FakeHttpRequest none =
        FakeHttpRequest.post("[]").header("content-type", "application/cloudevents-batch+json");
    assertEquals(204, empty.send(none).status());
    assertEquals(List.of(), empty.events());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"specversion\": \"9\", \"id\": \"1\", \"source\": \"s\", \"type\": \"t\"}",
        "{\"specversion\": \"1.0\", \"id\": \"\", \"source\": \"s\", \"type\": \"t\"}",
        "{\"specversion\": \"1.0\", \"id\": 4711, \"source\": \"s\", \"type\": \"t\"}",
        "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"s\"}",
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"time\":\"s3cret\"}",
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"x\":{\"s3cret\":1}}",
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"x\":4294967296}",
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"data_base64\":\"s3cret!\"}",
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"data\":1,\"data_base64\":\"AA==\"}",
        "[1]",
        "\"s3cret\"",
        "{\"s3cret",
        "",
      })
  void aMalformedCloudEventIsItsSendersFault(String body) {
    Requests requests = new Requests();
    FakeHttpRequest request =
        FakeHttpRequest.post(body).header("Content-Type", "application/cloudevents+json");

    FakeHttpResponse answer = requests.send(request);

    assertEquals(400, answer.status());
    assertTrue(answer.text().startsWith("[payload-wrong-shape] "), answer.text());
    assertFalse(answer.text().contains("s3cret"));
    assertEquals(List.of(), requests.events());
  }

  @Test
  void oneMalformedEventRefusesItsWholeBatchBeforeAnyIsRun() {
    Requests requests = new Requests();
    FakeHttpRequest request =
        FakeHttpRequest.post("[" + STRUCTURED + ", {}]")
            .header("content-type", "application/cloudevents-batch+json");

    assertEquals(400, requests.send(request).status());
    assertEquals(List.of(), requests.events());
  }

  @Test
  void aRequestThatIsNoEventIsOneItself() {
    Requests requests = new Requests();
    FakeHttpRequest request =
        FakeHttpRequest.get("/push?a=1")
            .header("X-Custom", "v")
            .header("Cookie", "theme=dark; lang=en");

    assertEquals(204, requests.send(request).status());
    assertHolds(
        Map.of(
            "kind", "http",
            "trigger", "gcp.http",
            "subject", "/push",
            "http.method", "GET",
            "http.path", "/push",
            "http.rawquery", "a=1",
            "http.query", Map.of("a", List.of("1")),
            "http.headers.x-custom", List.of("v"),
            "http.cookies.theme", "dark",
            "raw.query", "a=1"),
        requests.only());
    assertFalse(requests.only().has("data"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\": {\"data\": \"aGk=\"}}",
        "{\"message\": \"hi\", \"subscription\": \"s\"}",
        "{\"message\": {\"text\": \"hi\"}, \"subscription\": \"gold\"}",
        "{\"message\": {}, \"subscription\": \"gold\"}",
        "{\"specversion\": \"1.0\", \"id\": \"1\"}",
        "[{\"specversion\": \"1.0\"}]",
        "[]",
        "{\"eventType\": \"t\", \"data\": {}}",
        "{\"context\": {\"eventType\": 1}, \"data\": {}}",
        "{\"context\": {\"eventType\": \"t\"}}",
        "{\"message\": ",
      })
  void whatOnlyLooksLikeAnEventIsARequest(String body) {
    assertEquals("http", Requests.event(FakeHttpRequest.post(body)).text("kind"));
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    Requests requests = new Requests();

    FakeHttpResponse answer =
        requests.send(FakeHttpRequest.post(new byte[JsonLimits.DEFAULT.maxBytes() + 1]));

    assertEquals(413, answer.status());
    assertTrue(answer.text().contains("\"code\":\"payload-too-large\""), answer.text());
    assertEquals(List.of(), requests.events());
  }

  @Test
  void aMarkBeforeTheJsonIsNoPartOfIt() throws Exception {
    byte[] marked =
        Files.readAllBytes(
            SharedFolder.require("corpus")
                .resolve("_offspec/gcp/ffjava-pubsub_binary-with-bom.json"));

    Event event =
        Requests.event(FakeHttpRequest.post(marked).header("Content-Type", "application/json"));

    assertEquals("gcp.pubsub", event.get("trigger"));
    assertArrayEquals(new byte[] {1, 2, 3, 4}, (byte[]) event.get("data"));
  }
}

package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.Event;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What travels inside of messages on AWS. */
class EnvelopeTest {

  private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";

  private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:uploads";

  @Test
  void anObjectsNotificationInATopicInAQueueIsTheObjectsEvent() throws IOException {
    Event event = only(sqs("m-1", sns(s3(created("a+b%2Bc/%C3%A4.txt")))));

    Function.assertHolds(
        Map.ofEntries(
            Map.entry("kind", "object"),
            Map.entry("trigger", "aws.sqs"),
            Map.entry("type", "com.amazonaws.s3.ObjectCreated:Put"),
            Map.entry("source", "arn:aws:s3:::photos"),
            Map.entry("subject", "a b+c/\u00e4.txt"),
            Map.entry("time", "2026-03-01T10:00:00.123Z"),
            Map.entry("object.action", "created"),
            Map.entry("object.bucket", "photos"),
            Map.entry("object.key", "a b+c/\u00e4.txt"),
            Map.entry("object.size", 1024L),
            Map.entry("resource.name", "photos"),
            Map.entry("resource.region", "eu-west-1"),
            Map.entry("delivery.path", List.of("aws.sqs", "aws.sns")),
            Map.entry("delivery.id", "m-1"),
            Map.entry("delivery.source", QUEUE),
            Map.entry("delivery.attempt", 3L),
            Map.entry("delivery.idsource", "derived"),
            Map.entry("attributes.tenant", "acme"),
            Map.entry("raw.messageId", "m-1")),
        event);
  }

  @Test
  void theSameObjectHasTheSameIdByWhateverWayItsEventComes() throws IOException {
    String direct = Json.writeText(s3(created("k")));

    Object byQueue = only(sqs("m-1", s3(created("k")))).get("id");
    Object byTopic = only(sqs("m-2", sns(s3(created("k"))))).get("id");

    assertEquals(Corpus.run(direct, event -> null).events().get(0).get("id"), byQueue);
    assertEquals(byQueue, byTopic);
    assertFalse(byQueue.equals(only(sqs("m-1", s3(created("other")))).get("id")));
  }

  @Test
  void aMessageOfSeveralObjectsIsDoneWhenAllOfThemAre() throws IOException {
    String two = sqs("m-1", s3(created("one"), created("two")));

    Corpus.Run run = Corpus.run(two, event -> null);

    assertEquals(
        List.of("one", "two"),
        run.events().stream().map(event -> event.text("object.key")).toList());
    assertEquals(Map.of("batchItemFailures", List.of()), run.answer());
  }

  @Test
  void aMessageOfWhichOneObjectFailsIsToldOnceAndItsNeighboursAreDone() throws IOException {
    String payload =
        records(message("m-1", s3(created("good"), created("bad"), created("bad"))), plain("m-2"));

    Corpus.Run run = Corpus.run(payload, EnvelopeTest::failBad);

    assertEquals(
        Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "m-1"))), run.answer());
    assertEquals(4, run.events().size());
  }

  @Test
  void whenNoMessageIsDoneTheBatchIsThrownAlthoughAPartOfAMessageWas() {
    String payload = sqs("m-1", s3(created("good"), created("bad")));

    assertThrows(BatchException.class, () -> Corpus.run(payload, EnvelopeTest::failBad));
  }

  @Test
  void theTestOfANotificationIsSwallowedWhereverItComes() throws IOException {
    Map<String, Object> test =
        Map.of(
            "Service", "Amazon S3",
            "Event", "s3:TestEvent",
            "Time", "2026-03-01T10:00:00.000Z",
            "Bucket", "photos");

    for (String payload : List.of(Json.writeText(test), sqs("m-1", test), sqs("m-1", sns(test)))) {
      Corpus.Run run = Corpus.run(payload, event -> null);

      assertEquals(List.of(), run.events());
    }
    Corpus.Run mixed = Corpus.run(records(message("m-1", test), plain("m-2")), event -> null);
    assertEquals(1, mixed.events().size());
    assertEquals(Map.of("batchItemFailures", List.of()), mixed.answer());
  }

  @Test
  void anEventOfABusInAQueueIsTheBusesEvent() throws IOException {
    Event event = only(sqs("m-1", bus("com.example.orders", "Order Placed")));

    Function.assertHolds(
        Map.of(
            "kind", "bus",
            "trigger", "aws.sqs",
            "id", "e-1",
            "source", "com.example.orders",
            "type", "Order Placed",
            "time", "2026-03-01T10:00:00Z",
            "data.order", 4711L,
            "delivery.path", List.of("aws.sqs"),
            "delivery.id", "m-1"),
        event);
  }

  @Test
  void aTickInATopicIsATick() throws IOException {
    Event event = only(sqs("m-1", sns(bus("aws.events", "Scheduled Event"))));

    Function.assertHolds(
        Map.of("kind", "schedule", "schedule.name", "nightly", "trigger", "aws.sqs"), event);
  }

  @Test
  void aCloudEventIsFoundInQueuesTopicsBusesAndStreams() throws IOException {
    Map<String, Object> cloudEvent =
        Map.of("specversion", "1.0", "id", "c-1", "source", "/shop", "type", "sold", "data", 1L);
    Map<String, Object> onBus = bus("com.example.shop", "CloudEvent");
    onBus.put("detail", cloudEvent);
    String kinesis =
        records(
            Map.of(
                "eventSource",
                "aws:kinesis",
                "eventID",
                "shardId-000000000001:5",
                "kinesis",
                Map.of(
                    "sequenceNumber",
                    "5",
                    "partitionKey",
                    "p",
                    "data",
                    Base64.getEncoder().encodeToString(Json.write(cloudEvent)))));

    for (String payload :
        List.of(
            sqs("m-1", cloudEvent),
            sqs("m-1", sns(cloudEvent)),
            Json.writeText(onBus),
            sqs("m-1", onBus),
            kinesis)) {
      Event event = only(payload);

      Function.assertHolds(
          Map.of("kind", "bus", "id", "c-1", "source", "/shop", "type", "sold", "data", 1L), event);
    }
  }

  @Test
  void aBodyThatOnlyLooksLikeAnEnvelopeStaysTheUsers() throws IOException {
    for (Object body :
        List.of(
            Map.of("Type", "Notification", "TopicArn", "x", "Message", 5L),
            Map.of("Records", List.of(Map.of("eventSource", "aws:s3"))),
            Map.of("Records", List.of(), "eventSource", "aws:s3"),
            Map.of("detail-type", 5L, "source", "x", "detail", Map.of()),
            Map.of("Event", "s3:TestEvent"),
            Map.of("note", "\"TopicArn\" \"aws:s3\" \"detail-type\" \"specversion\""))) {
      Event event = only(sqs("m-1", body));

      assertEquals("queue", event.get("kind"), () -> Json.writeText(body));
      assertEquals(body, event.get("data"));
    }
  }

  @Test
  void anEnvelopeInTheWrongShapeIsTheFailureOfItsMessageAlone() throws IOException {
    Map<String, Object> broken = s3(Map.of("eventSource", "aws:s3", "s3", Map.of()));

    Corpus.Run run = Corpus.run(records(message("m-1", broken), plain("m-2")), event -> null);

    assertEquals(
        Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "m-1"))), run.answer());
    assertTrue(run.events().get(0).text("id").equals("m-2"));
  }

  private static Object failBad(Event event) {
    if (event.has("object.key") && event.text("object.key").equals("bad")) {
      throw new IllegalStateException("bad");
    }
    return "done";
  }

  private static Event only(String payload) throws IOException {
    List<Event> events = Corpus.run(payload, event -> null).events();
    assertEquals(1, events.size());
    return events.get(0);
  }

  private static Map<String, Object> created(String key) {
    return Map.of(
        "eventSource",
        "aws:s3",
        "awsRegion",
        "eu-west-1",
        "eventTime",
        "2026-03-01T10:00:00.123Z",
        "eventName",
        "ObjectCreated:Put",
        "responseElements",
        Map.of("x-amz-request-id", "r-1"),
        "s3",
        Map.of(
            "bucket",
            Map.of("name", "photos", "arn", "arn:aws:s3:::photos"),
            "object",
            Map.of("key", key, "size", 1024L, "eTag", "e", "sequencer", "00A1")));
  }

  private static Map<String, Object> s3(Object... records) {
    return Map.of("Records", List.of(records));
  }

  private static Map<String, Object> sns(Object message) {
    return Map.of(
        "Type",
        "Notification",
        "MessageId",
        "n-1",
        "TopicArn",
        TOPIC,
        "Message",
        Json.writeText(message),
        "Timestamp",
        "2026-03-01T10:00:01.000Z",
        "MessageAttributes",
        Map.of("tenant", Map.of("Type", "String", "Value", "acme")));
  }

  private static Map<String, Object> bus(String source, String type) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "0");
    event.put("id", "e-1");
    event.put("source", source);
    event.put("detail-type", type);
    event.put("time", "2026-03-01T10:00:00Z");
    event.put("resources", List.of("arn:aws:events:eu-west-1:123456789012:rule/nightly"));
    event.put("detail", Map.of("order", 4711L));
    return event;
  }

  private static Map<String, Object> plain(String id) {
    return message(id, Map.of("hello", "world"));
  }

  private static Map<String, Object> message(String id, Object body) {
    return Map.of(
        "messageId",
        id,
        "body",
        Json.writeText(body),
        "attributes",
        Map.of("ApproximateReceiveCount", "3", "SentTimestamp", "1772359200000"),
        "eventSource",
        "aws:sqs",
        "eventSourceARN",
        QUEUE);
  }

  private static String sqs(String id, Object body) {
    return records(message(id, body));
  }

  private static String records(Object... records) {
    return Json.writeText(Map.of("Records", List.of(records)));
  }
}

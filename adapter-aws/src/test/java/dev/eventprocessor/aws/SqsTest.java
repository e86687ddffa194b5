package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Amazon SQS, from the payload to the portable events and the answer. */
class SqsTest {

  private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";

  private final Function function = new Function();

  @Test
  void aMessageIsAPortableQueueEvent() throws IOException {
    String record =
        """
        {
          "messageId": "059f36b4-87a3-44ab-83d2-661975830a7d",
          "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
          "body": "{\\"order\\": 4711}",
          "attributes": {
            "ApproximateReceiveCount": "2",
            "SentTimestamp": "1795478460000",
            "SenderId": "AIDAIENQZJOLO23YVJ4VO",
            "ApproximateFirstReceiveTimestamp": "1795478460001"
          },
          "messageAttributes": {
            "Region": {"stringValue": "north", "dataType": "String"},
            "weight": {"stringValue": "12.5", "dataType": "Number.kilogram"}
          },
          "md5OfBody": "098f6bcd4621d373cade4e832627b4f6",
          "eventSource": "aws:sqs",
          "eventSourceARN": "arn:aws:sqs:eu-west-1:123456789012:orders",
          "awsRegion": "eu-west-1"
        }
        """;

    Event event = function.event(batch(record));

    Function.assertHolds(
        Map.ofEntries(
            Map.entry("kind", "queue"),
            Map.entry("cloud", "aws"),
            Map.entry("trigger", "aws.sqs"),
            Map.entry("id", "059f36b4-87a3-44ab-83d2-661975830a7d"),
            Map.entry("source", QUEUE),
            Map.entry("time", "2026-11-24T00:01:00Z"),
            Map.entry("data.order", 4711L),
            Map.entry("attributes.Region", "north"),
            Map.entry("attributes.weight", 12.5),
            Map.entry("resource.id", QUEUE),
            Map.entry("resource.name", "orders"),
            Map.entry("resource.region", "eu-west-1"),
            Map.entry("resource.account", "123456789012"),
            Map.entry("delivery.attempt", 2L),
            Map.entry("delivery.enqueued", "2026-11-24T00:01:00Z")),
        event);
    assertFalse(event.has("partitionkey"), "a standard queue without groups has no key");
    Function.assertRaw(record, event);
  }

  @Test
  void binaryAttributesAreBytes() throws IOException {
    Map<String, Object> record = message("1", "text");
    record.put(
        "messageAttributes", Map.of("key", Map.of("dataType", "Binary", "binaryValue", "AQID")));

    Event event = function.event(batch(record));

    assertArrayEquals(new byte[] {1, 2, 3}, (byte[]) event.get("attributes.key"));
  }

  @Test
  void aBodyThatIsNoJsonIsText() throws IOException {
    Event event = function.event(batch(message("1", "Hello from SQS!")));

    assertEquals("Hello from SQS!", event.get("data"));
    assertFalse(event.has("dataerror"));
  }

  @Test
  void aBodyThatIsBrokenJsonIsHandedOverAsItCameAndSaysWhy() throws IOException {
    String deep = "[".repeat(10_000);
    for (String body : List.of("{\"key\": s3cr3t}", deep)) {
      function.answer(batch(message("1", body)));

      Event event = function.events().get(function.events().size() - 1);
      assertEquals(body, event.get("data"));
      assertTrue(event.text("dataerror").startsWith("[payload-"), event.text("dataerror"));
      assertFalse(event.text("dataerror").contains("s3cr3t"));
    }
  }

  @Test
  void aBatchThatIsDoneIsAnsweredWithoutFailures() throws IOException {
    String answer = function.answer(batch(message("1", "a"), message("2", "b")));

    assertEquals("{\"batchItemFailures\":[]}", answer);
    assertEquals(List.of("a", "b"), bodies());
  }

  @Test
  void onlyTheMessagesThatFailedAreDeliveredAgain() throws IOException {
    String answer =
        function.answer(
            batch(
                message("1", "a"), message("2", "fail"), message("3", "break"), message("4", "b")));

    assertEquals(
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"},{\"itemIdentifier\":\"3\"}]}", answer);
    assertEquals(List.of("a", "fail", "break", "b"), bodies());
    assertTrue(function.context.log().contains("failed on purpose"), function.context.log());
    assertTrue(function.context.log().contains("broken on purpose"), function.context.log());
  }

  @Test
  void aMessageInTheWrongShapeIsAFailureOfItsOwn() throws IOException {
    Map<String, Object> wrong = message("2", "b");
    wrong.put("body", List.of("s3cr3t"));

    String answer = function.answer(batch(message("1", "a"), wrong));

    assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}", answer);
    assertTrue(function.context.log().contains("[payload-wrong-shape]"), function.context.log());
    assertFalse(function.context.log().contains("s3cr3t"), function.context.log());
  }

  @Test
  void aBatchOfWhichNothingSucceededIsThrown() {
    String batch = batch(message("1", "fail"), message("2", "break"));

    assertThrows(IllegalStateException.class, () -> function.answer(batch));
    assertEquals(List.of("fail", "break"), bodies());
  }

  @Test
  void aMessageWithoutAnIdCannotBeReportedAndSoFailsTheBatch() {
    Map<String, Object> nameless = message("1", "a");
    nameless.remove("messageId");

    InvalidEventException refused =
        assertThrows(
            InvalidEventException.class, () -> function.answer(batch(message("2", "b"), nameless)));

    assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, refused.id());
    assertTrue(refused.getMessage().contains("Records[1].messageId"), refused.getMessage());
    assertEquals(List.of(), bodies());
  }

  @Test
  void onAFifoQueueTheLaterMessagesOfAFailedGroupAreHandedBackUnrun() throws IOException {
    String answer =
        function.answer(
            batch(
                fifo("1", "red", "a"),
                fifo("2", "red", "fail"),
                fifo("3", "blue", "b"),
                fifo("4", "red", "never"),
                fifo("5", "blue", "c")));

    assertEquals(
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"},{\"itemIdentifier\":\"4\"}]}", answer);
    assertEquals(List.of("a", "fail", "b", "c"), bodies());
    assertEquals("red", function.events().get(0).get("partitionkey"));
  }

  @Test
  void aFairQueueHasGroupsAndNoOrder() throws IOException {
    Map<String, Object> failing = message("1", "fail");
    failing.put("attributes", Map.of("MessageGroupId", "tenant"));
    Map<String, Object> later = message("2", "a");
    later.put("attributes", Map.of("MessageGroupId", "tenant"));

    String answer = function.answer(batch(failing, later));

    assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}", answer);
    assertEquals(List.of("fail", "a"), bodies());
  }

  private List<Object> bodies() {
    List<Object> bodies = new ArrayList<>();
    function.events().forEach(event -> bodies.add(event.get("data")));
    return bodies;
  }

  private static Map<String, Object> message(String id, String body) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageId", id);
    message.put("receiptHandle", "handle-" + id);
    message.put("body", body);
    message.put("eventSource", "aws:sqs");
    message.put("eventSourceARN", QUEUE);
    return message;
  }

  private static Map<String, Object> fifo(String id, String group, String body) {
    Map<String, Object> message = message(id, body);
    message.put("eventSourceARN", QUEUE + ".fifo");
    message.put("attributes", Map.of("MessageGroupId", group, "SequenceNumber", "1885" + id));
    return message;
  }

  @SafeVarargs
  private static String batch(Map<String, Object>... messages) {
    List<Object> records = new ArrayList<>();
    for (Map<String, Object> message : messages) {
      records.add(message);
    }
    return Json.writeText(Map.of("Records", records));
  }

  private static String batch(String record) {
    return "{\"Records\": [" + record + "]}";
  }
}

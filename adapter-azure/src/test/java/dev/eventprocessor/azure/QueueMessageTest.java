package dev.eventprocessor.azure;

import static dev.eventprocessor.azure.RecordingModule.assertHolds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.json.JsonLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Azure Service Bus and Storage queues, from what was bound to the portable event. */
class QueueMessageTest {

  @Test
  void aMessageOfAServiceBusQueueIsAPortableQueueEvent() {
    Event event =
        RecordingModule.event(
            Binding.serviceBusQueue("orders", "{\"order\": 4711}")
                .metadata("MessageId", "message-1")
                .metadata("Subject", "order.placed")
                .metadata("ContentType", "application/json")
                .metadata("SessionId", "customer-7")
                .metadata("PartitionKey", "partition-7")
                .metadata("SequenceNumber", "12")
                .metadata("CorrelationId", "correlation-1")
                .metadata("DeliveryCount", "2")
                .metadata("EnqueuedTimeUtc", "2026-11-24T00:01:00.123")
                .metadata("ExpiresAtUtc", "2026-11-25T00:01:00Z")
                .metadata("LockToken", "lock-1")
                .metadata("ReplyTo", "replies")
                .metadata("To", "orders")
                .metadata("ApplicationProperties", "{\"Region\": \"north\", \"weight\": 12}"));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "queue"),
            Map.entry("cloud", "azure"),
            Map.entry("trigger", "azure.servicebus"),
            Map.entry("id", "message-1"),
            Map.entry("subject", "order.placed"),
            Map.entry("time", "2026-11-24T00:01:00.123Z"),
            Map.entry("expirytime", "2026-11-25T00:01:00Z"),
            Map.entry("datacontenttype", "application/json"),
            Map.entry("partitionkey", "customer-7"),
            Map.entry("sequence", "12"),
            Map.entry("correlationid", "correlation-1"),
            Map.entry("data.order", 4711L),
            Map.entry("attributes.Region", "north"),
            Map.entry("attributes.weight", 12L),
            Map.entry("resource.name", "orders"),
            Map.entry("delivery.attempt", 2L),
            Map.entry("delivery.enqueued", "2026-11-24T00:01:00.123Z"),
            Map.entry("delivery.receipt", "lock-1"),
            Map.entry("message.replyto", "replies"),
            Map.entry("message.to", "orders")),
        event);
  }

  @Test
  void aMessageOfAServiceBusTopicIsAPortableTopicEvent() {
    Event event = RecordingModule.event(Binding.serviceBusTopic("alarms", "pager", "it burns"));

    assertHolds(
        Map.of(
            "kind", "topic",
            "trigger", "azure.servicebus",
            "data", "it burns",
            "resource.name", "alarms",
            "delivery.subscription", "pager"),
        event);
  }

  @Test
  void aMessageOfAStorageQueueIsAPortableQueueEvent() {
    Event event =
        RecordingModule.event(
            Binding.storageQueue("orders", "{\"order\": 4711}")
                .metadata("Id", "message-1")
                .metadata("DequeueCount", 3)
                .metadata("PopReceipt", "receipt-1")
                .metadata("InsertionTime", "2026-11-24T00:01:00+00:00")
                .metadata("ExpirationTime", "2026-12-01T00:01:00+00:00"));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "queue"),
            Map.entry("cloud", "azure"),
            Map.entry("trigger", "azure.queue"),
            Map.entry("id", "message-1"),
            Map.entry("time", "2026-11-24T00:01:00+00:00"),
            Map.entry("expirytime", "2026-12-01T00:01:00+00:00"),
            Map.entry("data.order", 4711L),
            Map.entry("resource.name", "orders"),
            Map.entry("delivery.attempt", 3L),
            Map.entry("delivery.receipt", "receipt-1")),
        event);
  }

  @Test
  void theRawEventIsAllThatWasBoundInTheHostsOwnWords() {
    Event event =
        RecordingModule.event(
            Binding.serviceBusTopic("alarms", "pager", "{}").metadata("MessageId", "message-1"));

    assertEquals(
        Map.of(
            "Data", "{}",
            "Metadata", Map.of("MessageId", "message-1"),
            "topic", "alarms",
            "subscription", "pager"),
        event.get("raw"));
  }

  @Test
  void whatWasNotBoundIsAbsent() {
    Event event =
        RecordingModule.event(Binding.serviceBusQueue("orders", null).metadata("MessageId", null));

    for (String unknown : List.of("id", "time", "data", "attributes", "delivery", "message")) {
      assertFalse(event.has(unknown), unknown + " was invented");
    }
  }

  @Test
  void olderExtensionsNamesAreKnown() {
    Event event =
        RecordingModule.event(
            Binding.serviceBusQueue("orders", "")
                .metadata("Label", "order.placed")
                .metadata("PartitionKey", "partition-7")
                .metadata("UserProperties", Map.of("Region", "north")));

    assertHolds(
        Map.of(
            "subject", "order.placed",
            "partitionkey", "partition-7",
            "attributes.Region", "north"),
        event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2      | 2
          "2"    | 2
          2.0    | 2
          2.5    |
          many   |
          1e999999999 |
          """)
  void aCountIsReadInWhateverFormTheHostSendsIt(String sent, Long attempt) {
    Event event =
        RecordingModule.event(Binding.storageQueue("q", "").metadata("DequeueCount", sent));

    assertEquals(attempt, event.has("delivery.attempt") ? event.get("delivery.attempt") : null);
  }

  @Test
  void aCountMayBeADoubleAsGsonReadsEveryNumber() {
    Event event =
        RecordingModule.event(Binding.storageQueue("q", "").metadata("DequeueCount", 2.0));

    assertEquals(2L, event.get("delivery.attempt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00",
        "24.11.2026 00:01",
        "2026-11-24",
        "2026-11-24T00:01:00 ",
        "2026-11-24T00:01:00.",
        "2026-11-24T00:01:00+1:00",
        "",
        "\"",
      })
  void whatIsNoTimeIsAbsent(String sent) {
    Event event =
        RecordingModule.event(Binding.serviceBusQueue("q", "").metadata("EnqueuedTimeUtc", sent));

    assertFalse(event.has("time"));
    assertEquals(sent, event.get("raw.Metadata.EnqueuedTimeUtc"));
  }

  @Test
  void textJsonAndBytesAreTold() {
    for (Binding hello : bindings("hello")) {
      assertEquals("hello", RecordingModule.event(hello).get("data"));
    }
    for (Binding json : bindings("[{\"a\": 1}]")) {
      assertEquals(List.of(Map.of("a", 1L)), RecordingModule.event(json).get("data"));
    }
    byte[] bytes = {1, 2, 3};
    assertArrayEquals(
        bytes, (byte[]) RecordingModule.event(Binding.storageQueue("q", bytes)).get("data"));
    assertEquals(
        Map.of("a", 1.0),
        RecordingModule.event(Binding.storageQueue("q", Map.of("a", 1.0))).get("data"));
  }

  @Test
  void contentThatLooksLikeJsonAndIsNoneIsHandedOverAsItCame() {
    for (String broken : List.of("{\"key\": s3cr3t}", "[".repeat(10_000))) {
      for (Binding binding : bindings(broken)) {
        Event event = RecordingModule.event(binding);

        assertEquals(broken, event.get("data"));
        assertTrue(event.text("dataerror").startsWith("[payload-"), event.text("dataerror"));
        assertFalse(event.text("dataerror").contains("s3cr3t"));
      }
    }
  }

  @Test
  void emptyMessagesAreEmptyText() {
    for (Binding empty : bindings("")) {
      assertEquals("", RecordingModule.event(empty).get("data"));
    }
  }

  @Test
  void messagesOfTwentyMegabytesAreTypedErrors() {
    assertTrue(JsonLimits.DEFAULT.maxBytes() < 20 * 1024 * 1024);
    for (Binding large : bindings("x".repeat(20 * 1024 * 1024))) {
      InvalidEventException refused =
          assertThrows(
              InvalidEventException.class,
              () -> FunctionsEntrypoint.run(large, new FakeExecutionContext()));

      assertEquals(ErrorId.PAYLOAD_TOO_LARGE, refused.id());
    }
  }

  /** A message by every trigger, as text and as bytes. */
  private static List<Binding> bindings(String message) {
    List<Binding> bindings = new ArrayList<>();
    for (Object value : List.of(message, message.getBytes(StandardCharsets.UTF_8))) {
      bindings.add(Binding.serviceBusQueue("q", value));
      bindings.add(Binding.serviceBusTopic("t", "s", value));
      bindings.add(Binding.storageQueue("q", value));
    }
    return bindings;
  }
}

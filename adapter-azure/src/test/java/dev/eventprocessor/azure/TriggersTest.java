package dev.eventprocessor.azure;

import static dev.eventprocessor.azure.RecordingModule.assertHolds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.fakes.azure.FakeHttpRequestMessage;
import dev.eventprocessor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sources of streams, stores, timers and requests make of what was bound. */
class TriggersTest {

  @Test
  void anEventOfAHubIsReadFromItsSystemPropertiesAlone() {
    Event event =
        RecordingModule.event(
            Binding.eventHub("telemetry", bytes("{\"t\": 21.5}"))
                .metadata(
                    "SystemProperties",
                    "{\"SequenceNumber\": 47, \"Offset\": \"3696\", \"PartitionKey\": \"k\","
                        + " \"EnqueuedTimeUtc\": \"2020-07-14T01:27:55.627\","
                        + " \"iothub-connection-device-id\": \"device-7\"}")
                .metadata("Properties", "{\"unit\": \"C\"}")
                .metadata(
                    "PartitionContext",
                    "{\"PartitionId\": \"3\", \"ConsumerGroup\": \"$Default\","
                        + " \"EventHubName\": \"other\"}"));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "stream"),
            Map.entry("trigger", "azure.eventhub"),
            Map.entry("subject", "device-7"),
            Map.entry("time", "2020-07-14T01:27:55.627Z"),
            Map.entry("recordedtime", "2020-07-14T01:27:55.627Z"),
            Map.entry("partitionkey", "k"),
            Map.entry("sequence", "47"),
            Map.entry("data.t", 21.5),
            Map.entry("attributes.unit", "C"),
            Map.entry("stream.name", "telemetry"),
            Map.entry("stream.partition", "3"),
            Map.entry("stream.offset", "3696"),
            Map.entry("delivery.idsource", "derived"),
            Map.entry("delivery.subscription", "$Default")),
        event);
  }

  @Test
  void anEventsIdIsTheSameAtEveryDeliveryAndAnotherForAnotherEvent() {
    String first = hubEvent("47").text("id");

    assertEquals(first, hubEvent("47").text("id"));
    assertNotEquals(first, hubEvent("48").text("id"));
  }

  private static Event hubEvent(String sequence) {
    return RecordingModule.event(
        Binding.eventHub("h", bytes("x"))
            .metadata("SequenceNumber", sequence)
            .metadata("Offset", "1")
            .metadata("PartitionContext", Map.of("PartitionId", "0")));
  }

  @Test
  void aKafkaRecordIsReadOutOfItsText() {
    Event event =
        RecordingModule.event(
            Binding.kafka(
                "declared",
                "{\"Offset\": 62, \"Partition\": 1, \"Topic\": \"prices\", \"Timestamp\":"
                    + " \"2020-06-20T05:06:25.139Z\", \"Value\": \"{\\\"p\\\": 1}\", \"Key\":"
                    + " \"k\", \"Headers\": [{\"Key\": \"h\", \"Value\": \"v\"}]}"));

    assertHolds(
        Map.of(
            "kind", "stream",
            "time", "2020-06-20T05:06:25.139Z",
            "partitionkey", "k",
            "sequence", "62",
            "data.p", 1L,
            "attributes.h", "v",
            "stream.name", "prices",
            "stream.partition", 1L,
            "stream.offset", 62L),
        event);
  }

  @Test
  void aTombstoneHasNoDataAndBytesAreTheValueItself() {
    Event tombstone =
        RecordingModule.event(
            Binding.kafka(
                "t", "{\"Offset\": 1, \"Partition\": 1, \"Topic\": \"t\", \"Value\": null}"));
    Event value = RecordingModule.event(Binding.kafka("t", new byte[] {1, 2}));

    assertFalse(tombstone.has("data"));
    assertArrayEquals(new byte[] {1, 2}, (byte[]) value.get("data"));
    assertEquals("t", value.get("stream.name"));
  }

  @Test
  void aDocumentOfTheChangeFeedIsAChange() {
    Event event =
        RecordingModule.event(
            Binding.cosmosDb(
                "shop",
                "orders",
                "[{\"id\": \"4711\", \"_rid\": \"r\", \"_lsn\": 12, \"_ts\": 1650036720}]"));

    assertHolds(
        Map.of(
            "kind", "change",
            "subject", "4711",
            "time", "2022-04-15T15:32:00Z",
            "sequence", "12",
            "change.database", "shop",
            "change.table", "orders",
            "change.key.id", "4711",
            "data.id", "4711",
            "delivery.size", 1L),
        event);
    assertFalse(event.has("change.op"), "the change feed does not tell");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ScheduleStatus\": {\"Last\": \"LAST\", \"Next\": \"NEXT\"}, \"IsPastDue\": true}",
        "{\"scheduleStatus\": {\"last\": \"LAST\", \"next\": \"NEXT\"}, \"isPastDue\": \"True\"}",
        "{\"Schedule\": {}, \"scheduleStatus\": {\"Last\": \"LAST\", \"next\": \"NEXT\"},"
            + " \"IsPastDue\": true}",
      })
  void aTimerIsReadInAnyCase(String json) {
    String timer =
        json.replace("LAST", "2022-03-28T15:40:00.0105419-05:00")
            .replace("NEXT", "2022-03-28T15:45:00-05:00");

    Event event = RecordingModule.event(Binding.timer(timer));

    assertHolds(
        Map.of(
            "kind", "schedule",
            "schedule.name", "function",
            "schedule.last", "2022-03-28T15:40:00.0105419-05:00",
            "schedule.next", "2022-03-28T15:45:00-05:00",
            "schedule.late", true),
        event);
    assertTrue(event.has("id"));
  }

  @Test
  void aTimerThatNeverRanHasNoLast() {
    Event event =
        RecordingModule.event(
            Binding.timer("{\"ScheduleStatus\": {\"Last\": \"0001-01-01T00:00:00\"}}"));

    assertFalse(event.has("schedule.last"));
    assertFalse(event.has("id"), "nothing names this tick");
    assertFalse(event.has("schedule.late"));
  }

  @Test
  void aBlobIsItsContentWithItsProperties() {
    Event event =
        RecordingModule.event(
            Binding.blob("invoices/{customer}/{name}.json", bytes("{\"total\": 5}"))
                .metadata("BlobTrigger", "invoices/c-1/4711.json")
                .metadata("Uri", "\"https://a.blob.core.windows.net/invoices/c-1/4711.json\"")
                .metadata("Metadata", "{\"Source\": \"mail\"}")
                .metadata(
                    "Properties",
                    "{\"ContentLength\": \"12\", \"ETag\": \"\\\"0x8D\\\"\", \"ContentType\":"
                        + " \"application/json\", \"LastModified\":"
                        + " \"2020-12-04T21:30:05+00:00\", \"BlobType\": 2}"));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "object"),
            Map.entry("source", "https://a.blob.core.windows.net/invoices"),
            Map.entry("subject", "c-1/4711.json"),
            Map.entry("time", "2020-12-04T21:30:05+00:00"),
            Map.entry("datacontenttype", "application/json"),
            Map.entry("data.total", 5L),
            Map.entry("attributes.Source", "mail"),
            Map.entry("object.bucket", "invoices"),
            Map.entry("object.key", "c-1/4711.json"),
            Map.entry("object.size", 12L),
            Map.entry("object.etag", "0x8D"),
            Map.entry("object.pathparams.customer", "c-1"),
            Map.entry("object.pathparams.name", "4711")),
        event);
  }

  @Test
  void aBlobMayBeLargerThanAnyMessage() {
    byte[] content = new byte[20 * 1024 * 1024];

    Event event = RecordingModule.event(Binding.blob("c/{name}", content));

    assertEquals(content.length, ((byte[]) event.get("data")).length);
  }

  @Test
  void aRequestsQueryIsReadFromItsAddress() {
    Event event =
        RecordingModule.event(
            Binding.http(
                new FakeHttpRequestMessage(
                    "post",
                    "https://app.example/api/orders?a=1&a=2&b=&c&d=x%20y&e=",
                    Map.of(
                        "Content-Type", "application/json",
                        "cookie", "s=1; t=a=b; nothing",
                        "x-custom", "v"),
                    bytes("{\"sku\": \"a\"}"))));

    assertHolds(
        Map.of(
            "kind", "http",
            "http.method", "POST",
            "http.path", "/api/orders",
            "http.query",
                Map.of(
                    "a", List.of("1", "2"),
                    "b", List.of(""),
                    "c", List.of(""),
                    "d", List.of("x y"),
                    "e", List.of("")),
            "http.headers",
                Map.of(
                    "content-type", List.of("application/json"),
                    "cookie", List.of("s=1; t=a=b; nothing"),
                    "x-custom", List.of("v")),
            "http.cookies", Map.of("s", "1", "t", "a=b"),
            "http.host", "app.example",
            "data.sku", "a"),
        event);
    assertEquals("v", event.get("raw.Data.Headers.x-custom"));
  }

  @ParameterizedTest
  @CsvSource({"GET, 'http://a/b c', address", "BREW, 'http://a/b', method"})
  void aRequestThatTheLibraryCannotReadIsATypedError(String method, String url, String told) {
    InvalidEventException refused =
        assertThrows(
            InvalidEventException.class,
            () ->
                RecordingModule.event(
                    Binding.http(new FakeHttpRequestMessage(method, url, Map.of(), null))));

    assertTrue(refused.getMessage().contains(told), refused.getMessage());
    assertFalse(refused.getMessage().contains("b c"), "nothing of the request is told");
  }

  @Test
  void aCloudEventInAQueuesMessageIsOpened() {
    String cloudEvent =
        Json.writeText(
            Map.of(
                "specversion", "1.0", "id", "e-1", "source", "/s", "type", "t", "data", "hello"));

    Event event =
        RecordingModule.event(
            Binding.storageQueue("q", cloudEvent)
                .metadata("Id", "m-1")
                .metadata("DequeueCount", 2));

    assertHolds(
        Map.of(
            "id", "e-1",
            "type", "t",
            "data", "hello",
            "delivery.id", "m-1",
            "delivery.attempt", 2L,
            "delivery.path", List.of("azure.queue")),
        event);
  }

  @Test
  void aStoredCloudEventIsWhatIsStoredAndNotAnEvent() {
    String cloudEvent =
        "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"s\", \"type\": \"t\"}";

    assertEquals("change", kind(Binding.cosmosDb("d", "c", "[" + cloudEvent + "]")));
    assertEquals("object", kind(Binding.blob("c/{name}", cloudEvent)));
    assertEquals("bus", kind(Binding.eventHub("h", cloudEvent)));
  }

  private static Object kind(Binding binding) {
    return RecordingModule.event(binding).get("kind");
  }

  @Test
  void aServiceBusMessageWithoutAnIdIsNamedByTheBrokersNumber() {
    Binding binding = Binding.serviceBusQueue("orders", "x").metadata("SequenceNumber", 7L);

    Event event = RecordingModule.event(binding);

    assertHolds(Map.of("sequence", "7", "delivery.idsource", "derived"), event);
    assertTrue(event.has("id"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

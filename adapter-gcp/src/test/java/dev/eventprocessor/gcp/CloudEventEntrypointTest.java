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
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.fakes.gcp.FakeCloudEvent;
import dev.eventprocessor.json.JsonLimits;
import io.cloudevents.SpecVersion;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any CloudEvent but Pub/Sub's, and what is true of all. */
class CloudEventEntrypointTest {

  @Test
  void aCloudEventIsAPortableBusEvent() {
    Event event =
        RecordingModule.event(
            new FakeCloudEvent("com.example.order.placed")
                .with("subject", "orders/4711")
                .with("time", OffsetDateTime.parse("2026-11-24T00:01:00Z"))
                .with("dataschema", URI.create("https://example.com/order.json"))
                .with("datacontenttype", "application/json")
                .extension("partitionkey", "customer-7")
                .data("{\"total\": 12.50}"));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "bus"),
            Map.entry("cloud", "gcp"),
            Map.entry("trigger", "gcp.cloudevents"),
            Map.entry("id", "event-1"),
            Map.entry("source", "//example.com/source"),
            Map.entry("type", "com.example.order.placed"),
            Map.entry("subject", "orders/4711"),
            Map.entry("time", "2026-11-24T00:01:00Z"),
            Map.entry("dataschema", "https://example.com/order.json"),
            Map.entry("datacontenttype", "application/json"),
            Map.entry("data.total", 12.5),
            Map.entry("attributes.partitionkey", "customer-7")),
        event);
  }

  @Test
  void theRawEventIsTheCloudEventUnderItsOwnNamesWithJsonsTypes() {
    Event event =
        RecordingModule.event(
            new FakeCloudEvent("com.example.order.placed")
                .with("time", OffsetDateTime.parse("2026-11-24T00:00+01:00"))
                .extension("priority", 3)
                .extension("express", true)
                .extension("link", URI.create("https://example.com/"))
                .extension("due", OffsetDateTime.parse("2026-11-25T00:00Z"))
                .data("[1]"));

    assertEquals(
        Map.of(
            "specversion", "1.0",
            "id", "event-1",
            "type", "com.example.order.placed",
            "source", "//example.com/source",
            "time", "2026-11-24T00:00:00+01:00",
            "priority", 3L,
            "express", true,
            "link", "https://example.com/",
            "due", "2026-11-25T00:00:00Z",
            "data", List.of(1L)),
        event.get("raw"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T00:00Z, 2026-11-24T00:00:00Z",
    "2026-11-24T00:00:07Z, 2026-11-24T00:00:07Z",
    "2026-11-24T00:00:00.120Z, 2026-11-24T00:00:00.120Z",
    "2026-11-24T00:00-03:30, 2026-11-24T00:00:00-03:30",
    "0000-01-01T00:00Z, 0000-01-01T00:00:00Z",
  })
  void aTimeIsRfc3339Text(OffsetDateTime time, String text) {
    Event event = RecordingModule.event(new FakeCloudEvent("t").with("time", time));

    assertHolds(Map.of("time", text, "raw.time", text), event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01T00:00Z", "-0001-01-01T00:00Z", "2026-11-24T00:00+01:00:30"})
  void aTimeThatRfc3339CannotSayIsAbsentAndStandsInTheRawEvent(OffsetDateTime time) {
    Event event = RecordingModule.event(new FakeCloudEvent("t").with("time", time));

    assertFalse(event.has("time"));
    assertEquals(time.toString(), event.get("raw.time"));
  }

  @Test
  void theFrameworkIsAskedForTheDatasBytesOnce() {
    FakeCloudEvent cloudEvent = FakeCloudEvent.pubSub("{\"message\": {\"data\": \"e30=\"}}");

    Event event = RecordingModule.event(cloudEvent);

    assertTrue(event.has("data"));
    assertTrue(event.has("raw.data.message"));
    assertEquals(1, cloudEvent.dataReads());
  }

  @Test
  void whatACloudEventHasNotIsAbsentThoughItNamesAllThatTheSpecificationKnows() {
    Event event =
        RecordingModule.event(
            new FakeCloudEvent("com.example.ping") {
              @Override
              public Set<String> getAttributeNames() {
                return SpecVersion.V1.getAllAttributes();
              }
            });

    for (String unknown :
        List.of("subject", "time", "dataschema", "datacontenttype", "data", "attributes")) {
      assertFalse(event.has(unknown), unknown + " was invented");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                 | {"a": {"b": 1}} | 1
          application/cloudevents+json     | {"a": {"b": 2}} | 2
          application/json; charset=utf-8  | {"a": {"b": 3}} | 3
                                           | {"a": {"b": 4}} | 4
          """)
  void jsonIsDecodedWhereItIsDeclaredOrLooksLikeIt(String type, String data, long inside) {
    FakeCloudEvent cloudEvent = new FakeCloudEvent("t").data(data);
    if (type != null) {
      cloudEvent.with("datacontenttype", type);
    }

    assertEquals(inside, RecordingModule.event(cloudEvent).get("data.a.b"));
  }

  @Test
  void textIsText() {
    Event event =
        RecordingModule.event(
            new FakeCloudEvent("t").with("datacontenttype", "text/plain").data("{\"a\": 1}"));

    assertEquals("{\"a\": 1}", event.get("data"));
  }

  @Test
  void otherMediaTypesAreBytes() {
    byte[] bytes = {'{', '}', 3};

    Event event =
        RecordingModule.event(
            new FakeCloudEvent("t").with("datacontenttype", "image/png").data(bytes));

    assertArrayEquals(bytes, (byte[]) event.get("data"));
    assertFalse(event.has("dataerror"));
  }

  @Test
  void declaredJsonThatIsNoneIsHandedOverAsItCameAndSaysWhy() {
    for (String broken : List.of("{\"a\": s3cr3t}", "", "[".repeat(10_000))) {
      Event event =
          RecordingModule.event(
              new FakeCloudEvent("t").with("datacontenttype", "application/json").data(broken));

      assertEquals(broken, event.get("data"));
      assertTrue(event.text("dataerror").startsWith("[payload-"), event.text("dataerror"));
      assertFalse(event.text("dataerror").contains("s3cr3t"));
    }
  }

  @Test
  void dataIsReadUpToTheLimitAndRefusedBeyondIt() {
    byte[] largest = new byte[JsonLimits.DEFAULT.maxBytes()];
    assertArrayEquals(
        largest, (byte[]) RecordingModule.event(new FakeCloudEvent("t").data(largest)).get("data"));

    for (int size : List.of(JsonLimits.DEFAULT.maxBytes() + 1, 20 * 1024 * 1024)) {
      InvalidEventException refused =
          assertThrows(
              InvalidEventException.class,
              () -> RecordingModule.event(new FakeCloudEvent("t").data(new byte[size])));

      assertEquals(ErrorId.PAYLOAD_TOO_LARGE, refused.id());
    }
  }

  @Test
  void whatAProcessorThrowsReachesTheFrameworkAsItIs() {
    FakeCloudEvent failing = new FakeCloudEvent("t").data("fail");

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> RecordingModule.event(failing));

    assertEquals("failed on purpose", thrown.getMessage());
  }

  @Test
  void withoutAnApplicationTheInstanceDoesNotStart() {
    ConfigurationException missing =
        assertThrows(ConfigurationException.class, CloudEventEntrypoint::new);

    assertEquals(ErrorId.MODULE_MISSING, missing.id());
  }
}

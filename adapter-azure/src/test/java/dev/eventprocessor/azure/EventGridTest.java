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
import dev.eventprocessor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Azure Event Grid, from what was bound to the portable event. */
class EventGridTest {

  private static final String SECRET = "s3cr3t";

  @Test
  void anEventInEventGridsOwnSchemaIsAPortableBusEvent() {
    String json =
        """
        {
          "id": "831e1650-001e-001b-66ab-eeb76e069631",
          "topic": "/subscriptions/1/resourceGroups/shop/providers/Microsoft.Storage/a",
          "subject": "/blobServices/default/containers/orders/blobs/4711.json",
          "eventType": "Contoso.Orders.Placed",
          "eventTime": "2026-11-24T00:01:00.1234567Z",
          "dataVersion": "1",
          "metadataVersion": "1",
          "data": {"contentLength": 524288}
        }
        """;

    Event event = RecordingModule.event(Binding.eventGrid(json));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "bus"),
            Map.entry("cloud", "azure"),
            Map.entry("trigger", "azure.eventgrid"),
            Map.entry("id", "831e1650-001e-001b-66ab-eeb76e069631"),
            Map.entry(
                "source", "/subscriptions/1/resourceGroups/shop/providers/Microsoft.Storage/a"),
            Map.entry("type", "Contoso.Orders.Placed"),
            Map.entry("resource.account", "1"),
            Map.entry("resource.name", "a"),
            Map.entry("subject", "/blobServices/default/containers/orders/blobs/4711.json"),
            Map.entry("time", "2026-11-24T00:01:00.1234567Z"),
            Map.entry("data.contentLength", 524288L)),
        event);
    assertEquals(Json.read(json), event.get("raw"));
  }

  @Test
  void aTimeWithoutItsZoneIsUtcAndATextThatIsNoTimeIsNone() {
    String json =
        "{\"id\": \"1\", \"subject\": \"s\", \"eventType\": \"t\", \"eventTime\": \"%s\","
            + " \"dataVersion\": \"\"}";

    Event zoneless =
        RecordingModule.event(Binding.eventGrid(json.formatted("2026-11-24T00:01:00.5")));
    Event none = RecordingModule.event(Binding.eventGrid(json.formatted("yesterday")));

    assertEquals("2026-11-24T00:01:00.5Z", zoneless.text("time"));
    assertFalse(none.has("time"));
    assertFalse(none.has("dataschema"), "the empty version says nothing");
  }

  @Test
  void aCloudEventIsAPortableBusEvent() {
    String json =
        """
        {
          "specversion": "1.0",
          "id": "event-1",
          "source": "/subscriptions/1",
          "type": "Contoso.Items.Received",
          "subject": "items/1",
          "time": "2026-11-24T00:01:00Z",
          "datacontenttype": "application/json",
          "dataschema": "#1",
          "partitionkey": "customer-7",
          "data": {"sku": "a"}
        }
        """;

    Event event = RecordingModule.event(Binding.eventGrid(json));

    assertHolds(
        Map.ofEntries(
            Map.entry("trigger", "azure.eventgrid"),
            Map.entry("id", "event-1"),
            Map.entry("source", "/subscriptions/1"),
            Map.entry("type", "Contoso.Items.Received"),
            Map.entry("subject", "items/1"),
            Map.entry("time", "2026-11-24T00:01:00Z"),
            Map.entry("datacontenttype", "application/json"),
            Map.entry("dataschema", "#1"),
            Map.entry("data.sku", "a"),
            Map.entry("attributes.partitionkey", "customer-7")),
        event);
    assertEquals(Json.read(json), event.get("raw"));
  }

  @Test
  void aCloudEventsBase64DataIsDecodedOnce() {
    String bytes = "{\"specversion\": \"1.0\", \"data_base64\": \"AQID\"}";
    String text =
        "{\"specversion\": \"1.0\", \"datacontenttype\": \"text/plain\","
            + " \"data_base64\": \"aGVsbG8=\"}";

    assertArrayEquals(
        new byte[] {1, 2, 3}, (byte[]) RecordingModule.event(Binding.eventGrid(bytes)).get("data"));
    assertEquals("hello", RecordingModule.event(Binding.eventGrid(text)).get("data"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"id\": \"1\", \"sku\": \"a\"}", "{\"eventType\": \"mine\"}"})
  void anEventInACustomSchemaIsItsData(String json) {
    Event event = RecordingModule.event(Binding.eventGrid(json));

    assertHolds(Map.of("trigger", "azure.eventgrid", "data", Json.read(json)), event);
    assertFalse(event.has("id"));
    assertFalse(event.has("type"));
  }

  @Test
  void textBytesAndMapsSayTheSame() {
    String json = "{\"specversion\": \"1.0\", \"id\": \"event-1\", \"data\": [1, \"a\", null]}";
    Event event = RecordingModule.event(Binding.eventGrid(json));

    for (Object value : new Object[] {json.getBytes(StandardCharsets.UTF_8), Json.read(json)}) {
      assertEquals(event.asMap(), RecordingModule.event(Binding.eventGrid(value)).asMap());
    }
  }

  @Test
  void whatIsNoJsonIsATypedErrorWithoutAWordOfIt() {
    assertRefused(ErrorId.PAYLOAD_EMPTY, "");
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, SECRET);
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, "{\"id\": \"" + SECRET);
    assertRefused(ErrorId.PAYLOAD_TOO_LARGE, SECRET + " ".repeat(20 * 1024 * 1024));
    assertRefused(ErrorId.PAYLOAD_TOO_DEEP, "{\"data\":".repeat(10_000) + "\"" + SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null                                                | event should be a map but is missing
          ["s3cr3t"]                                          | event should be a map but is a list
          "s3cr3t"                                            | event should be a map but is text
          {"specversion": "1.0", "id": {"s3cr3t": 1}}         | id should be text but is a map
          {"specversion": "1.0", "data_base64": "s3cr3t!"}    | data_base64 should be base64
          """)
  void anEventInTheWrongShapeIsATypedErrorThatNamesTheField(String json, String told) {
    InvalidEventException refused = assertRefused(ErrorId.PAYLOAD_WRONG_SHAPE, json);

    assertTrue(refused.getMessage().contains(told), refused.getMessage());
  }

  @Test
  void nothingBoundIsATypedError() {
    InvalidEventException refused =
        assertThrows(
            InvalidEventException.class,
            () -> FunctionsEntrypoint.run(Binding.eventGrid(null), new FakeExecutionContext()));

    assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, refused.id());
  }

  private static InvalidEventException assertRefused(ErrorId id, String event) {
    FakeExecutionContext context = new FakeExecutionContext();

    InvalidEventException refused =
        assertThrows(
            InvalidEventException.class,
            () -> FunctionsEntrypoint.run(Binding.eventGrid(event), context));

    assertEquals(id, refused.id());
    assertTrue(refused.getMessage().startsWith("[" + id.text() + "] "), refused.getMessage());
    assertFalse(refused.getMessage().contains(SECRET), refused.getMessage());
    assertEquals("", context.log());
    return refused;
  }
}

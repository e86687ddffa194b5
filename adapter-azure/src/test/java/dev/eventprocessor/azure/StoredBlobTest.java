package dev.eventprocessor.azure;

import static dev.eventprocessor.azure.RecordingModule.assertHolds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.eventprocessor.Event;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of a store that Event Grid brings: the same words as for another cloud's objects. */
class StoredBlobTest {

  private static final String CREATED =
      """
      {
        "id": "831e1650",
        "topic": "/subscriptions/s-1/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a",
        "subject": "/blobServices/default/containers/orders/blobs/2026/11/4711.json",
        "eventType": "Microsoft.Storage.BlobCreated",
        "eventTime": "2026-11-24T00:01:00.1234567Z",
        "dataVersion": "1",
        "metadataVersion": "1",
        "data": {
          "contentLength": 524288,
          "contentType": "application/json",
          "eTag": "\\"0x8D4\\"",
          "sequencer": "00000000000004420000000000028963",
          "url": "https://a.blob.core.windows.net/orders/2026/11/4711.json"
        }
      }
      """;

  @Test
  void aBlobThatWasCreatedIsAnObjectEvent() {
    Event event = RecordingModule.event(Binding.eventGrid(CREATED));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "object"),
            Map.entry("trigger", "azure.eventgrid"),
            Map.entry("id", "831e1650"),
            Map.entry("type", "Microsoft.Storage.BlobCreated"),
            Map.entry("subject", "2026/11/4711.json"),
            Map.entry("resource.account", "s-1"),
            Map.entry("resource.name", "a"),
            Map.entry("object.action", "created"),
            Map.entry("object.bucket", "orders"),
            Map.entry("object.key", "2026/11/4711.json"),
            Map.entry("object.size", 524288L),
            Map.entry("object.etag", "0x8D4"),
            Map.entry("object.contenttype", "application/json"),
            Map.entry("object.sequencer", "00000000000004420000000000028963"),
            Map.entry("object.url", "https://a.blob.core.windows.net/orders/2026/11/4711.json"),
            Map.entry("data.contentLength", 524288L)),
        event);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Storage.BlobCreated, object, created",
    "Microsoft.Storage.BlobDeleted, object, deleted",
    "Microsoft.Storage.DirectoryDeleted, object, deleted",
    "Microsoft.Storage.BlobTierChanged, object, ",
    "Microsoft.Storage.BlobInventoryPolicyCompleted, bus, ",
    "Microsoft.Storage.LifecyclePolicyCompleted, bus, ",
    "Microsoft.Storage, bus, ",
    "Contoso.Storage.BlobCreated, bus, ",
  })
  void theTypeSaysWhatHappened(String type, String kind, String action) {
    String json = CREATED.replace("Microsoft.Storage.BlobCreated", type);

    Event event = RecordingModule.event(Binding.eventGrid(json));

    assertEquals(kind, event.get("kind"));
    assertEquals(action, event.get("object.action"));
  }

  @Test
  void bothSchemasSayTheSameOfTheBlob() {
    String cloudEvent =
        CREATED
            .replace("\"eventType\"", "\"type\"")
            .replace("\"eventTime\"", "\"time\"")
            .replace("\"topic\"", "\"source\"")
            .replace("\"dataVersion\": \"1\",", "\"specversion\": \"1.0\",")
            .replace("\"metadataVersion\": \"1\",", "");

    Event event = RecordingModule.event(Binding.eventGrid(cloudEvent));

    Event own = RecordingModule.event(Binding.eventGrid(CREATED));
    for (String key : new String[] {"id", "kind", "source", "type", "subject", "time", "object"}) {
      assertEquals(own.get(key), event.get(key), key);
    }
  }

  @Test
  void aSubjectInAnotherFormIsLeftAsItIs() {
    Event event =
        RecordingModule.event(
            Binding.eventGrid(CREATED.replace("/blobServices/default", "/elsewhere")));

    assertEquals("/elsewhere/containers/orders/blobs/2026/11/4711.json", event.get("subject"));
    assertFalse(event.has("object.key"));
  }
}

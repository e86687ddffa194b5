package dev.eventprocessor.gcp;

import static dev.eventprocessor.gcp.RecordingModule.assertHolds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.fakes.gcp.FakeCloudEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each trigger's CloudEvents, as the framework hands them over. */
class TriggersTest {

  private static final String OBJECT =
      """
      {"bucket": "photos", "name": "2026/a b.png", "generation": "1587627537231057", "size": "352",
       "metageneration": "1", "etag": "CNHZ", "contentType": "image/png", "mediaLink": "https://m"}
      """;

  @ParameterizedTest
  @CsvSource({
    "finalized, created",
    "deleted, deleted",
    "archived, archived",
    "metadataUpdated, metadata",
  })
  void whatHappenedToAnObjectIsItsAction(String verb, String action) {
    for (String json : List.of(OBJECT, OBJECT.replace("\"352\"", "352"))) {
      Event event = RecordingModule.event(storage("google.cloud.storage.object.v1." + verb, json));

      assertHolds(
          Map.ofEntries(
              Map.entry("kind", "object"),
              Map.entry("trigger", "gcp.storage"),
              Map.entry("object.action", action),
              Map.entry("object.bucket", "photos"),
              Map.entry("object.key", "2026/a b.png"),
              Map.entry("object.version", "1587627537231057"),
              Map.entry("object.size", 352L),
              Map.entry("object.etag", "CNHZ"),
              Map.entry("object.contenttype", "image/png"),
              Map.entry("object.url", "https://m"),
              Map.entry("subject", "objects/2026/a b.png"),
              Map.entry("resource.name", "photos"),
              Map.entry("data.name", "2026/a b.png")),
          event);
      assertFalse(event.has("resource.account"), "the project _ is nobody's");
    }
  }

  @Test
  void anObjectThatDoesNotExistAnyMoreWasDeletedWhateverTheTypeSays() {
    String gone = OBJECT.replace("{", "{\"resourceState\": \"not_exists\", ");

    Event event = RecordingModule.event(storage("google.cloud.storage.object.v1.finalized", gone));

    assertHolds(
        Map.of("object.action", "deleted", "type", "google.cloud.storage.object.v1.deleted"),
        event);
  }

  @Test
  void anObjectsDataThatDoesNotDecodeIsNoMissingEvent() {
    Event event =
        RecordingModule.event(storage("google.cloud.storage.object.v1.deleted", "{\"s3cret"));

    assertHolds(Map.of("object.action", "deleted", "data", "{\"s3cret"), event);
    assertEquals(true, event.has("dataerror"));
  }

  @ParameterizedTest
  @CsvSource({
    "created, false, true, insert",
    "updated, true, true, modify",
    "deleted, true, false, remove",
    "written, false, true, insert",
    "written, true, true, modify",
    "written, true, false, remove",
    "created.withAuthContext, false, true, insert",
    "written.withAuthContext, true, false, remove",
  })
  void whatHappenedToADocumentIsTheOperation(String verb, boolean old, boolean now, String op) {
    WireWriter bytes = new WireWriter();
    if (now) {
      bytes.message(1, WireWriter.document("d", Map.of("n", 2L)));
    }
    if (old) {
      bytes.message(2, WireWriter.document("d", Map.of("n", 1L)));
    }
    FakeCloudEvent cloudEvent =
        firestore(verb).with("datacontenttype", "application/protobuf").data(bytes.toBytes());

    Event event = RecordingModule.event(cloudEvent);

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "change"),
            Map.entry("trigger", "gcp.firestore"),
            Map.entry("change.op", op),
            Map.entry("change.table", "orders"),
            Map.entry("change.key", Map.of("id", "o 1", "path", "users/u1/orders/o 1")),
            Map.entry("resource.name", "(default)"),
            Map.entry("resource.account", "shop"),
            Map.entry("attributes.authid", "user-7"),
            Map.entry("datacontenttype", "application/protobuf")),
        event);
    assertEquals(old ? 1L : null, event.get("change.before.n"));
    assertEquals(now ? 2L : null, event.get("change.after.n"));
    assertEquals(old, event.has("change.before"));
    assertEquals(now, event.has("data.value"));
    assertArrayEquals(bytes.toBytes(), (byte[]) event.get("raw.data"), "raw is as it came");
  }

  @Test
  void aDocumentInJsonIsTheSameEvent() {
    String json =
        """
        {"value": {"name": "d", "fields": {"n": {"integerValue": "2"}}}, "oldValue": {},
         "updateMask": {"fieldPaths": ["n"]}}
        """;

    Event event =
        RecordingModule.event(
            firestore("written").with("datacontenttype", "application/json").data(json));

    assertHolds(
        Map.of(
            "change.op",
            "insert",
            "change.after",
            Map.of("n", 2L),
            "change.fields",
            List.of("n"),
            "raw.data.value.fields.n.integerValue",
            "2"),
        event);
  }

  @Test
  void bytesThatNobodyDeclaredAreADocumentToo() {
    byte[] text = new WireWriter().message(1, WireWriter.document("n", Map.of())).toBytes();

    Event event = RecordingModule.event(firestore("created").data(text));

    assertEquals("n", event.get("data.value.name"));
  }

  @Test
  void aDocumentThatIsNoneIsATypedError() {
    for (FakeCloudEvent broken :
        List.of(
            firestore("created").with("datacontenttype", "application/protobuf").data("s3cret"),
            firestore("created").with("datacontenttype", "application/json").data("{s3cret"),
            firestore("created").with("datacontenttype", "application/json").data("[1]"))) {
      InvalidEventException e =
          assertThrows(InvalidEventException.class, () -> RecordingModule.event(broken));

      assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, e.id());
      assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          written | {"data": null, "delta": 10}          | insert
          written | {"data": {"a": 1}, "delta": {"a": 2}}| modify
          written | {"data": {"a": 1}, "delta": null}    | remove
          deleted | {"data": {"a": 1}, "delta": null}    | remove
          created | {"data": null, "delta": "x"}         | insert
          """)
  void aChangeInTheRealtimeDatabase(String verb, String json, String op) {
    Event event =
        RecordingModule.event(
            new FakeCloudEvent("google.firebase.database.ref.v1." + verb)
                .with(
                    "source",
                    URI.create(
                        "//firebasedatabase.googleapis.com/projects/_/locations/europe-west1/instances/i"))
                .with("subject", "refs/chats/c1")
                .with("datacontenttype", "application/json")
                .data(json));

    assertHolds(
        Map.of(
            "kind", "change",
            "trigger", "gcp.firebase-database",
            "change.op", op,
            "change.key.path", "chats/c1",
            "resource.name", "i",
            "resource.region", "europe-west1"),
        event);
    assertEquals(json.contains("\"data\": {"), event.has("change.before"));
  }

  @Test
  void aTickInACloudEventHasTheJobsPayload() {
    Event event =
        RecordingModule.event(
            new FakeCloudEvent(SchedulerSource.TYPE)
                .with(
                    "source",
                    URI.create(
                        "//cloudscheduler.googleapis.com/projects/p/locations/l/jobs/nightly"))
                .with("datacontenttype", "application/json")
                .data("{\"customData\": \"" + base64("{\"a\": 1}") + "\"}"));

    assertHolds(
        Map.of(
            "kind", "schedule",
            "trigger", "gcp.scheduler",
            "schedule.name", "nightly",
            "data.a", 1L,
            "resource.region", "l"),
        event);
  }

  @ParameterizedTest
  @CsvSource({
    "google.cloud.audit.log.v1.written, gcp.audit-log",
    "google.cloud.cloudbuild.build.v1.statusChanged, gcp.cloudbuild",
    "google.firebase.auth.user.v1.created, gcp.firebase-auth",
    "google.firebase.auth.user.v2.deleted, gcp.firebase-auth",
    "google.firebase.firebasealerts.alerts.v1.published, gcp.firebase-alerts",
    "google.firebase.analytics.log.v1.written, gcp.firebase-analytics",
    "google.firebase.remoteconfig.remoteConfig.v1.updated, gcp.firebase-remoteconfig",
    "google.firebase.testlab.testMatrix.v1.completed, gcp.firebase-testlab",
    "google.cloud.something.new.v1.happened, gcp.cloudevents",
    "com.example.order, gcp.cloudevents",
  })
  void allOthersAreEventsOnABus(String type, String trigger) {
    Event event =
        RecordingModule.event(
            new FakeCloudEvent(type).extension("methodname", "m").data("{\"a\": 1}"));

    assertHolds(
        Map.of("kind", "bus", "trigger", trigger, "attributes.methodname", "m", "data.a", 1L),
        event);
  }

  @ParameterizedTest
  @CsvSource({
    "OBJECT_FINALIZE, created, finalized",
    "OBJECT_DELETE, deleted, deleted",
    "OBJECT_ARCHIVE, archived, archived",
    "OBJECT_METADATA_UPDATE, metadata, metadataUpdated",
  })
  void aNotificationOfCloudStorageInAMessageIsOpened(String eventType, String action, String verb) {
    Event event = RecordingModule.event(FakeCloudEvent.pubSub(notification(eventType, OBJECT)));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "object"),
            Map.entry("trigger", "gcp.pubsub"),
            Map.entry("delivery.path", List.of("gcp.pubsub")),
            Map.entry("delivery.id", "m-1"),
            Map.entry("source", "//storage.googleapis.com/projects/_/buckets/photos"),
            Map.entry("type", "google.cloud.storage.object.v1." + verb),
            Map.entry("subject", "objects/2026/a b.png"),
            Map.entry("time", "2026-11-24T00:00:59Z"),
            Map.entry("object.action", action),
            Map.entry("object.key", "2026/a b.png"),
            Map.entry("object.version", "1587627537231057"),
            Map.entry("object.size", 352L),
            Map.entry("data.bucket", "photos")),
        event);
    assertEquals(event.text("id"), again(eventType).text("id"), "the same at every delivery");
  }

  @Test
  void aNotificationWithoutTheObjectSaysWhatItsAttributesSay() {
    String none =
        notification("OBJECT_FINALIZE", OBJECT).replaceFirst("\"data\": \"[^\"]*\", ", "");

    Event event = RecordingModule.event(FakeCloudEvent.pubSub(none));

    assertHolds(
        Map.of("kind", "topic"),
        RecordingModule.event(
            FakeCloudEvent.pubSub(
                "{\"message\": {\"attributes\": {\"eventType\": \"OBJECT_FINALIZE\"}}}")));
    assertHolds(Map.of("kind", "object", "object.bucket", "photos"), event);
    assertFalse(event.has("data"));
  }

  @Test
  void aCloudEventInAMessageIsOpened() {
    String inner =
        "{\"specversion\": \"1.0\", \"id\": \"i\", \"source\": \"s\", \"type\": \"t\", \"data\": 1}";

    Event event =
        RecordingModule.event(
            FakeCloudEvent.pubSub(
                "{\"message\": {\"messageId\": \"m-1\", \"data\": \"" + base64(inner) + "\"}}"));

    assertHolds(Map.of("kind", "bus", "id", "i", "delivery.id", "m-1", "data", 1L), event);
  }

  @Test
  void aTraceInAMessagesAttributesIsTheEvents() {
    for (String name : List.of("traceparent", "googclient_traceparent")) {
      Event event =
          RecordingModule.event(
              FakeCloudEvent.pubSub(
                  "{\"message\": {\"attributes\": {\"" + name + "\": \"00-a-b-01\"}}}"));

      assertEquals("00-a-b-01", event.text("traceparent"));
    }
  }

  private static Event again(String eventType) {
    return RecordingModule.event(FakeCloudEvent.pubSub(notification(eventType, OBJECT)));
  }

  private static String notification(String eventType, String object) {
    return "{\"message\": {\"data\": \""
        + base64(object)
        + "\", \"messageId\": \"m-1\", \"attributes\": {\"eventType\": \""
        + eventType
        + "\", \"payloadFormat\": \"JSON_API_V1\", \"bucketId\": \"photos\", \"objectId\":"
        + " \"2026/a b.png\", \"objectGeneration\": \"1587627537231057\", \"eventTime\":"
        + " \"2026-11-24T00:00:59Z\"}}}";
  }

  private static FakeCloudEvent storage(String type, String json) {
    return new FakeCloudEvent(type)
        .with("source", URI.create("//storage.googleapis.com/projects/_/buckets/photos"))
        .with("subject", "objects/2026/a b.png")
        .with("datacontenttype", "application/json")
        .extension("bucket", "photos")
        .data(json);
  }

  private static FakeCloudEvent firestore(String verb) {
    return new FakeCloudEvent("google.cloud.firestore.document.v1." + verb)
        .with("source", URI.create("//firestore.googleapis.com/projects/shop/databases/(default)"))
        .with("subject", "documents/users/u1/orders/o 1")
        .extension("database", "(default)")
        .extension("authid", "user-7");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

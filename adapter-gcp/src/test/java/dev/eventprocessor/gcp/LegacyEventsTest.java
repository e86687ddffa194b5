package dev.eventprocessor.gcp;

import static dev.eventprocessor.gcp.RecordingModule.assertHolds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.cloud.functions.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of the first generation, in the entry point that was made for them and over HTTP. */
class LegacyEventsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          google.pubsub.topic.publish                              | projects/p/topics/t                                  | google.cloud.pubsub.topic.v1.messagePublished      | //pubsub.googleapis.com/projects/p/topics/t |
          providers/cloud.pubsub/eventTypes/topic.publish          | projects/p/topics/t                                  | google.cloud.pubsub.topic.v1.messagePublished      | //pubsub.googleapis.com/projects/p/topics/t |
          google.storage.object.finalize                           | projects/_/buckets/b/objects/a/b#1#158               | google.cloud.storage.object.v1.finalized           | //storage.googleapis.com/projects/_/buckets/b | objects/a/b#1
          google.storage.object.archive                            | projects/_/buckets/b/objects/a#x                     | google.cloud.storage.object.v1.archived            | //storage.googleapis.com/projects/_/buckets/b | objects/a#x
          google.storage.object.metadataUpdate                     | projects/_/buckets/b/objects/a                       | google.cloud.storage.object.v1.metadataUpdated     | //storage.googleapis.com/projects/_/buckets/b | objects/a
          providers/cloud.firestore/eventTypes/document.create     | projects/p/databases/(default)/documents/c/d         | google.cloud.firestore.document.v1.created         | //firestore.googleapis.com/projects/p/databases/(default) | documents/c/d
          providers/cloud.firestore/eventTypes/document.delete     | projects/p/databases/(default)/documents/documents/d | google.cloud.firestore.document.v1.deleted         | //firestore.googleapis.com/projects/p/databases/(default) | documents/documents/d
          providers/google.firebase.database/eventTypes/ref.update | projects/_/instances/i/refs/a/b                      | google.firebase.database.ref.v1.updated            | //firebasedatabase.googleapis.com/projects/_/instances/i | refs/a/b
          providers/firebase.auth/eventTypes/user.create           | projects/p                                           | google.firebase.auth.user.v1.created               | //firebaseauth.googleapis.com/projects/p | users/u1
          providers/google.firebase.analytics/eventTypes/event.log | projects/p/events/session_start                      | google.firebase.analytics.log.v1.written           | //firebase.googleapis.com/projects/p | events/session_start
          google.firebase.remoteconfig.update                      | projects/p                                           | google.firebase.remoteconfig.remoteConfig.v1.updated | //firebaseremoteconfig.googleapis.com/projects/p |
          google.testing.testMatrix.complete                       | projects/p/testMatrices/m                            | google.firebase.testlab.testMatrix.v1.completed    | //firebasetestlab.googleapis.com/projects/p/testMatrices/m |
          """)
  void eachTypeIsTheCloudEventThatSaysTheSame(
      String eventType, String resource, String type, String source, String subject) {
    Event event = background("{\"uid\": \"u1\"}", eventType, resource);

    assertHolds(
        Map.of("id", "e-1", "type", type, "source", source, "time", "2026-11-24T00:01:00Z"), event);
    assertEquals(subject, event.get("subject"));
    assertHolds(Map.of("raw.context.eventType", eventType, "raw.data.uid", "u1"), event);
  }

  @Test
  void aResourceMayBeAMapThatNamesItsService() {
    Event event =
        background(
            "{\"data\": \"aGk=\"}",
            "google.pubsub.topic.publish",
            "{\"service\": \"pubsub.googleapis.com\", \"name\": \"projects/p/topics/t\"}");

    assertHolds(
        Map.of(
            "source", "//pubsub.googleapis.com/projects/p/topics/t",
            "data", "hi",
            "resource.name", "t",
            "raw.context.resource.service", "pubsub.googleapis.com"),
        event);
  }

  @Test
  void aUsersTimesHaveTheNamesOfToday() {
    Event event =
        background(
            "{\"uid\": \"u\", \"metadata\": {\"createdAt\": \"a\", \"lastSignedInAt\": \"b\", \"x\": 1}}",
            "providers/firebase.auth/eventTypes/user.create",
            "projects/p");

    assertEquals(
        Map.of("createTime", "a", "lastSignInTime", "b", "x", 1L), event.get("data.metadata"));
    assertEquals("a", event.get("raw.data.metadata.createdAt"));
  }

  @Test
  void aTypeThatIsNotKnownIsAnEventOnABus() {
    for (String unknown : new String[] {"com.example.new", "google.storage.object.fly"}) {
      Event event = background("{\"a\": 1}", unknown, "test-name");

      assertHolds(
          Map.of(
              "kind", "bus",
              "trigger", "gcp.gcf-unknown-type",
              "type", unknown,
              "source", "test-name",
              "data.a", 1L),
          event);
    }
  }

  @Test
  void aDatabasesDomainSaysWhereItIs() {
    for (String[] domain :
        new String[][] {
          {"firebaseio.com", "us-central1"},
          {"europe-west1.firebasedatabase.app", "europe-west1"},
        }) {
      Event event =
          Requests.event(
              FakeHttpRequest.post(
                  """
                  {"eventType": "providers/google.firebase.database/eventTypes/ref.write",
                   "eventId": "1", "timestamp": "2026-11-24T00:01:00Z", "domain": "%s",
                   "resource": "projects/_/instances/i/refs/a", "data": {"data": null, "delta": 1}}
                  """
                      .formatted(domain[0])));

      assertEquals(domain[1], event.text("resource.region"));
      assertEquals("i", event.text("resource.name"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{s3cret", "", "[\"s3cret\"]", "\"s3cret\"", "null"})
  void dataThatIsNotWhatItsTypeDocumentsIsATypedError(String data) {
    InvalidEventException refused =
        assertThrows(
            InvalidEventException.class,
            () -> background(data, "google.pubsub.topic.publish", "projects/p/topics/t"));

    assertTrue(refused.getMessage().startsWith("[payload-"), refused.getMessage());
    assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
  }

  private static Event background(String data, String eventType, String resource) {
    RecordingModule module = new RecordingModule();
    new BackgroundEntrypoint(module) {}.accept(data, context(eventType, resource));
    assertEquals(1, module.events.size());
    return module.events.get(0);
  }

  private static Context context(String eventType, String resource) {
    return new Context() {
      @Override
      public String eventId() {
        return "e-1";
      }

      @Override
      public String timestamp() {
        return "2026-11-24T00:01:00Z";
      }

      @Override
      public String eventType() {
        return eventType;
      }

      @Override
      public String resource() {
        return resource;
      }
    };
  }
}

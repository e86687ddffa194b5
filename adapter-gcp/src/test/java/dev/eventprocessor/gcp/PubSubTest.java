package dev.eventprocessor.gcp;

import static dev.eventprocessor.gcp.RecordingModule.assertHolds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.fakes.gcp.FakeCloudEvent;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Google Cloud Pub/Sub, from the CloudEvent to the portable event. */
class PubSubTest {

  private static final String SECRET = "s3cr3t";

  @Test
  void aMessageIsAPortableTopicEvent() {
    String json =
        """
        {
          "message": {
            "data": "%s",
            "attributes": {"Region": "north", "weight": "12"},
            "messageId": "2070443601311540",
            "message_id": "2070443601311540",
            "publishTime": "2026-11-24T00:01:00.123Z",
            "publish_time": "2026-11-24T00:01:00.123Z",
            "orderingKey": "customer-7"
          },
          "subscription": "projects/shop/subscriptions/orders-sub",
          "deliveryAttempt": 3
        }
        """
            .formatted(base64("{\"order\": 4711}"));

    Event event = RecordingModule.event(FakeCloudEvent.pubSub(json));

    assertHolds(
        Map.ofEntries(
            Map.entry("kind", "topic"),
            Map.entry("cloud", "gcp"),
            Map.entry("trigger", "gcp.pubsub"),
            Map.entry("id", "2070443601311540"),
            Map.entry("source", "//pubsub.googleapis.com/projects/shop/topics/orders"),
            Map.entry("type", "google.cloud.pubsub.topic.v1.messagePublished"),
            Map.entry("time", "2026-11-24T00:01:00.123Z"),
            Map.entry("partitionkey", "customer-7"),
            Map.entry("data.order", 4711L),
            Map.entry("attributes.Region", "north"),
            Map.entry("attributes.weight", "12"),
            Map.entry("resource.name", "orders"),
            Map.entry("resource.account", "shop"),
            Map.entry("delivery.attempt", 3L),
            Map.entry("delivery.subscription", "projects/shop/subscriptions/orders-sub")),
        event);
    assertEquals(Json.read(json), event.get("raw.data"));
    assertEquals("event-1", event.get("raw.id"));
  }

  @Test
  void aPublishTimeThatIsNoneIsAbsentAndCostsNoMessage() {
    String push =
        "{\"message\": {\"messageId\": \"1\", \"publishTime\": \"then\"}, \"subscription\": \"s\"}";
    FakeHttpRequest tick =
        FakeHttpRequest.post("")
            .header("X-CloudScheduler-JobName", "nightly")
            .header("X-CloudScheduler-ScheduleTime", "then");

    for (FakeHttpRequest request : List.of(FakeHttpRequest.post(push), tick)) {
      Event event = Requests.event(request);
      assertFalse(event.has("time"));
      assertFalse(event.has("delivery.enqueued"));
      assertFalse(event.has("schedule.scheduled"));
    }
  }

  @Test
  void theCloudEventStandsInForWhatTheMessageLacks() {
    Event event = RecordingModule.event(FakeCloudEvent.pubSub("{\"message\": {}}"));

    assertHolds(Map.of("id", "event-1", "time", "2026-11-24T00:01:00Z"), event);
  }

  @Test
  void aMessageOfAttributesAloneHasNoData() {
    Event event =
        RecordingModule.event(
            FakeCloudEvent.pubSub("{\"message\": {\"attributes\": {\"eventType\": \"DELETE\"}}}"));

    assertEquals("DELETE", event.get("attributes.eventType"));
    for (String unknown : List.of("data", "dataerror", "partitionkey", "delivery")) {
      assertFalse(event.has(unknown), unknown + " was invented");
    }
  }

  @Test
  void anAttributeThatIsNullIsNone() {
    Event event =
        RecordingModule.event(
            FakeCloudEvent.pubSub("{\"message\": {\"attributes\": {\"a\": null, \"b\": \"B\"}}}"));

    assertEquals(Map.of("b", "B"), event.get("attributes"));
  }

  @Test
  void theEmulatorsEmptyOrderingKeyIsNone() {
    Event event =
        RecordingModule.event(FakeCloudEvent.pubSub("{\"message\": {\"orderingKey\": \"\"}}"));

    assertFalse(event.has("partitionkey"));
  }

  @Test
  void textIsTextAndWhatIsNeitherIsBytes() {
    assertEquals("hello", event(base64("hello")).get("data"));
    assertArrayEquals(new byte[] {1, 2, 3, 4}, (byte[]) event("AQIDBA==").get("data"));
    assertArrayEquals(
        new byte[] {'{', (byte) 0xff, '}'},
        (byte[])
            event(Base64.getEncoder().encodeToString(new byte[] {'{', (byte) 0xff, '}'}))
                .get("data"));
  }

  @Test
  void contentThatLooksLikeJsonAndIsNoneIsHandedOverAsItCame() {
    for (String broken : List.of("{\"key\": " + SECRET + "}", "[".repeat(10_000))) {
      Event event = event(base64(broken));

      assertEquals(broken, event.get("data"));
      assertTrue(event.text("dataerror").startsWith("[payload-"), event.text("dataerror"));
      assertFalse(event.text("dataerror").contains(SECRET));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//pubsub.googleapis.com/",
        "//pubsub.googleapis.com/projects/shop",
        "//pubsub.googleapis.com/topics/orders/projects/shop",
        "urn:example",
      })
  void aSourceInAnotherFormNamesNoTopic(String source) {
    Event event =
        RecordingModule.event(
            FakeCloudEvent.pubSub("{\"message\": {}}").with("source", URI.create(source)));

    assertEquals(source, event.get("source"));
    assertFalse(event.has("resource.name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ["s3cr3t"]                                          | The Pub/Sub event should be a map
          null                                                | The Pub/Sub event should be a map
          {}                                                  | message should be a map but is missing
          {"message": "s3cr3t"}                               | message should be a map but is text
          {"message": {"data": {"s3cr3t": 1}}}                | message.data should be text
          {"message": {"data": "s3cr3t!"}}                    | message.data should be base64
          {"message": {"attributes": ["s3cr3t"]}}             | message.attributes should be a map
          {"message": {"attributes": {"a": 1}}}               | message.attributes.a should be text
          {"message": {"messageId": 12}}                      | message.messageId should be text
          {"message": {}, "deliveryAttempt": "s3cr3t"}        | deliveryAttempt should be a whole number
          """)
  void aMessageInTheWrongShapeIsATypedErrorThatNamesTheField(String json, String told) {
    InvalidEventException refused = assertRefused(ErrorId.PAYLOAD_WRONG_SHAPE, json);

    assertTrue(refused.getMessage().contains(told), refused.getMessage());
  }

  @Test
  void dataThatIsNoJsonIsATypedErrorWithoutAWordOfIt() {
    assertRefused(ErrorId.PAYLOAD_EMPTY, "");
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, "{\"message\": " + SECRET + "}");
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, "{\"message\": \"" + SECRET);
    assertRefused(ErrorId.PAYLOAD_TOO_DEEP, "{\"message\":".repeat(10_000) + "\"" + SECRET);
    char[] spaces = new char[20 * 1024 * 1024];
    Arrays.fill(spaces, ' ');
    assertRefused(ErrorId.PAYLOAD_TOO_LARGE, SECRET + new String(spaces));
  }

  @Test
  void noDataAtAllIsATypedError() {
    FakeCloudEvent bare = new FakeCloudEvent("google.cloud.pubsub.topic.v1.messagePublished");

    InvalidEventException refused =
        assertThrows(InvalidEventException.class, () -> RecordingModule.event(bare));

    assertEquals(ErrorId.PAYLOAD_EMPTY, refused.id());
  }

  private static InvalidEventException assertRefused(ErrorId id, String data) {
    InvalidEventException refused =
        assertThrows(
            InvalidEventException.class, () -> RecordingModule.event(FakeCloudEvent.pubSub(data)));

    assertEquals(id, refused.id());
    assertFalse(refused.getMessage().contains(SECRET), refused.getMessage());
    return refused;
  }

  private static Event event(String base64) {
    return RecordingModule.event(
        FakeCloudEvent.pubSub("{\"message\": {\"data\": \"" + base64 + "\"}}"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

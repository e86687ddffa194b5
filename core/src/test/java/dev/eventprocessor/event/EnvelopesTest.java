package dev.eventprocessor.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopesTest {

  private static final Object RAW = Map.of("body", "...");

  private final Envelopes envelopes = Envelopes.of(CloudEvents::open, null);

  @Test
  void theInnerEventSaysWhatItIsAndTheMessageHowItCame() {
    Event event = only(message(cloudEvent("7", Map.of("state", "ALARM"))));

    assertEquals("bus", event.text("kind"));
    assertEquals("aws.sqs", event.text("trigger"));
    assertEquals("7", event.text("id"));
    assertEquals("/devices/1", event.text("source"));
    assertEquals("device.alarm", event.text("type"));
    assertEquals("ALARM", event.text("data.state"));
    assertEquals("message-1", event.text("delivery.id"));
    assertEquals("arn:queue", event.text("delivery.source"));
    assertEquals(2L, event.get("delivery.attempt"));
    assertEquals(List.of("aws.sqs"), event.get("delivery.path"));
    assertEquals("group", event.text("partitionkey"));
    assertEquals(Map.of("id", "/devices/1"), event.get("resource"));
    assertEquals("answers", event.text("message.replyto"));
    assertFalse(event.has("time"), "the message's time is not the event's");
    assertFalse(event.has("subject"));
    assertSame(RAW, event.get("raw"));
  }

  @Test
  void attributesOfBothAreThereAndTheInnerOnesCountMore() {
    Map<String, Object> inner = cloudEvent("7", "x");
    inner.put("tenant", "inner");
    inner.put("traceparent", "00-a-b-01");

    Event event = only(message(inner));

    assertEquals("inner", event.text("attributes.tenant"));
    assertEquals("kept", event.text("attributes.outer"));
    assertEquals(
        Map.of("tenant", "inner", "outer", "kept", "traceparent", "00-a-b-01"),
        event.get("attributes"));
    assertFalse(event.has("attributes.none"));
    assertEquals("00-a-b-01", event.text("traceparent"));
  }

  @Test
  void aListOfCloudEventsIsSeveralEventsOfOneMessage() {
    List<Event> events =
        open(message(List.of(cloudEvent("1", "x"), cloudEvent("2", "y"))), envelopes);

    assertEquals(List.of("1", "2"), events.stream().map(event -> event.text("id")).toList());
    for (Event event : events) {
      assertEquals("message-1", event.text("delivery.id"));
      assertSame(RAW, event.get("raw"));
    }
  }

  @Test
  void manyEventsOfAMessageShareItsManyAttributes() {
    Map<String, Object> many = new LinkedHashMap<>();
    for (int i = 0; i < 100_000; i++) {
      many.put("a" + i, "x");
    }
    Map<String, Object> inner = cloudEvent("1", "x");
    inner.put("extension", "y");

    List<Event> events =
        open(message(java.util.Collections.nCopies(10_000, inner)).attributes(many), envelopes);

    assertEquals(10_000, events.size());
    assertEquals("x", events.get(9_999).text("attributes.a99999"));
    assertEquals("y", events.get(9_999).text("attributes.extension"));
  }

  @Test
  void envelopesInsideOfEnvelopesAreOpenedAndThePathHasThemOutermostFirst() {
    Event event = only(message(cloudEvent("outer", cloudEvent("inner", "x"))));

    assertEquals("inner", event.text("id"));
    assertEquals(List.of("aws.sqs", "cloudevents"), event.get("delivery.path"));
    assertEquals("message-1", event.text("delivery.id"), "what is acknowledged stays");
  }

  @Test
  void whatIsNestedDeeperThanTheBoundStaysClosed() {
    Object data = "x";
    for (int i = 20; i > 0; i--) {
      data = cloudEvent("" + i, data);
    }

    Event event = only(message(data));

    assertEquals("5", event.text("id"));
    assertEquals("6", event.text("data.id"));
    assertEquals(5, ((List<?>) event.get("delivery.path")).size());
  }

  @Test
  void whatIsNoEnvelopeStaysAsItIsAndIsNotDecoded() {
    PortableEvent outer = message(Map.of("state", "ALARM"));

    Event event = only(outer);

    assertFalse(outer.content() != null && outer.content().isDecoded());
    assertEquals("queue", event.text("kind"));
    assertEquals("message-1", event.text("id"));
    assertFalse(event.has("delivery.path"));
    assertFalse(event.has("delivery.id"));
  }

  @Test
  void bytesAreOpenedAsTextIs() {
    byte[] bytes = Json.write(cloudEvent("7", "x"));

    Event event = only(outer().content(Content.decode(bytes, null)));

    assertEquals("7", event.text("id"));
  }

  @Test
  void whatOnlyLooksLikeACloudEventIsNone() {
    for (Object body :
        List.of(
            Map.of("specversion", 1L, "id", "1", "source", "s", "type", "t"),
            Map.of("specversion", "1.0", "id", "1", "source", "s"),
            Map.of("specversion", "1.0", "id", "", "source", "s", "type", "t"),
            Map.of("specversion", "2.0", "id", "1", "source", "s", "type", "t"),
            List.of(),
            List.of(cloudEvent("1", "x"), "specversion"),
            "a \"specversion\"")) {
      Event event = only(message(body));

      assertEquals("queue", event.text("kind"), () -> Json.writeText(body));
    }
  }

  @Test
  void closedMeansClosed() {
    Event event =
        open(message(cloudEvent("7", "x")), Envelopes.of(CloudEvents::open, "closed")).get(0);

    assertEquals("queue", event.text("kind"));
    assertEquals("7", event.text("data.id"));
    assertFalse(event.has("delivery.path"));
  }

  @Test
  void anEnvelopeMayHoldNoEventAtAll() {
    Envelopes swallowing = Envelopes.of(outer -> List.of(), null);

    assertEquals(List.of(), swallowing.open(message("x"), RAW));
  }

  @Test
  void base64DataIsDecodedByItsMediaType() {
    Map<String, Object> inner = cloudEvent("7", null);
    inner.remove("data");
    inner.put("data_base64", "eyJhIjoxfQ==");
    inner.put("datacontenttype", "application/json");

    Event event = only(message(inner));

    assertEquals(1L, event.get("data.a"));
    assertEquals("application/json", event.text("datacontenttype"));
  }

  @Test
  void version03HasItsOwnNames() {
    Map<String, Object> inner = cloudEvent("7", "aGk=");
    inner.put("specversion", "0.3");
    inner.put("datacontentencoding", "base64");
    inner.put("datacontenttype", "text/plain");
    inner.put("schemaurl", "urn:schema");
    inner.put("subject", null);

    Event event = only(message(inner));

    assertEquals("hi", event.text("data"));
    assertEquals("urn:schema", event.text("dataschema"));
    assertFalse(event.has("subject"), "null is absent");
    assertFalse(event.has("attributes.schemaurl"));
  }

  @Test
  void anExtensionThatCloudEventsForbidsIsTold() {
    for (Object value : List.of(1.5, 4294967296L, List.of(), Map.of())) {
      Map<String, Object> inner = cloudEvent("7", "x");
      inner.put("extension", value);
      PortableEvent outer = message(inner);

      InvalidEventException e =
          assertThrows(InvalidEventException.class, () -> envelopes.open(outer, RAW));

      assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, e.id());
    }
  }

  @Test
  void aCloudEventWithBothFormsOfDataIsTold() {
    Map<String, Object> inner = cloudEvent("7", "x");
    inner.put("data_base64", "eyJhIjoxfQ==");
    PortableEvent outer = message(inner);

    InvalidEventException e =
        assertThrows(InvalidEventException.class, () -> envelopes.open(outer, RAW));

    assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, e.id());
    assertTrue(e.getMessage().contains("both data and data_base64"), e.getMessage());
  }

  @Test
  void whatIsNoTimeIsNoneAndAKnownExtensionIsText() {
    Map<String, Object> inner = cloudEvent("7", "x");
    inner.put("time", "yesterday");
    inner.put("expirytime", "tomorrow");
    inner.put("sequence", 5);

    Event event = only(message(inner));

    assertFalse(event.has("time"));
    assertFalse(event.has("expirytime"));
    assertEquals("5", event.text("sequence"));
    assertEquals(5L, event.get("attributes.sequence"));
  }

  @Test
  void theDerivedIdOfAnEnvelopeIsNotTheInnerEventsMatter() {
    PortableEvent outer =
        PortableEvent.of(Kind.STREAM, "aws", "aws.msk")
            .derivedId("topic", "0", "15")
            .content(Content.decode(Json.writeText(cloudEvent("7", "x")), null));

    Event event = only(outer);

    assertEquals("7", event.text("id"));
    assertFalse(event.has("delivery.idsource"));
    assertEquals(32, event.text("delivery.id").length());
  }

  @Test
  void aDerivedIdIsTheSameForTheSameFieldsAndSaysSo() {
    Event one = PortableEvent.of(Kind.STREAM, "a", "b").derivedId("ab", "c").build(RAW);
    Event same = PortableEvent.of(Kind.STREAM, "a", "b").derivedId("ab", "c").build(RAW);
    Event other = PortableEvent.of(Kind.STREAM, "a", "b").derivedId("a", "bc").build(RAW);
    Event none = PortableEvent.of(Kind.STREAM, "a", "b").derivedId("a", null).build(RAW);

    assertEquals("derived", one.text("delivery.idsource"));
    assertEquals(one.text("id"), same.text("id"));
    assertFalse(one.text("id").equals(other.text("id")));
    assertNull(none.get("id"));
    assertFalse(none.has("delivery"));
  }

  private Event only(PortableEvent outer) {
    List<Event> events = open(outer, envelopes);
    assertEquals(1, events.size());
    return events.get(0);
  }

  private static List<Event> open(PortableEvent outer, Envelopes envelopes) {
    return envelopes.open(outer, RAW);
  }

  private static PortableEvent message(Object body) {
    String text = body instanceof String plain ? plain : Json.writeText(body);
    assertTrue(text.getBytes(StandardCharsets.UTF_8).length > 0);
    return outer().content(Content.decode(text, null));
  }

  private static PortableEvent outer() {
    return PortableEvent.of(Kind.QUEUE, "aws", "aws.sqs")
        .put("id", "message-1")
        .put("source", "arn:queue")
        .put("type", "com.amazonaws.sqs.message")
        .put("time", "2026-01-01T00:00:00Z")
        .put("subject", "outer")
        .put("partitionkey", "group")
        .resource("id", "arn:queue")
        .resource("name", "queue")
        .delivery("attempt", 2L)
        .detail("message", "replyto", "answers")
        .attributes(Map.of("tenant", "outer", "outer", "kept"));
  }

  private static Map<String, Object> cloudEvent(String id, Object data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", "/devices/1");
    event.put("type", "device.alarm");
    event.put("data", data);
    return event;
  }
}

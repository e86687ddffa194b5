package dev.eventprocessor.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortableEventTest {

  @Test
  void whatIsKnownIsThereUnderItsName() {
    Map<String, Object> raw = Map.of("Records", List.of());

    Event event =
        PortableEvent.of(Kind.QUEUE, "aws", "aws.sqs")
            .put("id", "1")
            .resource("name", "orders")
            .resource("region", "eu-west-1")
            .delivery("attempt", 2L)
            .detail("message", "replyto", "answers")
            .attributes(Map.of("Tenant", "x"))
            .content(Content.decode("{\"a\":1}", "application/json"))
            .build(raw);

    assertEquals("queue", event.text("kind"));
    assertEquals("aws", event.text("cloud"));
    assertEquals("aws.sqs", event.text("trigger"));
    assertEquals("1", event.text("id"));
    assertEquals(Map.of("name", "orders", "region", "eu-west-1"), event.get("resource"));
    assertEquals(2L, event.get("delivery.attempt"));
    assertEquals("answers", event.text("message.replyto"));
    assertEquals("x", event.text("attributes.Tenant"));
    assertEquals(1L, event.get("data.a"));
    assertEquals("application/json", event.text("datacontenttype"));
    assertSame(raw, event.get("raw"));
    assertFalse(event.has("dataerror"));
  }

  @Test
  void whatIsNotKnownIsAbsentAndNotNull() {
    Event event =
        PortableEvent.of(Kind.TOPIC, "gcp", "gcp.pubsub")
            .put("id", null)
            .resource("name", null)
            .delivery("attempt", null)
            .detail("message", "replyto", null)
            .attributes(Map.of())
            .content(null)
            .build(Map.of());

    assertEquals(
        Map.of("kind", "topic", "cloud", "gcp", "trigger", "gcp.pubsub", "raw", Map.of()),
        event.asMap());
  }

  @Test
  void dataThatIsNullIsThere() {
    Event event =
        PortableEvent.of(Kind.BUS, "azure", "azure.eventgrid")
            .content(Content.of(null))
            .build(null);

    assertTrue(event.has("data"));
    assertNull(event.get("data"));
    assertTrue(event.has("raw"));
    assertFalse(event.has("datacontenttype"));
  }

  @Test
  void dataThatDidNotDecodeIsThereWithTheReason() {
    Event event =
        PortableEvent.of(Kind.INVOKE, "aws", "aws.invoke")
            .content(Content.decode("{", "application/json"))
            .build(Collections.emptyMap());

    assertEquals("{", event.text("data"));
    assertTrue(event.text("dataerror").startsWith("[payload-not-json]"));
  }

  @Test
  void kindsHaveTheWordsThatFiltersUse() {
    List<String> words = List.of("queue", "topic", "bus", "schedule", "invoke");

    for (String word : words) {
      assertEquals(word, Kind.valueOf(word.toUpperCase(java.util.Locale.ROOT)).text());
    }
  }
}

package dev.eventprocessor.gcp;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.event.Rfc3339;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Pub/Sub message, in a CloudEvent or pushed ({@code MessagePublishedData}, google-cloudevents;
 * "PubsubMessage" and "Push subscriptions", Pub/Sub documentation).
 */
final class PubSubSource {

  static final String TYPE = "google.cloud.pubsub.topic.v1.messagePublished";

  static final String TRIGGER = "gcp.pubsub";

  private PubSubSource() {}

  /** In a CloudEvent, whose source is the topic. */
  static PortableEvent event(Received received) {
    Fields published = received.requiredData("Pub/Sub event");
    PortableEvent event =
        begun().put("id", received.fields().text("id")).put("source", received.source());
    if (time(published.requiredFields("message")) == null) {
      event.put("time", Rfc3339.of(received.fields().text("time")));
    }
    ResourceNames.describe(received.source(), event);
    return message(published, event);
  }

  /** Whether a map has something of a message's; a caller's own JSON may have one of that name. */
  static boolean is(Map<?, ?> message) {
    return message.containsKey("messageId")
        || message.containsKey("message_id")
        || message.containsKey("data")
        || message.containsKey("attributes");
  }

  /** Pushed in its wrapper; the topic is not told. */
  static PortableEvent pushed(Fields published, Headers headers) {
    return message(published, metadata(headers, begun()));
  }

  /** Pushed without a wrapper: the body is the message's data, its attributes are headers. */
  static PortableEvent unwrapped(byte[] body, Headers headers) {
    PortableEvent event = metadata(headers, begun()).attributes(headers.ofTheSender());
    if (body.length > 0) {
      event.content(Content.decode(body, null));
    }
    return traced(event);
  }

  private static PortableEvent begun() {
    return PortableEvent.of(Kind.TOPIC, "gcp", TRIGGER).put("type", TYPE);
  }

  /** What the push writes beside the message where the subscription asks for it. */
  private static PortableEvent metadata(Headers headers, PortableEvent event) {
    @Nullable String time = Rfc3339.of(headers.first("x-goog-pubsub-publish-time"));
    return event
        .put("id", headers.first("x-goog-pubsub-message-id"))
        .put("time", time)
        .put("partitionkey", notEmpty(headers.first("x-goog-pubsub-ordering-key")))
        .delivery("enqueued", time)
        .delivery("attempt", headers.number("x-goog-pubsub-delivery-attempt"))
        .delivery("subscription", headers.first("x-goog-pubsub-subscription-name"));
  }

  private static PortableEvent message(Fields published, PortableEvent event) {
    Fields message = published.requiredFields("message");
    @Nullable String time = time(message);
    byte @Nullable [] data = message.bytes("data");
    event
        .put("id", either(message, "messageId", "message_id"))
        .put("time", time)
        .put("partitionkey", notEmpty(either(message, "orderingKey", "ordering_key")))
        .attributes(attributes(message))
        .delivery("attempt", published.number("deliveryAttempt"))
        .delivery("enqueued", time)
        .delivery("subscription", published.text("subscription"));
    if (data != null) { // Absent where the message has attributes only.
      event.content(Content.decode(data, null));
    }
    return traced(event);
  }

  /** The attribute that Pub/Sub's own client libraries set, or the one that everybody else does. */
  private static PortableEvent traced(PortableEvent event) {
    @Nullable Object trace = event.attribute("traceparent");
    return event.put(
        "traceparent", trace == null ? event.attribute("googclient_traceparent") : trace);
  }

  private static @Nullable String time(Fields message) {
    return Rfc3339.of(either(message, "publishTime", "publish_time"));
  }

  /** Pushed messages have both spellings, others the first. */
  private static @Nullable String either(Fields message, String name, String snake) {
    @Nullable String text = message.text(name);
    return text == null ? message.text(snake) : text;
  }

  private static Map<String, ?> attributes(Fields message) {
    @Nullable Fields attributes = message.fields("attributes");
    if (attributes == null) {
      return Map.of();
    }
    boolean hasNull = false;
    for (String name : attributes.map().keySet()) {
      hasNull |= attributes.text(name) == null;
    }
    return hasNull ? withoutNulls(attributes.map()) : attributes.map();
  }

  private static Map<String, ?> withoutNulls(Map<String, @Nullable Object> map) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> entry : map.entrySet()) {
      @Nullable Object value = entry.getValue();
      if (value != null) {
        plain.put(entry.getKey(), value);
      }
    }
    return plain;
  }

  /** The emulator sends an empty ordering key for a message that has none. */
  private static @Nullable String notEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}

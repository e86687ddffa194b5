package dev.eventprocessor.gcp;

import dev.eventprocessor.Event;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.Fields;
import io.cloudevents.CloudEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Pub/Sub message in a CloudEvent ({@code MessagePublishedData}, google-cloudevents;
 * "PubsubMessage", Pub/Sub reference).
 */
final class PubSubSource {

  static final String TYPE = "google.cloud.pubsub.topic.v1.messagePublished";

  private static final String PROJECTS = "/projects/";

  private static final String TOPICS = "/topics/";

  private PubSubSource() {}

  static Event event(CloudEvent cloudEvent) {
    byte @Nullable [] bytes = CloudEventSource.data(cloudEvent);
    Fields published = Fields.of(Json.read(bytes == null ? new byte[0] : bytes), "Pub/Sub event");
    Fields message = published.requiredFields("message");
    @Nullable String source = CloudEventSource.text(cloudEvent.getSource());
    PortableEvent event =
        PortableEvent.of(Kind.TOPIC, "gcp", "gcp.pubsub")
            .put("id", id(message, cloudEvent))
            .put("source", source)
            .put("type", TYPE)
            .put("time", time(message, cloudEvent))
            .put("partitionkey", orderingKey(message))
            .content(content(message))
            .attributes(attributes(message))
            .delivery("attempt", published.number("deliveryAttempt"))
            .delivery("subscription", published.text("subscription"));
    describe(source, event);
    return event.raw(CloudEventSource.raw(cloudEvent, published.map()));
  }

  private static String id(Fields message, CloudEvent cloudEvent) {
    @Nullable String id = message.text("messageId");
    return id == null ? cloudEvent.getId() : id;
  }

  private static @Nullable String time(Fields message, CloudEvent cloudEvent) {
    @Nullable String published = message.text("publishTime");
    return published == null ? Times.rfc3339(cloudEvent.getTime()) : published;
  }

  /** Absent where the message has attributes only. */
  private static @Nullable Content content(Fields message) {
    byte @Nullable [] data = message.bytes("data");
    return data == null ? null : Content.decode(data, null);
  }

  private static Map<String, Object> attributes(Fields message) {
    @Nullable Fields attributes = message.fields("attributes");
    if (attributes == null) {
      return Map.of();
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    for (String name : attributes.map().keySet()) {
      @Nullable String value = attributes.text(name);
      if (value != null) {
        plain.put(name, value);
      }
    }
    return plain;
  }

  /** The emulator sends an empty one for a message that has none. */
  private static @Nullable String orderingKey(Fields message) {
    @Nullable String key = message.text("orderingKey");
    return key == null || key.isEmpty() ? null : key;
  }

  /** {@code //pubsub.googleapis.com/projects/PROJECT/topics/TOPIC} */
  private static void describe(@Nullable String source, PortableEvent event) {
    if (source == null) {
      return;
    }
    event.resource("id", source);
    int project = source.indexOf(PROJECTS);
    int topic = project < 0 ? -1 : source.indexOf(TOPICS, project + PROJECTS.length());
    if (topic >= 0) {
      event
          .resource("name", source.substring(topic + TOPICS.length()))
          .resource("account", source.substring(project + PROJECTS.length(), topic));
    }
  }
}

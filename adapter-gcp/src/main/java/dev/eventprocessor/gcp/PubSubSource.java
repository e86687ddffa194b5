package dev.eventprocessor.gcp;

import dev.eventprocessor.Event;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.Fields;
import io.cloudevents.CloudEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Pub/Sub message in a CloudEvent ({@code MessagePublishedData}, google-cloudevents;
 * "PubsubMessage", Pub/Sub reference).
 */
final class PubSubSource {

  static final String TYPE = "google.cloud.pubsub.topic.v1.messagePublished";

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
            .put("partitionkey", message.text("orderingKey"))
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
    return published == null ? CloudEventSource.time(cloudEvent.getTime()) : published;
  }

  /** Absent where the message has attributes only. */
  private static @Nullable Content content(Fields message) {
    byte @Nullable [] data = message.bytes("data");
    return data == null ? null : Content.decode(data, null);
  }

  private static Map<String, ?> attributes(Fields message) {
    @Nullable Fields attributes = message.fields("attributes");
    return attributes == null ? Map.of() : attributes.map();
  }

  /** {@code //pubsub.googleapis.com/projects/PROJECT/topics/TOPIC} */
  private static void describe(@Nullable String source, PortableEvent event) {
    if (source == null) {
      return;
    }
    event.resource("id", source).resource("name", source.substring(source.lastIndexOf('/') + 1));
    int project = source.indexOf("/projects/");
    int topics = source.indexOf("/topics/");
    if (project >= 0 && topics > project) {
      event.resource("account", source.substring(project + "/projects/".length(), topics));
    }
  }
}

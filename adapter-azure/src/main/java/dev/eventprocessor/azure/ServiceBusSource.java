package dev.eventprocessor.azure;

import dev.eventprocessor.Event;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Azure Service Bus, queue or topic, one message a call ("Azure Service Bus trigger for Azure
 * Functions").
 */
final class ServiceBusSource implements AzureSource {

  @Override
  public Event event(Bound bound) {
    Metadata metadata = bound.metadata();
    @Nullable String topic = bound.fact("topic");
    @Nullable String enqueued = metadata.time("EnqueuedTimeUtc");
    @Nullable String label = metadata.text("Subject");
    @Nullable String session = metadata.text("SessionId");
    @Nullable String contentType = metadata.text("ContentType");
    return PortableEvent.of(topic == null ? Kind.QUEUE : Kind.TOPIC, "azure", "azure.servicebus")
        .put("id", metadata.text("MessageId"))
        .put("type", "com.microsoft.servicebus.message")
        .put("subject", label == null ? metadata.text("Label") : label)
        .put("time", enqueued)
        .put("partitionkey", session == null ? metadata.text("PartitionKey") : session)
        .put("sequence", metadata.text("SequenceNumber"))
        .put("correlationid", metadata.text("CorrelationId"))
        .put("expirytime", metadata.time("ExpiresAtUtc"))
        .put("datacontenttype", contentType)
        .content(Body.content(bound.value(), contentType))
        .attributes(attributes(metadata))
        .resource("name", topic == null ? bound.fact("queue") : topic)
        .delivery("attempt", metadata.number("DeliveryCount"))
        .delivery("enqueued", enqueued)
        .delivery("receipt", metadata.text("LockToken"))
        .delivery("subscription", bound.fact("subscription"))
        .detail("message", "replyto", metadata.text("ReplyTo"))
        .detail("message", "to", metadata.text("To"))
        .raw(bound.raw());
  }

  /** The name changed with version 5 of the extension; both say the same. */
  private static Map<String, Object> attributes(Metadata metadata) {
    Map<?, ?> properties = metadata.map("ApplicationProperties");
    if (properties.isEmpty()) {
      properties = metadata.map("UserProperties");
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Map.Entry<?, ?> property : properties.entrySet()) {
      if (property.getKey() instanceof String name && property.getValue() != null) {
        attributes.put(name, property.getValue());
      }
    }
    return attributes;
  }
}

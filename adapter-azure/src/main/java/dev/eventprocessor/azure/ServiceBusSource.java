package dev.eventprocessor.azure;

import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import org.jspecify.annotations.Nullable;

/**
 * Azure Service Bus, queue or topic ("Azure Service Bus trigger for Azure Functions").
 *
 * <p>A message's id is its sender's to set, and the host sends none where it is not set. The
 * broker's sequence number then makes one together with the queue's name.
 */
final class ServiceBusSource implements AzureSource {

  @Override
  public PortableEvent event(Bound bound) {
    Metadata metadata = bound.metadata();
    @Nullable String topic = bound.fact("topic");
    @Nullable String name = topic == null ? bound.fact("queue") : topic;
    @Nullable String enqueued = metadata.time("EnqueuedTimeUtc");
    @Nullable String label = metadata.text("Subject");
    @Nullable String session = group(bound);
    @Nullable String contentType = metadata.text("ContentType");
    @Nullable String id = metadata.text("MessageId");
    @Nullable String sequence = metadata.text("SequenceNumber");
    PortableEvent event =
        PortableEvent.of(topic == null ? Kind.QUEUE : Kind.TOPIC, "azure", "azure.servicebus");
    if (id == null) {
      event.derivedId(name, topic == null ? "" : bound.fact("subscription"), sequence);
    }
    return event
        .put("id", id)
        .put("type", "com.microsoft.servicebus.message")
        .put("subject", label == null ? metadata.text("Label") : label)
        .put("time", enqueued)
        .put("partitionkey", session == null ? metadata.text("PartitionKey") : session)
        .put("sequence", sequence)
        .put("correlationid", metadata.text("CorrelationId"))
        .put("expirytime", metadata.time("ExpiresAtUtc"))
        .content(Body.content(bound.value(), contentType))
        .put("datacontenttype", contentType)
        .attributes(Attributes.first(metadata, "ApplicationProperties", "UserProperties"))
        .resource("name", name)
        .delivery("attempt", metadata.number("DeliveryCount"))
        .delivery("enqueued", enqueued)
        .delivery("receipt", metadata.text("LockToken"))
        .delivery("subscription", bound.fact("subscription"))
        .detail("message", "replyto", metadata.text("ReplyTo"))
        .detail("message", "to", metadata.text("To"));
  }

  /** Of a session; without sessions messages are independent. */
  @Override
  public Order order() {
    return Order.GROUPED;
  }

  @Override
  public @Nullable String group(Bound bound) {
    return bound.metadata().text("SessionId");
  }
}

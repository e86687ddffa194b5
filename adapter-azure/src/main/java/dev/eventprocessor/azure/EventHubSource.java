package dev.eventprocessor.azure;

import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Azure Event Hubs and an IoT hub's built-in endpoint ("Azure Event Hubs trigger for Azure
 * Functions"). All events of one call are of one partition.
 *
 * <p>{@code SystemProperties} repeats what stands beside it, and unlike that is never left out.
 */
final class EventHubSource implements AzureSource {

  @Override
  public PortableEvent event(Bound bound) {
    Metadata metadata = bound.metadata();
    Map<?, ?> system = metadata.map("SystemProperties");
    Map<?, ?> partition = metadata.map("PartitionContext");
    @Nullable String hub = first(partition, "EventHubName", "EventHubPath");
    @Nullable String name = bound.fact("eventhub");
    @Nullable String sequence = either(metadata.text("SequenceNumber"), system, "SequenceNumber");
    @Nullable String offset = either(metadata.text("Offset"), system, "Offset");
    @Nullable String enqueued = enqueued(metadata, system);
    @Nullable String shard = first(partition, "PartitionId");
    @Nullable String contentType = first(system, "content-type", "iothub-content-type");
    @Nullable String stream = name == null ? hub : name;
    return PortableEvent.of(Kind.STREAM, "azure", "azure.eventhub")
        .derivedId(stream, shard, offset, sequence)
        .put("type", "com.microsoft.eventhub.event")
        .put("subject", first(system, "iothub-connection-device-id"))
        .put("time", enqueued)
        .put("recordedtime", enqueued)
        .put("partitionkey", either(metadata.text("PartitionKey"), system, "PartitionKey"))
        .put("sequence", sequence)
        .put("correlationid", first(system, "correlation-id"))
        .content(Body.content(bound.value(), contentType))
        .attributes(Attributes.of(metadata.map("Properties")))
        .resource("name", stream)
        .delivery("attempt", bound.call().attempt())
        .delivery("enqueued", enqueued)
        .delivery("subscription", first(partition, "ConsumerGroup", "ConsumerGroupName"))
        .detail("stream", "name", stream)
        .detail("stream", "partition", shard)
        .detail("stream", "offset", offset);
  }

  /** One failure ends a call: the host's retry policy runs all of it again. */
  @Override
  public Order order() {
    return Order.ORDERED;
  }

  private static @Nullable String enqueued(Metadata metadata, Map<?, ?> system) {
    @Nullable String time = metadata.time("EnqueuedTimeUtc");
    return time == null ? Times.known(first(system, "EnqueuedTimeUtc")) : time;
  }

  private static @Nullable String either(@Nullable String text, Map<?, ?> map, String key) {
    return text == null ? first(map, key) : text;
  }

  /** The first of these that is there, as text. */
  private static @Nullable String first(Map<?, ?> map, String... keys) {
    for (String key : keys) {
      @Nullable String text = Metadata.textOf(map.get(key));
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}

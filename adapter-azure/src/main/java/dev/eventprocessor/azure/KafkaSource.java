package dev.eventprocessor.azure;

import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Apache Kafka ("Apache Kafka trigger for Azure Functions"). A text is bound as JSON of the whole
 * record ({@code Topic}, {@code Partition}, {@code Offset}, {@code Timestamp}, {@code Key}, {@code
 * Value}, {@code Headers}); bytes and Avro records are bound without it, and then only the metadata
 * knows where they came from.
 */
final class KafkaSource implements AzureSource {

  @Override
  public PortableEvent event(Bound bound) {
    @Nullable Map<?, ?> kafka = whole(bound);
    Metadata fields = kafka == null ? bound.metadata() : Metadata.in(kafka);
    @Nullable String topic = fields.text("Topic");
    @Nullable String name = topic == null ? bound.fact("topic") : topic;
    @Nullable String partition = fields.text("Partition");
    @Nullable String offset = fields.text("Offset");
    @Nullable String time = fields.time("Timestamp");
    return PortableEvent.of(Kind.STREAM, "azure", "azure.kafka")
        .derivedId(name, partition, offset)
        .put("type", "org.apache.kafka.record")
        .put("time", time)
        .put("recordedtime", time)
        .put("partitionkey", fields.text("Key"))
        .put("sequence", offset)
        .content(content(bound, kafka))
        .attributes(headers(fields.list("Headers")))
        .resource("name", name)
        .delivery("attempt", bound.call().attempt())
        .detail("stream", "name", name)
        .detail("stream", "partition", fields.number("Partition"))
        .detail("stream", "offset", fields.number("Offset"));
  }

  /** One failure ends a call: the host's retry policy runs all of it again. */
  @Override
  public Order order() {
    return Order.ORDERED;
  }

  /** Of a partition; a call may bring several. */
  @Override
  public @Nullable String group(Bound bound) {
    @Nullable Map<?, ?> kafka = whole(bound);
    Metadata fields = kafka == null ? bound.metadata() : Metadata.in(kafka);
    @Nullable String partition = fields.text("Partition");
    return partition == null ? null : fields.text("Topic") + "/" + partition;
  }

  /** The record with all that belongs to it; null where only its value was bound. */
  private static @Nullable Map<?, ?> whole(Bound bound) {
    return bound.structure() instanceof Map<?, ?> map
            && map.containsKey("Topic")
            && map.containsKey("Partition")
            && map.containsKey("Offset")
            && map.containsKey("Value")
        ? map
        : null;
  }

  private static @Nullable Content content(Bound bound, @Nullable Map<?, ?> kafka) {
    return Body.content(kafka == null ? bound.value() : kafka.get("Value"), null);
  }

  private static Map<String, Object> headers(List<?> headers) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Object header : headers) {
      Map<?, ?> map = Metadata.structure(header) instanceof Map<?, ?> read ? read : Map.of();
      @Nullable Object value = map.get("Value");
      if (map.get("Key") instanceof String key && value != null) {
        attributes.put(key, value);
      }
    }
    return attributes;
  }
}

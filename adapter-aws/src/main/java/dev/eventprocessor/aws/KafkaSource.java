package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Apache Kafka, Amazon's or the user's own: records of several partitions, each in its order,
 * answered with the first of each partition that has to be delivered again, as a map of partition
 * and offset ("Using Lambda with Amazon MSK", "Using Lambda with self-managed Apache Kafka", AWS
 * Lambda Developer Guide).
 */
final class KafkaSource implements LambdaSource {

  private final String trigger;

  KafkaSource(String trigger) {
    this.trigger = trigger;
  }

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "Kafka event");
    Fields partitions = event.requiredFields("records");
    int size = 0;
    for (String key : partitions.map().keySet()) {
      size += partitions.size(key);
    }
    List<Item> items = new ArrayList<>(size);
    int index = 0;
    for (String key : partitions.map().keySet()) {
      Partition reader = new Partition(trigger, event, key);
      for (int i = 0; i < partitions.size(key); i++) {
        Fields record = partitions.element(key, i);
        Map<String, Object> identifier = identifier(record);
        String group = String.valueOf(identifier.get("partition"));
        Item.add(items, new Item.Place(identifier, group, index++, size), record, reader);
      }
    }
    return BatchAnswer.run(processor, items, Order.ORDERED, size, context);
  }

  /** By the record's own words: the key that it stands under may be spelled another way. */
  private static Map<String, Object> identifier(Fields record) {
    @Nullable Long partition = record.number("partition");
    @Nullable Long offset = record.number("offset");
    if (partition == null || offset == null) {
      throw record.wrong(partition == null ? "partition" : "offset", "a whole number");
    }
    Map<String, Object> identifier = new LinkedHashMap<>(4);
    identifier.put("partition", record.requiredText("topic") + "-" + partition);
    identifier.put("offset", offset);
    return identifier;
  }

  /** The records under one key of a payload. */
  private static final class Partition implements RecordReader {
    private final String trigger;
    private final Fields payload;
    private final String key;

    Partition(String trigger, Fields payload, String key) {
      this.trigger = trigger;
      this.payload = payload;
      this.key = key;
    }

    @Override
    public List<Event> events(Fields record, int index, int size) {
      @Nullable String arn = payload.text("eventSourceArn");
      String topic = record.requiredText("topic");
      String partition = String.valueOf(record.number("partition"));
      String offset = String.valueOf(record.number("offset"));
      @Nullable String time = Times.ofEpochMillis(record.number("timestamp"));
      @Nullable Object recordKey = KafkaValues.text(record.bytes("key"));
      KafkaValues.Headers headers = KafkaValues.headers(record);
      PortableEvent event =
          PortableEvent.of(Kind.STREAM, "aws", trigger)
              .derivedId(
                  arn == null ? payload.text("bootstrapServers") : arn, topic, partition, offset)
              .put("source", arn)
              .put("type", "com.amazonaws.kafka.record")
              .put("time", time)
              .put("partitionkey", recordKey instanceof String ? recordKey : null)
              .put("sequence", offset)
              .put("dataschema", KafkaValues.schema(record))
              .content(KafkaValues.content(record))
              .attributes(headers.last())
              .delivery("index", (long) index)
              .delivery("size", (long) size);
      describe(record, recordKey, event);
      event
          .put("traceparent", event.attribute("traceparent"))
          .detail("stream", "headers", headers.all().isEmpty() ? null : headers.all());
      Arn.describe(arn, event);
      event.resource("name", topic);
      Object raw = Alone.of(payload, "records", Map.of(key, List.of(record.map())));
      return StreamEnvelopes.CLOUD_EVENTS.open(event, raw);
    }

    private static void describe(Fields record, @Nullable Object key, PortableEvent event) {
      if ("LOG_APPEND_TIME".equals(record.text("timestampType"))) {
        event.put("recordedtime", Times.ofEpochMillis(record.number("timestamp")));
      }
      event
          .detail("stream", "name", record.text("topic"))
          .detail("stream", "partition", record.number("partition"))
          .detail("stream", "offset", record.number("offset"))
          .detail("stream", "key", key);
    }
  }
}

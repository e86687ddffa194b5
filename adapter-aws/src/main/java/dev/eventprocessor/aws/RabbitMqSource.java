package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Amazon MQ for RabbitMQ: messages by queue, delivered again as a whole when one of them fails
 * ("Using Lambda with Amazon MQ", AWS Lambda Developer Guide). A message's time comes as text in
 * the words of a locale and without a zone, so that it is nobody's to know: it is in {@code raw}.
 */
final class RabbitMqSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "RabbitMQ event");
    Fields queues = event.requiredFields("rmqMessagesByQueue");
    int size = 0;
    for (String queue : queues.map().keySet()) {
      size += queues.size(queue);
    }
    List<Item> items = new ArrayList<>(size);
    for (String queue : queues.map().keySet()) {
      Messages reader = new Messages(event, queue);
      for (int i = 0; i < queues.size(queue); i++) {
        Item.Place place = new Item.Place(queue + "[" + i + "]", null, items.size(), size);
        Item.add(items, place, queues.element(queue, i), reader);
      }
    }
    Runs.whole(processor, items, context);
    return null;
  }

  /** The messages of one queue. */
  private static final class Messages implements RecordReader {
    private final Fields payload;
    private final String queue;

    Messages(Fields payload, String queue) {
      this.payload = payload;
      this.queue = queue;
    }

    @Override
    public List<Event> events(Fields message, int index, int size) {
      @Nullable String arn = payload.text("eventSourceArn");
      PortableEvent event =
          PortableEvent.of(Kind.QUEUE, "aws", "aws.rabbitmq")
              .put("source", arn)
              .put("type", "com.amazonaws.mq.message")
              .delivery("index", (long) index)
              .delivery("size", (long) size)
              .delivery("redelivered", message.flag("redelivered"));
      @Nullable Fields properties = message.fields("basicProperties");
      @Nullable String type = null;
      if (properties != null) {
        describe(properties, event);
        type = properties.text("contentType");
      }
      @Nullable String data = message.text("data");
      event.content(data == null ? null : Content.base64(data, type));
      event.put("traceparent", event.attribute("traceparent"));
      Arn.describe(arn, event);
      event.resource("name", name());
      Object raw = Alone.of(payload, "rmqMessagesByQueue", Map.of(queue, List.of(message.map())));
      return StreamEnvelopes.CLOUD_EVENTS.open(event, raw);
    }

    private static void describe(Fields properties, PortableEvent event) {
      event
          .put("id", properties.text("messageId"))
          .put("correlationid", properties.text("correlationId"))
          .attributes(headers(properties))
          .detail("message", "contenttype", properties.text("contentType"))
          .detail("message", "replyto", properties.text("replyTo"))
          .detail("message", "label", properties.text("type"));
    }

    /** {@code QUEUE::VIRTUALHOST} */
    private String name() {
      int end = queue.indexOf("::");
      return end < 0 ? queue : queue.substring(0, end);
    }

    /** Text is shipped as a map of its bytes, everything else as it is. */
    private static Map<String, Object> headers(Fields properties) {
      @Nullable Fields headers = properties.fields("headers");
      Map<String, Object> plain = new LinkedHashMap<>();
      if (headers != null) {
        for (String name : headers.map().keySet()) {
          @Nullable Object value = headers.map().get(name);
          boolean bytes = value instanceof Map<?, ?> map && map.get("bytes") instanceof List<?>;
          value =
              bytes
                  ? KafkaValues.text(KafkaValues.bytes(headers.requiredFields(name), "bytes"))
                  : value;
          if (value != null) {
            plain.put(name, value);
          }
        }
      }
      return plain;
    }
  }
}

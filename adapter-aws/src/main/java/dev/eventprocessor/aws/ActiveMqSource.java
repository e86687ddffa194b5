package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Amazon MQ for ActiveMQ: a batch of messages that is delivered again as a whole when one of them
 * fails ("Using Lambda with Amazon MQ", AWS Lambda Developer Guide).
 */
final class ActiveMqSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "ActiveMQ event");
    Runs.whole(processor, Item.all(event, "messages", new Messages(event)), context);
    return null;
  }

  /** The messages of one payload. */
  private static final class Messages implements RecordReader {
    private final Fields payload;

    Messages(Fields payload) {
      this.payload = payload;
    }

    @Override
    public List<Event> events(Fields message, int index, int size) {
      @Nullable String arn = payload.text("eventSourceArn");
      @Nullable String sent = Times.ofEpochMillis(message.number("timestamp"));
      @Nullable Fields destination = message.fields("destination");
      @Nullable String queue =
          destination == null ? null : spelled(destination, "physicalName", "physicalname");
      PortableEvent event =
          PortableEvent.of(Kind.QUEUE, "aws", "aws.activemq")
              .put("id", message.text("messageID"))
              .put("source", arn)
              .put("type", "com.amazonaws.mq.message")
              .put("time", sent)
              .put("correlationid", orAbsent(spelled(message, "correlationId", "correlationID")))
              .put("partitionkey", group(message))
              .put("expirytime", expiry(message.number("expiration")))
              .content(content(message))
              .attributes(properties(message))
              .delivery("enqueued", Times.ofEpochMillis(message.number("brokerInTime")))
              .delivery("index", (long) index)
              .delivery("size", (long) size)
              .delivery("redelivered", message.flag("redelivered"))
              .detail("message", "replyto", orAbsent(message.text("replyTo")))
              .detail("message", "label", orAbsent(message.text("type")))
              .detail("message", "to", queue);
      event.put("traceparent", event.attribute("traceparent"));
      Arn.describe(arn, event);
      event.resource("name", queue);
      Object raw = Alone.of(payload, "messages", List.of(message.map()));
      return StreamEnvelopes.CLOUD_EVENTS.open(event, raw);
    }

    /** What is sent as text is text; what is sent as bytes is told apart by what it is. */
    private static @Nullable Content content(Fields message) {
      @Nullable String data = message.text("data");
      return data == null ? null : Content.base64(data, null);
    }

    private static Map<String, Object> properties(Fields message) {
      @Nullable Fields properties = message.fields("properties");
      Map<String, Object> plain = new LinkedHashMap<>();
      if (properties != null) {
        for (Map.Entry<String, @Nullable Object> property : properties.map().entrySet()) {
          @Nullable Object value = property.getValue();
          if (value != null) {
            plain.put(property.getKey(), value);
          }
        }
      }
      return plain;
    }

    private static @Nullable String group(Fields message) {
      @Nullable Fields properties = message.fields("properties");
      return properties != null && properties.map().get("JMSXGroupID") instanceof String group
          ? group
          : null;
    }

    /** The documentation and the samples of AWS's own libraries spell two names in two ways. */
    private static @Nullable String spelled(Fields fields, String name, String other) {
      @Nullable String text = fields.text(name);
      return text == null ? fields.text(other) : text;
    }

    /** 0 is never. */
    private static @Nullable String expiry(@Nullable Long millis) {
      return millis == null || millis == 0 ? null : Times.ofEpochMillis(millis);
    }

    /** The bridge writes what a message does not have as the text "null". */
    private static @Nullable String orAbsent(@Nullable String text) {
      return text == null || text.isEmpty() || text.equals("null") ? null : text;
    }
  }
}

package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Amazon DynamoDB Streams: a batch of one shard's changes, answered as Kinesis is ("Using AWS
 * Lambda with Amazon DynamoDB", AWS Lambda Developer Guide; "Record", DynamoDB Streams API
 * Reference). The data is the item as it is after the change; absent where it was removed, and
 * where the stream's view does not include it.
 */
final class DynamoDbSource implements LambdaSource {

  private static final String TRIGGER = "aws.dynamodb";

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "DynamoDB event");
    return Shard.run(event, new Records(event), processor, context);
  }

  /** The records of one payload. */
  private static final class Records implements Window.Reader {
    private final Fields payload;
    private final @Nullable Window window;

    Records(Fields payload) {
      this.payload = payload;
      this.window = Window.of(payload);
    }

    @Override
    public @Nullable Window window() {
      return window;
    }

    @Override
    public String id(Fields record) {
      return record.requiredFields("dynamodb").requiredText("SequenceNumber");
    }

    @Override
    public List<Event> events(Fields record, int index, int size) {
      Fields change = record.requiredFields("dynamodb");
      String name = record.requiredText("eventName");
      @Nullable String arn = record.text("eventSourceARN");
      PortableEvent event =
          PortableEvent.of(Kind.CHANGE, "aws", TRIGGER)
              .put("id", record.text("eventID"))
              .put("source", arn)
              .put("type", "com.amazonaws.dynamodb." + name)
              .put("time", Times.ofEpochSeconds(change.decimal("ApproximateCreationDateTime")))
              .put("sequence", change.text("SequenceNumber"))
              .delivery("index", (long) index)
              .delivery("size", (long) size);
      Arn.describe(arn, event);
      event
          .resource("name", arn == null ? null : Arn.streamName(arn))
          .resource("region", record.text("awsRegion"));
      describe(change, name, event);
      event
          .detail("change", "table", arn == null ? null : Arn.streamName(arn))
          .detail("change", "expired", expired(record, name));
      if (window != null) {
        window.describe(event);
      }
      return List.of(event.raw(Alone.of(payload, record)));
    }

    @Override
    public Event end() {
      @Nullable String arn = payload.text("eventSourceARN");
      PortableEvent event =
          PortableEvent.of(Kind.CHANGE, "aws", TRIGGER)
              .put("source", arn)
              .put("type", "com.amazonaws.dynamodb.window");
      Arn.describe(arn, event);
      if (window != null) {
        window.describe(event);
      }
      return event.resource("name", arn == null ? null : Arn.streamName(arn)).raw(payload.map());
    }

    private static void describe(Fields change, String name, PortableEvent event) {
      @Nullable Map<String, @Nullable Object> after = image(change, "NewImage");
      event
          .content(after == null ? null : Content.of(after))
          .detail("change", "op", op(name))
          .detail("change", "key", image(change, "Keys"))
          .detail("change", "before", image(change, "OldImage"))
          .detail("change", "after", after)
          .detail("change", "view", change.text("StreamViewType"));
    }

    private static @Nullable Map<String, @Nullable Object> image(Fields change, String key) {
      @Nullable Fields image = change.fields(key);
      return image == null ? null : AttributeValues.plain(image);
    }

    private static @Nullable String op(String name) {
      return switch (name) {
        case "INSERT" -> "insert";
        case "MODIFY" -> "modify";
        case "REMOVE" -> "remove";
        default -> null;
      };
    }

    /** "DynamoDB Streams and Time to Live", DynamoDB Developer Guide. */
    private static @Nullable Boolean expired(Fields record, String name) {
      if (!name.equals("REMOVE")) {
        return null;
      }
      @Nullable Fields user = record.fields("userIdentity");
      return user != null
          && "Service".equalsIgnoreCase(user.text("type"))
          && "dynamodb.amazonaws.com".equals(user.text("principalId"));
    }
  }
}

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
 * Amazon DynamoDB Streams: a batch of one shard's changes ("Using AWS Lambda with Amazon DynamoDB",
 * AWS Lambda Developer Guide; "Record", DynamoDB Streams API Reference). The data is the item as it
 * is after the change; absent where it was removed, and where the stream's view does not include
 * it. An item that is a CloudEvent is a change all the same.
 */
final class DynamoDbSource implements LambdaSource, ShardReader {

  private static final String TRIGGER = "aws.dynamodb";

  private static final String GROUP = "change";

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    return new Shard(Fields.of(payload, "DynamoDB event"), this).run(processor, context);
  }

  @Override
  public String id(Fields record) {
    return record.requiredFields("dynamodb").requiredText("SequenceNumber");
  }

  @Override
  public PortableEvent event(Fields record) {
    Fields change = record.requiredFields("dynamodb");
    String name = record.requiredText("eventName");
    @Nullable String arn = record.text("eventSourceARN");
    PortableEvent event =
        PortableEvent.of(Kind.CHANGE, "aws", TRIGGER)
            .put("id", record.text("eventID"))
            .put("type", "com.amazonaws.dynamodb." + name)
            .put("time", Times.ofEpochSeconds(change.decimal("ApproximateCreationDateTime")))
            .put("sequence", change.text("SequenceNumber"))
            .detail(GROUP, "op", op(name))
            .detail(GROUP, "table", Arn.streamName(arn));
    Arn.describeStream(arn, event);
    describe(change, event);
    return event
        .resource("region", record.text("awsRegion"))
        .detail(GROUP, "expired", expired(record, name));
  }

  @Override
  public PortableEvent end(Fields payload) {
    PortableEvent event =
        PortableEvent.of(Kind.CHANGE, "aws", TRIGGER).put("type", "com.amazonaws.dynamodb.window");
    Arn.describeStream(payload.text("eventSourceARN"), event);
    return event;
  }

  @Override
  public List<Event> finish(PortableEvent event, Object raw) {
    return List.of(event.build(raw));
  }

  private static void describe(Fields change, PortableEvent event) {
    @Nullable Map<String, @Nullable Object> after = image(change, "NewImage");
    event
        .content(after == null ? null : Content.of(after))
        .detail(GROUP, "key", image(change, "Keys"))
        .detail(GROUP, "before", image(change, "OldImage"))
        .detail(GROUP, "after", after)
        .detail(GROUP, "view", change.text("StreamViewType"));
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

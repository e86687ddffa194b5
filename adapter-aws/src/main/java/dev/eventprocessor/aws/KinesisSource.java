package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Amazon Kinesis Data Streams: a batch of one shard's records ("Using Lambda with Kinesis", AWS
 * Lambda Developer Guide).
 */
final class KinesisSource implements LambdaSource, ShardReader {

  private static final String TRIGGER = "aws.kinesis";

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    return new Shard(Fields.of(payload, "Kinesis event"), this).run(processor, context);
  }

  @Override
  public String id(Fields record) {
    return record.requiredFields("kinesis").requiredText("sequenceNumber");
  }

  @Override
  public PortableEvent event(Fields record) {
    Fields kinesis = record.requiredFields("kinesis");
    @Nullable String data = kinesis.text("data");
    @Nullable String arrived = Times.ofEpochSeconds(kinesis.decimal("approximateArrivalTimestamp"));
    PortableEvent event =
        PortableEvent.of(Kind.STREAM, "aws", TRIGGER)
            .put("id", record.text("eventID"))
            .put("type", "com.amazonaws.kinesis.record")
            .put("time", arrived)
            .put("recordedtime", arrived)
            .put("partitionkey", kinesis.text("partitionKey"))
            .put("sequence", kinesis.text("sequenceNumber"))
            .content(data == null ? null : Content.base64(data, null))
            .delivery("enqueued", arrived)
            .detail("stream", "partition", shard(record.text("eventID")));
    @Nullable String arn = record.text("eventSourceARN");
    Arn.describeStream(arn, event);
    return event
        .resource("region", record.text("awsRegion"))
        .detail("stream", "name", Arn.streamName(arn));
  }

  @Override
  public PortableEvent end(Fields payload) {
    PortableEvent event =
        PortableEvent.of(Kind.STREAM, "aws", TRIGGER).put("type", "com.amazonaws.kinesis.window");
    Arn.describeStream(payload.text("eventSourceARN"), event);
    return event;
  }

  @Override
  public List<Event> finish(PortableEvent event, Object raw) {
    return StreamEnvelopes.CLOUD_EVENTS.open(event, raw);
  }

  /** {@code shardId-000000000006:4959...} */
  private static @Nullable String shard(@Nullable String eventId) {
    int colon = eventId == null ? -1 : eventId.indexOf(':');
    return colon < 0 || eventId == null ? null : eventId.substring(0, colon);
  }
}

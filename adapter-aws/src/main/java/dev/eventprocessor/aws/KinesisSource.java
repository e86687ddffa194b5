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
 * Amazon Kinesis Data Streams: a batch of one shard's records, answered with the first that has to
 * be delivered again ("Using Lambda with Kinesis", AWS Lambda Developer Guide).
 */
final class KinesisSource implements LambdaSource {

  private static final String TRIGGER = "aws.kinesis";

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "Kinesis event");
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
      return record.requiredFields("kinesis").requiredText("sequenceNumber");
    }

    @Override
    public List<Event> events(Fields record, int index, int size) {
      Fields kinesis = record.requiredFields("kinesis");
      @Nullable String arn = record.text("eventSourceARN");
      @Nullable String arrived =
          Times.ofEpochSeconds(kinesis.decimal("approximateArrivalTimestamp"));
      PortableEvent event =
          PortableEvent.of(Kind.STREAM, "aws", TRIGGER)
              .put("id", record.text("eventID"))
              .put("source", arn)
              .put("type", "com.amazonaws.kinesis.record")
              .put("time", arrived)
              .put("recordedtime", arrived)
              .put("partitionkey", kinesis.text("partitionKey"))
              .put("sequence", kinesis.text("sequenceNumber"))
              .content(content(kinesis))
              .delivery("enqueued", arrived)
              .delivery("index", (long) index)
              .delivery("size", (long) size)
              .detail("stream", "partition", shard(record.text("eventID")));
      Arn.describe(arn, event);
      event
          .resource("region", record.text("awsRegion"))
          .detail("stream", "name", arn == null ? null : Arn.streamName(arn));
      if (window != null) {
        window.describe(event);
      }
      return StreamEnvelopes.CLOUD_EVENTS.open(event, raw(record));
    }

    @Override
    public Event end() {
      @Nullable String arn = payload.text("eventSourceARN");
      PortableEvent event =
          PortableEvent.of(Kind.STREAM, "aws", TRIGGER)
              .put("source", arn)
              .put("type", "com.amazonaws.kinesis.window");
      Arn.describe(arn, event);
      if (window != null) {
        window.describe(event);
      }
      return event.raw(payload.map());
    }

    /** With what the payload has beside the records, where it has anything. */
    private Object raw(Fields record) {
      return Alone.of(payload, record);
    }

    private static @Nullable Content content(Fields kinesis) {
      @Nullable String data = kinesis.text("data");
      return data == null ? null : Content.base64(data, null);
    }

    /** {@code shardId-000000000006:4959...} */
    private static @Nullable String shard(@Nullable String eventId) {
      int colon = eventId == null ? -1 : eventId.indexOf(':');
      return colon < 0 || eventId == null ? null : eventId.substring(0, colon);
    }
  }
}

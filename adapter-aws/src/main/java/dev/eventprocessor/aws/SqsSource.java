package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Amazon SQS: a batch of messages, answered with the ids of those to deliver again ("Using Lambda
 * with Amazon SQS", and "Handling errors for an SQS event source", both AWS Lambda Developer
 * Guide).
 */
final class SqsSource implements LambdaSource, RecordReader {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "SQS event");
    int size = event.requiredSize("Records");
    List<Item> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Fields record = event.element("Records", i);
      Item.Place place = new Item.Place(record.requiredText("messageId"), group(record), i, size);
      Item.add(items, place, record, this);
    }
    return BatchAnswer.run(processor, items, Order.GROUPED, size, context);
  }

  /** Only FIFO queues are ordered; fair queues have groups, too, and are not. */
  private static @Nullable String group(Fields record) {
    if (!(record.map().get("attributes") instanceof Map<?, ?> attributes)) {
      return null;
    }
    boolean fifo =
        attributes.get("SequenceNumber") != null
            || (record.map().get("eventSourceARN") instanceof String arn && arn.endsWith(".fifo"));
    return fifo && attributes.get("MessageGroupId") instanceof String group ? group : null;
  }

  @Override
  public List<Event> events(Fields record, int index, int size) {
    @Nullable String arn = record.text("eventSourceARN");
    PortableEvent event =
        PortableEvent.of(Kind.QUEUE, "aws", "aws.sqs")
            .put("id", record.text("messageId"))
            .put("source", arn)
            .put("type", "com.amazonaws.sqs.message")
            .content(body(record))
            .attributes(MessageAttributes.SQS.read(record.fields("messageAttributes")))
            .delivery("index", (long) index)
            .delivery("size", (long) size)
            .delivery("receipt", record.text("receiptHandle"));
    Arn.describe(arn, event);
    @Nullable Fields system = record.fields("attributes");
    if (system != null) {
      describe(system, event);
    }
    event.put("traceparent", event.attribute("traceparent"));
    return AwsEnvelopes.MESSAGES.open(event, record.map());
  }

  /** Absent where it is missing, as in no documented payload but in hand-made ones. */
  private static @Nullable Content body(Fields record) {
    @Nullable String body = record.text("body");
    return body == null ? null : Content.decode(body, null);
  }

  private static void describe(Fields system, PortableEvent event) {
    @Nullable String sent = Times.ofEpochMillis(system.number("SentTimestamp"));
    event
        .put("time", sent)
        .put("partitionkey", system.text("MessageGroupId"))
        .put("sequence", system.text("SequenceNumber"))
        .put("traceparent", TraceHeader.traceparent(system.text("AWSTraceHeader")))
        .delivery("attempt", system.number("ApproximateReceiveCount"))
        .delivery("enqueued", sent)
        .delivery(
            "firstreceived",
            Times.ofEpochMillis(system.number("ApproximateFirstReceiveTimestamp")));
  }
}

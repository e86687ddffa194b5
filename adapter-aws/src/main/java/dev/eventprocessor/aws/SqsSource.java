package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.batch.BatchRecord;
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
final class SqsSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "SQS event");
    int size = event.size("Records");
    List<Message> messages = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      messages.add(new Message(event.element("Records", i), i, size));
    }
    return BatchAnswer.of(
        Batch.run(processor, messages, Order.GROUPED, LambdaInvocation.of(context)), context);
  }

  /** One message; its shape is checked when its turn comes, but for the id it is reported by. */
  private static final class Message implements BatchRecord {
    private final Fields record;
    private final String id;
    private final int index;
    private final int size;

    Message(Fields record, int index, int size) {
      this.record = record;
      this.id = record.requiredText("messageId");
      this.index = index;
      this.size = size;
    }

    @Override
    public String id() {
      return id;
    }

    /** Only FIFO queues are ordered; fair queues have groups, too, and are not. */
    @Override
    public @Nullable String group() {
      if (!(record.map().get("attributes") instanceof Map<?, ?> attributes)) {
        return null;
      }
      boolean fifo =
          attributes.get("SequenceNumber") != null
              || (record.map().get("eventSourceARN") instanceof String arn
                  && arn.endsWith(".fifo"));
      return fifo && attributes.get("MessageGroupId") instanceof String group ? group : null;
    }

    @Override
    public Object raw() {
      return record.map();
    }

    @Override
    public Event event() {
      @Nullable String arn = record.text("eventSourceARN");
      PortableEvent event =
          PortableEvent.of(Kind.QUEUE, "aws", "aws.sqs")
              .put("id", id)
              .put("source", arn)
              .put("type", "com.amazonaws.sqs.message")
              .content(body())
              .attributes(MessageAttributes.SQS.read(record.fields("messageAttributes")))
              .delivery("index", (long) index)
              .delivery("size", (long) size)
              .delivery("receipt", record.text("receiptHandle"));
      Arn.describe(arn, event);
      @Nullable Fields system = record.fields("attributes");
      if (system != null) {
        describe(system, event);
      }
      return event.raw(record.map());
    }

    private @Nullable Content body() {
      @Nullable String body = record.text("body");
      return body == null ? null : Content.decode(body, null);
    }

    private static void describe(Fields system, PortableEvent event) {
      @Nullable String sent = Times.ofEpochMillis(system.number("SentTimestamp"));
      event
          .put("time", sent)
          .put("partitionkey", system.text("MessageGroupId"))
          .put("sequence", system.text("SequenceNumber"))
          .delivery("attempt", system.number("ApproximateReceiveCount"))
          .delivery("enqueued", sent)
          .delivery(
              "firstreceived",
              Times.ofEpochMillis(system.number("ApproximateFirstReceiveTimestamp")));
    }
  }
}

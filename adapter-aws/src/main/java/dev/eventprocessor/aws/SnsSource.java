package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Amazon SNS: one notification an invocation, in a list ("Using Lambda with Amazon SNS", AWS Lambda
 * Developer Guide). Nothing is answered; what is thrown makes Lambda try again.
 */
final class SnsSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "SNS event");
    int size = event.size("Records");
    for (int i = 0; i < size; i++) {
      Batch.single(
          processor, event(event.element("Records", i), i, size), LambdaInvocation.of(context));
    }
    return null;
  }

  private static Event event(Fields record, int index, int size) {
    Fields sns = record.requiredFields("Sns");
    @Nullable String topic = sns.text("TopicArn");
    PortableEvent event =
        PortableEvent.of(Kind.TOPIC, "aws", "aws.sns")
            .put("id", sns.text("MessageId"))
            .put("source", topic)
            .put("type", "com.amazonaws.sns.Notification")
            .put("subject", sns.text("Subject"))
            .put("time", sns.text("Timestamp"))
            .content(Content.decode(sns.requiredText("Message"), null))
            .attributes(MessageAttributes.SNS.read(sns.fields("MessageAttributes")))
            .delivery("index", (long) index)
            .delivery("size", (long) size)
            .delivery("subscription", record.text("EventSubscriptionArn"));
    Arn.describe(topic, event);
    return event.raw(record.map());
  }
}

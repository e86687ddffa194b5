package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Amazon SNS: one notification an invocation, in a list ("Using Lambda with Amazon SNS", AWS Lambda
 * Developer Guide). Nothing is answered; what is thrown makes Lambda try again.
 */
final class SnsSource implements LambdaSource, RecordReader {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Runs.whole(processor, Item.all(Fields.of(payload, "SNS event"), "Records", this), context);
    return null;
  }

  @Override
  public List<Event> events(Fields record, int index, int size) {
    PortableEvent event =
        PortableEvent.of(Kind.TOPIC, "aws", SnsNotification.TRIGGER)
            .delivery("index", (long) index)
            .delivery("size", (long) size)
            .delivery("subscription", record.text("EventSubscriptionArn"));
    SnsNotification.describe(record.requiredFields("Sns"), event);
    return AwsEnvelopes.MESSAGES.open(event, record.map());
  }
}

package dev.eventprocessor.aws;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import org.jspecify.annotations.Nullable;

/**
 * An Amazon SNS notification, sent to the function or travelling in a queue: what matters is
 * spelled alike in both ("HTTP/HTTPS notification JSON format", SNS Developer Guide). Stateless.
 */
final class SnsNotification {

  static final String TRIGGER = "aws.sns";

  private SnsNotification() {}

  /** The notification that a message carries. */
  static PortableEvent inner(@Nullable Object value, PortableEvent outer) {
    PortableEvent event = outer.inner(Kind.TOPIC, TRIGGER);
    describe(Fields.of(value, "SNS notification"), event);
    return event;
  }

  static void describe(Fields sns, PortableEvent event) {
    @Nullable String topic = sns.text("TopicArn");
    event
        .put("id", sns.text("MessageId"))
        .put("source", topic)
        .put("type", "com.amazonaws.sns.Notification")
        .put("subject", sns.text("Subject"))
        .put("time", Times.of(sns.text("Timestamp")))
        .content(Content.decode(sns.requiredText("Message"), null))
        .attributes(MessageAttributes.SNS.read(sns.fields("MessageAttributes")));
    event.put("traceparent", event.attribute("traceparent"));
    Arn.describe(topic, event);
  }
}

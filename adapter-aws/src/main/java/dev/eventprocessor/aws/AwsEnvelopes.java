package dev.eventprocessor.aws;

import dev.eventprocessor.event.CloudEvents;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Envelope;
import dev.eventprocessor.event.Envelopes;
import dev.eventprocessor.event.PortableEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelopes of AWS: SNS notifications, S3 notifications and EventBridge events as they travel
 * in queues and topics, and CloudEvents anywhere. Of a source only what the message needs is
 * loaded.
 */
final class AwsEnvelopes implements Envelope {

  /** For what queues, topics and buses carry. */
  static final Envelopes MESSAGES = Envelopes.of(new AwsEnvelopes());

  private static final String[] MARKERS = {
    "\"TopicArn\"", "\"aws:s3\"", "\"s3:TestEvent\"", "\"detail-type\"", "\"specversion\""
  };

  private AwsEnvelopes() {}

  @Override
  public @Nullable List<PortableEvent> open(PortableEvent outer) {
    @Nullable Content content = outer.content();
    if (content == null || !content.mayHold(MARKERS)) {
      return null;
    }
    @Nullable Object value = content.value();
    if (Markers.isSns(value)) {
      return List.of(SnsNotification.inner(value, outer));
    }
    if (Markers.isS3(value)) {
      return S3Notification.inner(value, outer);
    }
    if (Markers.isS3Test(value)) {
      return List.of();
    }
    if (Markers.isEventBridge(value)) {
      return List.of(EventBridgeEvent.inner(value, outer));
    }
    return CloudEvents.open(outer);
  }
}

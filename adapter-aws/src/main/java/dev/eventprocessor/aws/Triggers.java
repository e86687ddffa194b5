package dev.eventprocessor.aws;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells by documented markers which trigger a payload comes from. Only the source that is needed is
 * loaded. A new trigger is a new source and a line here, or in {@link OtherTriggers} where it is
 * none of the usual ones.
 */
final class Triggers {

  private Triggers() {}

  static LambdaSource sourceOf(@Nullable Object payload) {
    @Nullable LambdaSource source = null;
    if (payload instanceof Map<?, ?> event) {
      source = ofRecords(event);
      if (source == null && Markers.isEventBridge(event)) {
        source = new EventBridgeSource();
      }
      if (source == null) {
        source = OtherTriggers.sourceOf(event);
      }
    } else if (payload instanceof List<?> list) {
      source = OtherTriggers.sourceOf(list);
    }
    return source == null ? new InvokeSource() : source;
  }

  private static @Nullable LambdaSource ofRecords(Map<?, ?> event) {
    if (!(event.get("Records") instanceof List<?> records)) {
      return null;
    }
    if (records.isEmpty()) {
      return ofEndedWindow(event);
    }
    if (!(records.get(0) instanceof Map<?, ?> first)) {
      return null;
    }
    if (first.get("cf") instanceof Map<?, ?>) {
      return new CloudFrontSource();
    }
    // SNS alone spells it with a capital E. Test events often leave it out and keep the rest.
    Object source = first.get("eventSource");
    source = source == null ? first.get("EventSource") : source;
    if (source == null) {
      boolean sns = first.get("Sns") instanceof Map<?, ?> message && message.containsKey("Message");
      return sns ? new SnsSource() : null;
    }
    return source instanceof String name ? ofService(name) : null;
  }

  private static @Nullable LambdaSource ofService(String name) {
    return switch (name) {
      case "aws:sqs" -> new SqsSource();
      case "aws:sns" -> new SnsSource();
      case "aws:s3" -> new S3Source();
      case "aws:kinesis" -> new KinesisSource();
      case "aws:dynamodb" -> new DynamoDbSource();
      case "aws:ses" -> new RecordsSource("aws.ses");
      case "aws:codecommit" -> new RecordsSource("aws.codecommit");
      default -> null;
    };
  }

  /** The invocation that ends a tumbling window may have no records. */
  private static @Nullable LambdaSource ofEndedWindow(Map<?, ?> event) {
    if (!(event.get("window") instanceof Map<?, ?>)
        || !Boolean.TRUE.equals(event.get("isFinalInvokeForWindow"))
        || !(event.get("eventSourceARN") instanceof String arn)) {
      return null;
    }
    String service = Arn.service(arn);
    return service.equals("kinesis") || service.equals("dynamodb")
        ? ofService("aws:" + service)
        : null;
  }
}

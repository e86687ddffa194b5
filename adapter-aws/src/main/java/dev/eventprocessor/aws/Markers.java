package dev.eventprocessor.aws;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documented markers of payloads, wherever they stand. Stateless. */
final class Markers {

  private Markers() {}

  /** An SNS notification as a queue or an endpoint gets it. */
  static boolean isSns(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && "Notification".equals(map.get("Type"))
        && areTexts(map, "TopicArn", "MessageId", "Message");
  }

  /** An S3 notification, by its first record. */
  static boolean isS3(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && map.get("Records") instanceof List<?> records
        && !records.isEmpty()
        && records.get(0) instanceof Map<?, ?> first
        && "aws:s3".equals(first.get("eventSource"))
        && isMap(first, "s3");
  }

  /** A CloudWatch alarm has a source, too, but no detail type. */
  static boolean isEventBridge(@Nullable Object value) {
    return value instanceof Map<?, ?> event
        && isText(event, "detail-type")
        && isText(event, "source")
        && event.containsKey("detail");
  }

  /** What S3 sends when notifications are configured. */
  static boolean isS3Test(@Nullable Object value) {
    return value instanceof Map<?, ?> event
        && "s3:TestEvent".equals(event.get("Event"))
        && "Amazon S3".equals(event.get("Service"));
  }

  static boolean isText(Map<?, ?> event, String key) {
    return event.get(key) instanceof String;
  }

  static boolean areTexts(Map<?, ?> event, String... keys) {
    for (String key : keys) {
      if (!isText(event, key)) {
        return false;
      }
    }
    return true;
  }

  static boolean isMap(Map<?, ?> event, String key) {
    return event.get(key) instanceof Map<?, ?>;
  }

  static boolean isList(Map<?, ?> event, String key) {
    return event.get(key) instanceof List<?>;
  }
}

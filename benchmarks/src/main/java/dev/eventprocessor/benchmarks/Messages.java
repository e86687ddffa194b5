package dev.eventprocessor.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What SQS and SNS hand over, as maps that may be changed: another value for a key leaves the order
 * as it is.
 */
public final class Messages {

  private Messages() {}

  /** A message of a queue, in the list of a batch. */
  public static Map<String, Object> sqs(int number, String queue, String body) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageId", "059f36b4-87a3-44ab-83d2-66197545a4f" + number);
    message.put("receiptHandle", "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a");
    message.put("body", body);
    message.put(
        "attributes",
        Map.of("ApproximateReceiveCount", "1", "SentTimestamp", "1796025600123", "SenderId", "A"));
    message.put("messageAttributes", Map.of());
    message.put("md5OfBody", "e4e68fb7bd0e697a0ae8f1bb342846b3");
    message.put("eventSource", "aws:sqs");
    message.put("eventSourceARN", "arn:aws:sqs:eu-west-1:123456789012:" + queue);
    message.put("awsRegion", "eu-west-1");
    return message;
  }

  /** A notification of a topic, without signature and attributes. */
  public static Map<String, Object> sns(int number, String topic, String message) {
    Map<String, Object> notification = new LinkedHashMap<>();
    notification.put("Type", "Notification");
    notification.put("MessageId", "d1b2c3d4-0000-5000-8000-00000000000" + number);
    notification.put("TopicArn", "arn:aws:sns:eu-west-1:123456789012:" + topic);
    notification.put("Subject", "An order");
    notification.put("Message", message);
    notification.put("Timestamp", "2026-11-29T08:00:00.123Z");
    return notification;
  }
}

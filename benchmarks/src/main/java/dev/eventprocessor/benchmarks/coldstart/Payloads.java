package dev.eventprocessor.benchmarks.coldstart;

import dev.eventprocessor.benchmarks.Messages;
import dev.eventprocessor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the contenders are sent. */
final class Payloads {

  private static final int MESSAGES = 10;
  private static final List<String> STATES = List.of("ALARM", "OK", "INSUFFICIENT_DATA");

  private Payloads() {}

  /** Ten SQS messages, each an SNS notification around a CloudWatch alarm. */
  static byte[] sqs() {
    List<Object> records = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      records.add(message(i));
    }
    return Json.write(Map.of("Records", records));
  }

  /** A CloudEvent of Pub/Sub's around one such alarm. */
  static byte[] pubSub() {
    byte[] alarm = alarm(0).getBytes(StandardCharsets.UTF_8);
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("data", Base64.getEncoder().encodeToString(alarm));
    message.put("messageId", "11894023519832914");
    message.put("publishTime", "2026-11-29T08:00:00.123Z");
    message.put("attributes", Map.of("origin", "monitoring"));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", "11894023519832914");
    event.put("source", "//pubsub.googleapis.com/projects/shop/topics/alarms");
    event.put("type", "google.cloud.pubsub.topic.v1.messagePublished");
    event.put("datacontenttype", "application/json");
    event.put("time", "2026-11-29T08:00:00.123Z");
    event.put(
        "data", Map.of("message", message, "subscription", "projects/shop/subscriptions/alarms"));
    return Json.write(event);
  }

  private static Map<String, Object> message(int i) {
    Map<String, Object> notification = Messages.sns(i, "alarms", alarm(i));
    notification.put("Subject", "ALARM: \"ServerCpuTooHigh\" in EU (Ireland)");
    notification.put("SignatureVersion", "1");
    notification.put("Signature", "SIGNATURE".repeat(38));
    notification.put("SigningCertURL", "https://sns.eu-west-1.amazonaws.com/cert.pem");
    notification.put("UnsubscribeURL", "https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe");
    Map<String, Object> sent = new LinkedHashMap<>();
    sent.put("ApproximateReceiveCount", "1");
    sent.put("SentTimestamp", "1796025600123");
    sent.put("SenderId", "AIDAEXAMPLEEXAMPLE");
    sent.put("ApproximateFirstReceiveTimestamp", "1796025600456");
    Map<String, Object> message = Messages.sqs(i, "alarms", Json.writeText(notification));
    message.put("receiptHandle", "RECEIPT".repeat(50));
    message.put("attributes", sent);
    return message;
  }

  private static String alarm(int i) {
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("MetricName", "CPUUtilization");
    metric.put("Namespace", "AWS/EC2");
    metric.put("Statistic", "AVERAGE");
    metric.put("Dimensions", List.of(Map.of("name", "InstanceId", "value", "i-0abcd" + i)));
    metric.put("Period", 300L);
    metric.put("EvaluationPeriods", 1L);
    metric.put("ComparisonOperator", "GreaterThanThreshold");
    metric.put("Threshold", 90.5);
    Map<String, Object> alarm = new LinkedHashMap<>();
    alarm.put("AlarmName", "ServerCpuTooHigh-" + i);
    alarm.put("AlarmDescription", "The processor has been busy for five minutes.");
    alarm.put("AWSAccountId", "123456789012");
    alarm.put("NewStateValue", STATES.get(i % STATES.size()));
    alarm.put("NewStateReason", "Threshold crossed: 1 datapoint (95.2) was greater than 90.5.");
    alarm.put("StateChangeTime", "2026-11-29T08:00:00.000+0000");
    alarm.put("Region", "EU (Ireland)");
    alarm.put("OldStateValue", "OK");
    alarm.put("Trigger", metric);
    return Json.writeText(alarm);
  }
}

package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message's content as each provider's trigger delivers it, with every field that the provider
 * documents as always there.
 */
final class Envelopes {

  private static final String ID = "8c5e2a3e-6a4f-5d0e-9d5c-7bb2a3c9f001";
  private static final String TIME = "2026-11-24T00:01:00.000Z";

  private Envelopes() {}

  /** Lambda: SNS, SQS, and EventBridge where the content is a map (a bus carries nothing else). */
  static List<Delivery> aws(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    List<Delivery> deliveries = new ArrayList<>();
    deliveries.add(Delivery.ofBody("SNS", sns(text)));
    deliveries.add(Delivery.ofBody("SQS", sqs(text)));
    if (Json.read(content) instanceof Map<?, ?> map) {
      deliveries.add(Delivery.ofBody("EventBridge", eventBridge(map)));
    }
    return deliveries;
  }

  /** Google Cloud: Pub/Sub, as a CloudEvent in binary form. */
  static List<Delivery> google(byte[] content) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", ID);
    headers.put("ce-type", "google.cloud.pubsub.topic.v1.messagePublished");
    headers.put("ce-source", "//pubsub.googleapis.com/projects/demo/topics/alarms");
    headers.put("ce-time", TIME);
    headers.put("Content-Type", "application/json");
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("data", Base64.getEncoder().encodeToString(content));
    message.put("messageId", ID);
    message.put("publishTime", TIME);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", message);
    body.put("subscription", "projects/demo/subscriptions/alarms");
    return List.of(new Delivery("Pub/Sub", null, headers, Payload.of(Json.write(body))));
  }

  /** Azure: Service Bus, a Storage queue, and Event Grid, whose data may be any JSON. */
  static List<Delivery> azure(byte[] content) {
    Map<String, Object> grid = new LinkedHashMap<>();
    grid.put("id", ID);
    grid.put(
        "topic", "/subscriptions/0/resourceGroups/demo/providers/Microsoft.EventGrid/topics/t");
    grid.put("subject", "alarms/ServerCpuTooHigh");
    grid.put("eventType", "Alarms.StateChanged");
    grid.put("eventTime", TIME);
    grid.put("dataVersion", "1.0");
    grid.put("metadataVersion", "1");
    grid.put("data", Json.read(content));
    return List.of(
        new Delivery("Service Bus", "alarms-servicebus", serviceBus(), Payload.of(content)),
        new Delivery("Storage queue", "alarms-queue", storageQueue(), Payload.of(content)),
        new Delivery("Event Grid", "alarms-eventgrid", Map.of(), Payload.of(Json.write(grid))));
  }

  /** What the host's extension 5 sends with every message. */
  static Map<String, String> serviceBus() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("MessageId", ID);
    metadata.put("DeliveryCount", "1");
    metadata.put("SequenceNumber", "1");
    metadata.put("EnqueuedTimeUtc", "\"2026-11-24T00:01:00\"");
    metadata.put("ExpiresAtUtc", "\"2026-12-08T00:01:00\"");
    metadata.put("LockToken", ID);
    metadata.put("ApplicationProperties", "{}");
    return metadata;
  }

  /** What the host sends with every message. */
  static Map<String, String> storageQueue() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("Id", ID);
    metadata.put("DequeueCount", "1");
    metadata.put("InsertionTime", "\"2026-11-24T00:01:00+00:00\"");
    metadata.put("ExpirationTime", "\"2026-12-01T00:01:00+00:00\"");
    metadata.put("NextVisibleTime", "\"2026-11-24T00:11:00+00:00\"");
    metadata.put("PopReceipt", "receipt");
    return metadata;
  }

  private static byte[] sns(String content) {
    Map<String, Object> sns = new LinkedHashMap<>();
    sns.put("Type", "Notification");
    sns.put("MessageId", ID);
    sns.put("TopicArn", "arn:aws:sns:eu-west-1:123456789012:alarms");
    sns.put("Subject", "ALARM: ServerCpuTooHigh");
    sns.put("Message", content);
    sns.put("Timestamp", TIME);
    sns.put("MessageAttributes", Map.of());
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("EventSource", "aws:sns");
    record.put("EventVersion", "1.0");
    record.put("EventSubscriptionArn", "arn:aws:sns:eu-west-1:123456789012:alarms:" + ID);
    record.put("Sns", sns);
    return Json.write(Map.of("Records", List.of(record)));
  }

  private static byte[] sqs(String content) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("ApproximateReceiveCount", "1");
    attributes.put("SentTimestamp", "1795478460000");
    attributes.put("SenderId", "123456789012");
    attributes.put("ApproximateFirstReceiveTimestamp", "1795478460001");
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("messageId", ID);
    record.put("receiptHandle", "handle");
    record.put("body", content);
    record.put("attributes", attributes);
    record.put("messageAttributes", Map.of());
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", "arn:aws:sqs:eu-west-1:123456789012:alarms");
    record.put("awsRegion", "eu-west-1");
    return Json.write(Map.of("Records", List.of(record)));
  }

  private static byte[] eventBridge(Map<?, ?> content) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "0");
    event.put("id", ID);
    event.put("detail-type", "CloudWatch Alarm State Change");
    event.put("source", "aws.cloudwatch");
    event.put("account", "123456789012");
    event.put("time", TIME);
    event.put("region", "eu-west-1");
    event.put("resources", List.of());
    event.put("detail", content.get("detail") instanceof Map<?, ?> detail ? detail : content);
    return Json.write(event);
  }
}

package dev.eventprocessor.benchmarks;

import dev.eventprocessor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** One payload of each kind as Lambda hands them over, ten records where there are several. */
public enum Triggers {
  /** SQS. */
  QUEUE("10 SQS messages", list(Triggers::sqs)),
  /** SNS. */
  TOPIC("10 SNS notifications", list(Triggers::sns)),
  /** S3. */
  OBJECT("10 S3 objects", list(Triggers::s3)),
  /** EventBridge. */
  BUS(
      "an EventBridge event",
      bus("orders", Map.of("order", "o-1", "total", 12.5, "lines", List.of(1L, 2L, 3L)))),
  /** An EventBridge rule's. */
  SCHEDULE("a schedule", bus("aws.events", Map.of())),
  /** Kinesis. */
  STREAM("10 Kinesis records", list(Triggers::kinesis)),
  /** DynamoDB. */
  CHANGE("10 DynamoDB changes", list(Triggers::dynamoDb)),
  /** An HTTP API's. */
  HTTP("an HTTP request and its response", http());

  private static final int RECORDS = 10;
  private static final String CONTENT = "{\"order\": \"o-%d\", \"total\": 12.5, \"lines\": [1, 2]}";

  private final String title;
  private final String payload;

  Triggers(String title, Map<String, ?> payload) {
    this.title = title;
    this.payload = Json.writeText(payload);
  }

  /** What a table calls it. */
  String title() {
    return title;
  }

  byte[] payload() {
    return payload.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> list(IntFunction<Map<String, ?>> record) {
    List<Object> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      records.add(record.apply(i));
    }
    return Map.of("Records", records);
  }

  private static Map<String, Object> sqs(int i) {
    return Messages.sqs(i, "orders", CONTENT.formatted(i));
  }

  private static Map<String, Object> sns(int i) {
    Map<String, Object> notification = Messages.sns(i, "orders", CONTENT.formatted(i));
    notification.put("MessageAttributes", Map.of());
    return Map.of(
        "EventSource", "aws:sns",
        "EventVersion", "1.0",
        "EventSubscriptionArn", "arn:aws:sns:eu-west-1:123456789012:orders:1",
        "Sns", notification);
  }

  private static Map<String, Object> s3(int i) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("key", "incoming/order-" + i + "+new.json");
    object.put("size", 1024L);
    object.put("eTag", "0123456789abcdef0123456789abcdef");
    object.put("sequencer", "0A1B2C3D4E5F67890" + i);
    Map<String, Object> bucket = new LinkedHashMap<>();
    bucket.put("name", "orders");
    bucket.put("arn", "arn:aws:s3:::orders");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventVersion", "2.1");
    event.put("eventSource", "aws:s3");
    event.put("awsRegion", "eu-west-1");
    event.put("eventTime", "2026-11-29T08:00:00.123Z");
    event.put("eventName", "ObjectCreated:Put");
    event.put("s3", Map.of("s3SchemaVersion", "1.0", "bucket", bucket, "object", object));
    return event;
  }

  private static Map<String, Object> bus(String source, Map<String, ?> detail) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "0");
    event.put("id", "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa");
    event.put("detail-type", detail.isEmpty() ? "Scheduled Event" : "Order");
    event.put("source", source);
    event.put("account", "123456789012");
    event.put("time", "2026-11-29T08:00:00Z");
    event.put("region", "eu-west-1");
    event.put("resources", List.of("arn:aws:events:eu-west-1:123456789012:rule/orders"));
    event.put("detail", detail);
    return event;
  }

  private static Map<String, Object> kinesis(int i) {
    byte[] content = CONTENT.formatted(i).getBytes(StandardCharsets.UTF_8);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kinesisSchemaVersion", "1.0");
    data.put("partitionKey", "order-" + i);
    data.put("sequenceNumber", "4959033827149025660855969254149307660711800166420224001" + i);
    data.put("data", Base64.getEncoder().encodeToString(content));
    data.put("approximateArrivalTimestamp", 1_796_025_600.123);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("kinesis", data);
    event.put("eventSource", "aws:kinesis");
    event.put("eventVersion", "1.0");
    event.put("eventID", "shardId-000000000000:4959033827149025660855969254149307660711" + i);
    event.put("eventName", "aws:kinesis:record");
    event.put("awsRegion", "eu-west-1");
    event.put("eventSourceARN", "arn:aws:kinesis:eu-west-1:123456789012:stream/orders");
    return event;
  }

  private static Map<String, Object> dynamoDb(int i) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("Keys", Map.of("id", Map.of("S", "o-" + i)));
    change.put(
        "NewImage",
        Map.of(
            "id",
            Map.of("S", "o-" + i),
            "total",
            Map.of("N", "12.5"),
            "open",
            Map.of("BOOL", true)));
    change.put("ApproximateCreationDateTime", 1_796_025_600L);
    change.put("SequenceNumber", "40000000000000049959032" + i);
    change.put("SizeBytes", 59L);
    change.put("StreamViewType", "NEW_AND_OLD_IMAGES");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventID", "c4ca4238a0b923820dcc509a6f75849" + i);
    event.put("eventName", "INSERT");
    event.put("eventVersion", "1.1");
    event.put("eventSource", "aws:dynamodb");
    event.put("awsRegion", "eu-west-1");
    event.put("dynamodb", change);
    event.put(
        "eventSourceARN",
        "arn:aws:dynamodb:eu-west-1:123456789012:table/orders/stream/2026-11-29T00:00:00.000");
    return event;
  }

  private static Map<String, Object> http() {
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("method", "POST");
    http.put("path", "/orders");
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", "192.0.2.1");
    http.put("userAgent", "agent");
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", "123456789012");
    context.put("apiId", "api-id");
    context.put("domainName", "id.execute-api.eu-west-1.amazonaws.com");
    context.put("http", http);
    context.put("requestId", "JKJaXmPLvHcESHA=");
    context.put("stage", "$default");
    context.put("timeEpoch", 1_796_025_600_123L);
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("version", "2.0");
    request.put("routeKey", "$default");
    request.put("rawPath", "/orders");
    request.put("rawQueryString", "dry=true");
    request.put("cookies", List.of("session=1"));
    request.put(
        "headers",
        Map.of("content-type", "application/json", "accept", "*/*", "host", "example.com"));
    request.put("requestContext", context);
    request.put("body", CONTENT.formatted(1));
    request.put("isBase64Encoded", false);
    return request;
  }
}

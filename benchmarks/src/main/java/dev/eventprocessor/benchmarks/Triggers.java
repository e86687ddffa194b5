package dev.eventprocessor.benchmarks;

import dev.eventprocessor.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** One payload of each kind, ten records where there are several, and the way that it takes. */
public enum Triggers {
  /** SQS. */
  QUEUE("10 SQS messages"),
  /** SNS. */
  TOPIC("10 SNS notifications"),
  /** S3. */
  OBJECT("10 S3 objects"),
  /** Kinesis. */
  STREAM("10 Kinesis records"),
  /** Kafka, Amazon's. */
  KAFKA("10 Kafka records"),
  /** DynamoDB. */
  CHANGE("10 DynamoDB changes"),
  /** Firehose, which gets its records back. */
  FIREHOSE("10 Firehose records, and back"),
  /** CloudWatch Logs. */
  LOGS("10 lines of CloudWatch Logs, gzip"),
  /** EventBridge. */
  BUS("an EventBridge event"),
  /** An EventBridge rule's. */
  SCHEDULE("a schedule"),
  /** An HTTP API's. */
  HTTP("an HTTP request and its response"),
  /** Pub/Sub, as a CloudEvent. */
  GOOGLE_TOPIC("Google: a Pub/Sub message as a CloudEvent"),
  /** Pub/Sub, pushed. */
  GOOGLE_PUSH("Google: a Pub/Sub message pushed by HTTP"),
  /** Cloud Storage, as a CloudEvent. */
  GOOGLE_OBJECT("Google: a Cloud Storage object as a CloudEvent"),
  /** HTTP on Google Cloud. */
  GOOGLE_HTTP("Google: an HTTP request and its response"),
  /** A Storage queue. */
  AZURE_QUEUE("Azure: a Storage queue's message"),
  /** Event Grid. */
  AZURE_BUS("Azure: an Event Grid event"),
  /** Event Hubs. */
  AZURE_STREAM("Azure: 10 events of an event hub"),
  /** HTTP on Azure. */
  AZURE_HTTP("Azure: an HTTP request and its response");

  private static final int RECORDS = 10;

  private final String title;

  Triggers(String title) {
    this.title = title;
  }

  /** What a table calls it. */
  String title() {
    return title;
  }

  /** The adapter, ready to be called with the payload. */
  Way way() {
    return switch (this) {
      case QUEUE -> new LambdaWay(list(Triggers::sqs));
      case TOPIC -> new LambdaWay(list(Triggers::sns));
      case OBJECT -> new LambdaWay(list(Triggers::s3));
      case STREAM -> new LambdaWay(list(Triggers::kinesis));
      case KAFKA -> new LambdaWay(kafka());
      case CHANGE -> new LambdaWay(list(Triggers::dynamoDb));
      case FIREHOSE -> new LambdaWay(firehose());
      case LOGS -> new LambdaWay(logs());
      case BUS ->
          new LambdaWay(
              bus("orders", Map.of("order", "o-1", "total", 12.5, "lines", List.of(1L, 2L, 3L))));
      case SCHEDULE -> new LambdaWay(bus("aws.events", Map.of()));
      case HTTP -> new LambdaWay(http());
      case GOOGLE_TOPIC -> GoogleWays.pubSub(content(1));
      case GOOGLE_PUSH -> GoogleWays.push(content(1));
      case GOOGLE_OBJECT -> GoogleWays.storage();
      case GOOGLE_HTTP -> GoogleWays.http(content(1));
      case AZURE_QUEUE -> AzureWays.queue(content(1));
      case AZURE_BUS -> AzureWays.eventGrid(content(1));
      case AZURE_STREAM -> AzureWays.eventHub(contents());
      case AZURE_HTTP -> AzureWays.http(content(1));
    };
  }

  private static String content(int i) {
    return "{\"order\": \"o-%d\", \"total\": 12.5, \"lines\": [1, 2]}".formatted(i);
  }

  private static List<String> contents() {
    return IntStream.range(0, RECORDS).mapToObj(Triggers::content).toList();
  }

  private static String base64(int i) {
    return Base64.getEncoder().encodeToString(content(i).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> list(IntFunction<Map<String, ?>> record) {
    List<Object> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      records.add(record.apply(i));
    }
    return Map.of("Records", records);
  }

  private static Map<String, Object> sqs(int i) {
    return Messages.sqs(i, "orders", content(i));
  }

  private static Map<String, Object> sns(int i) {
    Map<String, Object> notification = Messages.sns(i, "orders", content(i));
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
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kinesisSchemaVersion", "1.0");
    data.put("partitionKey", "order-" + i);
    data.put("sequenceNumber", "4959033827149025660855969254149307660711800166420224001" + i);
    data.put("data", base64(i));
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

  private static Map<String, Object> kafka() {
    List<Object> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      Map<String, Object> kafka = new LinkedHashMap<>();
      kafka.put("topic", "orders");
      kafka.put("partition", 0L);
      kafka.put("offset", 4711L + i);
      kafka.put("timestamp", 1_796_025_600_123L);
      kafka.put("timestampType", "CREATE_TIME");
      kafka.put("value", base64(i));
      kafka.put("headers", List.of());
      records.add(kafka);
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventSource", "aws:kafka");
    event.put("eventSourceArn", "arn:aws:kafka:eu-west-1:123456789012:cluster/shop/0-1");
    event.put("bootstrapServers", "b-1.shop.kafka.eu-west-1.amazonaws.com:9092");
    event.put("records", Map.of("orders-0", records));
    return event;
  }

  private static Map<String, Object> firehose() {
    List<Object> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      Map<String, Object> firehose = new LinkedHashMap<>();
      firehose.put("recordId", "49578734086442259037497492980620233840400173390482112" + i);
      firehose.put("approximateArrivalTimestamp", 1_796_025_600_123L);
      firehose.put("data", base64(i));
      records.add(firehose);
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("invocationId", "invocation-1");
    event.put("deliveryStreamArn", "arn:aws:firehose:eu-west-1:123456789012:deliverystream/orders");
    event.put("region", "eu-west-1");
    event.put("records", records);
    return event;
  }

  private static Map<String, Object> logs() {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("id", "3195310660696698337880902507980421114328961542429800000" + i);
      line.put("timestamp", 1_796_025_600_123L);
      line.put("message", content(i));
      lines.add(line);
    }
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageType", "DATA_MESSAGE");
    message.put("owner", "123456789012");
    message.put("logGroup", "/aws/lambda/orders");
    message.put("logStream", "2026/11/29/[$LATEST]0123456789abcdef");
    message.put("subscriptionFilters", List.of("all"));
    message.put("logEvents", lines);
    String data = Base64.getEncoder().encodeToString(gzip(Json.write(message)));
    return Map.of("awslogs", Map.of("data", data));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    }
    return zipped.toByteArray();
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
    request.put("body", content(1));
    request.put("isBase64Encoded", false);
    return request;
  }
}

package dev.eventprocessor.examples.orders;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.eventprocessor.examples.orders.ShardMapping.StreamRecord;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * On the stream of a DynamoDB table, whose items are orders. No emulator of such streams is on a
 * registry under open terms: the endpoint of one that runs on this machine is named by the system
 * property {@code dynamodb.endpoint}.
 */
class OrderTableIT extends StreamContract {

  private final String table = "orders-" + System.nanoTime();

  private AwsJson dynamoDb;
  private AwsJson streams;
  private String arn;

  @Override
  void open() throws Exception {
    String endpoint = System.getProperty("dynamodb.endpoint", "");
    assumeTrue(
        !endpoint.isEmpty(),
        "skipped: -Ddynamodb.endpoint=http://127.0.0.1:PORT names no DynamoDB with streams");
    dynamoDb = new AwsJson(URI.create(endpoint), "dynamodb", "1.0", "DynamoDB_20120810");
    streams = new AwsJson(URI.create(endpoint), "dynamodb", "1.0", "DynamoDBStreams_20120810");
    Map<?, ?> created =
        dynamoDb.call(
            "CreateTable",
            Map.of(
                "TableName", table,
                "AttributeDefinitions",
                    List.of(Map.of("AttributeName", "order", "AttributeType", "S")),
                "KeySchema", List.of(Map.of("AttributeName", "order", "KeyType", "HASH")),
                "BillingMode", "PAY_PER_REQUEST",
                "StreamSpecification",
                    Map.of("StreamEnabled", true, "StreamViewType", "NEW_AND_OLD_IMAGES")));
    arn = (String) ((Map<?, ?>) created.get("TableDescription")).get("LatestStreamArn");
  }

  @Override
  void closeStream() {}

  @Override
  void put(String order, List<String> items) throws Exception {
    List<?> texts = items.stream().map(item -> Map.of("S", item)).toList();
    Map<String, ?> item = Map.of("order", Map.of("S", order), "items", Map.of("L", texts));
    dynamoDb.call("PutItem", Map.of("TableName", table, "Item", item));
  }

  @Override
  List<String> shards() throws Exception {
    Map<?, ?> answer = streams.call("DescribeStream", Map.of("StreamArn", arn));
    Map<?, ?> stream = (Map<?, ?>) answer.get("StreamDescription");
    return ((List<?>) stream.get("Shards"))
        .stream().map(shard -> (String) ((Map<?, ?>) shard).get("ShardId")).toList();
  }

  @Override
  List<StreamRecord> records(String shard) throws Exception {
    Map<?, ?> from =
        streams.call(
            "GetShardIterator",
            Map.of("StreamArn", arn, "ShardId", shard, "ShardIteratorType", "TRIM_HORIZON"));
    Map<?, ?> answer =
        streams.call("GetRecords", Map.of("ShardIterator", from.get("ShardIterator")));
    List<StreamRecord> records = new ArrayList<>();
    for (Object record : (List<?>) answer.get("Records")) {
      records.add(streamRecord((Map<?, ?>) record));
    }
    return records;
  }

  /** Lambda adds the stream's ARN to the record, and changes nothing else of it. */
  private StreamRecord streamRecord(Map<?, ?> record) {
    Map<String, Object> json = new LinkedHashMap<>();
    record.forEach((name, value) -> json.put((String) name, value));
    json.put("eventSourceARN", arn);
    Map<?, ?> change = (Map<?, ?>) record.get("dynamodb");
    return new StreamRecord((String) change.get("SequenceNumber"), orderOf(json), json);
  }

  @Override
  String orderOf(Map<?, ?> record) {
    Map<?, ?> keys = (Map<?, ?>) ((Map<?, ?>) record.get("dynamodb")).get("Keys");
    return (String) ((Map<?, ?>) keys.get("order")).get("S");
  }

  /** A table this small has one shard. */
  @Override
  List<List<String>> deliveries() {
    return List.of(
        List.of("ann-1", "ann-2", "ann-3", "ben-1", "ben-2", "ben-3", "ben-4"),
        List.of("ann-2", "ann-3", "ben-1", "ben-2", "ben-3", "ben-4"),
        List.of("ben-3", "ben-4"),
        List.of("ben-3"),
        List.of("ben-4"));
  }
}

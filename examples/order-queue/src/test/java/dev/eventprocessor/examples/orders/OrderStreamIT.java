package dev.eventprocessor.examples.orders;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.examples.orders.ShardMapping.StreamRecord;
import dev.eventprocessor.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** On Kinesis, with two shards, as an emulator behaves. */
class OrderStreamIT extends StreamContract {

  private static final String STREAM = "orders";
  private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/" + STREAM;

  /** The first key of the first shard, and the last of the last. */
  private static final Map<String, String> HASHES =
      Map.of("ann", "0", "ben", "340282366920938463463374607431768211455");

  private KinesisEmulator emulator;
  private AwsJson kinesis;

  @Override
  void open() throws Exception {
    emulator = KinesisEmulator.start();
    kinesis = new AwsJson(emulator.endpoint(), "kinesis", "1.1", "Kinesis_20131202");
    kinesis.call("CreateStream", Map.of("StreamName", STREAM, "ShardCount", 2));
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!status().equals("ACTIVE")) {
      assertTrue(System.nanoTime() < end, "the stream is not active");
      Thread.sleep(100);
    }
  }

  private Object status() throws Exception {
    Map<?, ?> answer = kinesis.call("DescribeStreamSummary", Map.of("StreamName", STREAM));
    return ((Map<?, ?>) answer.get("StreamDescriptionSummary")).get("StreamStatus");
  }

  @Override
  void closeStream() {
    if (emulator != null) {
      emulator.close();
      emulator = null;
    }
  }

  @Override
  void put(String order, List<String> items) throws Exception {
    String customer = order.substring(0, order.indexOf('-'));
    byte[] data = Json.write(Map.of("order", order, "items", items));
    kinesis.call(
        "PutRecord",
        Map.of(
            "StreamName",
            STREAM,
            "Data",
            Base64.getEncoder().encodeToString(data),
            "PartitionKey",
            customer,
            "ExplicitHashKey",
            HASHES.get(customer)));
  }

  @Override
  List<String> shards() throws Exception {
    Map<?, ?> answer = kinesis.call("ListShards", Map.of("StreamName", STREAM));
    return ((List<?>) answer.get("Shards"))
        .stream().map(shard -> (String) ((Map<?, ?>) shard).get("ShardId")).sorted().toList();
  }

  @Override
  List<StreamRecord> records(String shard) throws Exception {
    Map<?, ?> from =
        kinesis.call(
            "GetShardIterator",
            Map.of("StreamName", STREAM, "ShardId", shard, "ShardIteratorType", "TRIM_HORIZON"));
    Map<?, ?> answer =
        kinesis.call("GetRecords", Map.of("ShardIterator", from.get("ShardIterator")));
    List<StreamRecord> records = new ArrayList<>();
    for (Object record : (List<?>) answer.get("Records")) {
      records.add(streamRecord(shard, (Map<?, ?>) record));
    }
    return records;
  }

  /** "Using Lambda with Kinesis", AWS Lambda Developer Guide. */
  private StreamRecord streamRecord(String shard, Map<?, ?> record) {
    String sequence = (String) record.get("SequenceNumber");
    Map<String, ?> kinesisPart =
        Map.of(
            "kinesisSchemaVersion", "1.0",
            "partitionKey", record.get("PartitionKey"),
            "sequenceNumber", sequence,
            "data", record.get("Data"),
            "approximateArrivalTimestamp", record.get("ApproximateArrivalTimestamp"));
    Map<String, ?> json =
        Map.of(
            "kinesis", kinesisPart,
            "eventSource", "aws:kinesis",
            "eventVersion", "1.0",
            "eventID", shard + ":" + sequence,
            "eventName", "aws:kinesis:record",
            "invokeIdentityArn", "arn:aws:iam::000000000000:role/orders",
            "awsRegion", "us-east-1",
            "eventSourceARN", ARN);
    return new StreamRecord(sequence, orderOf(json), json);
  }

  @Override
  String orderOf(Map<?, ?> record) {
    byte[] data =
        Base64.getDecoder().decode((String) ((Map<?, ?>) record.get("kinesis")).get("data"));
    Map<?, ?> order = (Map<?, ?>) Json.read(data);
    return (String) order.get("order");
  }

  @Override
  List<List<String>> deliveries() {
    return A_SHARD_A_CUSTOMER;
  }
}

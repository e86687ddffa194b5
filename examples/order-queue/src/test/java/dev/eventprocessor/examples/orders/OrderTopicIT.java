package dev.eventprocessor.examples.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.examples.orders.ShardMapping.StreamRecord;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.aws.LambdaAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Apache Kafka itself, with two partitions. */
class OrderTopicIT extends StreamContract {

  private static final String TOPIC = "orders";

  @TempDir private static Path folder;

  private KafkaBroker broker;
  private KafkaProducer<byte[], byte[]> producer;
  private KafkaConsumer<byte[], byte[]> consumer;

  @Override
  void open() throws Exception {
    broker = KafkaBroker.start(folder);
    Map<String, Object> client = Map.of("bootstrap.servers", broker.address());
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
    }
    producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  void closeStream() {
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
    if (producer != null) {
      producer.close();
      producer = null;
    }
    if (broker != null) {
      broker.close();
      broker = null;
    }
  }

  @Test
  void aFailureInOnePartitionOfABatchLeavesTheOthersAlone() throws Exception {
    List<StreamRecord> batch =
        List.of(
            streamRecord(0, 5, "ann-8", "unicorn"),
            streamRecord(0, 6, "ann-9", "lamp"),
            streamRecord(1, 5, "ben-8", "lamp"));

    LambdaAnswer answer = deployed().function().invoke(Json.write(payload(batch)));

    assertEquals(
        Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", batch.get(0).sequence()))),
        Json.read(answer.text()));
    assertEquals(
        List.of("shipped ben-8"),
        answer.log().stream().filter(line -> line.startsWith("shipped ")).toList());
  }

  private StreamRecord streamRecord(int partition, long offset, String order, String item) {
    byte[] value = Json.write(Map.of("order", order, "items", List.of(item)));
    return streamRecord(new ConsumerRecord<>(TOPIC, partition, offset, key(order), value));
  }

  @Override
  void put(String order, List<String> items) throws Exception {
    byte[] value = Json.write(Map.of("order", order, "items", items));
    int partition = order.startsWith("ann") ? 0 : 1;
    producer.send(new ProducerRecord<>(TOPIC, partition, key(order), value)).get();
  }

  private static byte[] key(String order) {
    return order.substring(0, order.indexOf('-')).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  List<String> shards() {
    return List.of("0", "1");
  }

  @Override
  List<StreamRecord> records(String shard) {
    TopicPartition partition = new TopicPartition(TOPIC, Integer.parseInt(shard));
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    List<StreamRecord> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(2))) {
      records.add(streamRecord(record));
    }
    return records;
  }

  /** "Using Lambda with self-managed Apache Kafka", AWS Lambda Developer Guide. */
  private StreamRecord streamRecord(ConsumerRecord<byte[], byte[]> record) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", record.topic());
    json.put("partition", record.partition());
    json.put("offset", record.offset());
    json.put("timestamp", record.timestamp());
    json.put("timestampType", "CREATE_TIME");
    json.put("key", Base64.getEncoder().encodeToString(record.key()));
    json.put("value", Base64.getEncoder().encodeToString(record.value()));
    json.put("headers", List.of());
    Map<String, ?> sequence =
        Map.of("partition", TOPIC + "-" + record.partition(), "offset", record.offset());
    return new StreamRecord(sequence, orderOf(json), json);
  }

  @Override
  Map<String, ?> payload(List<StreamRecord> records) {
    Map<String, List<Object>> partitions = new LinkedHashMap<>();
    for (StreamRecord record : records) {
      String partition = TOPIC + "-" + record.json().get("partition");
      partitions.computeIfAbsent(partition, key -> new ArrayList<>()).add(record.json());
    }
    return Map.of(
        "eventSource",
        "SelfManagedKafka",
        "bootstrapServers",
        broker.address(),
        "records",
        partitions);
  }

  /** Under {@code raw} stands the payload as if the record had come alone. */
  @Override
  String orderOf(Map<?, ?> raw) {
    Map<?, ?> record = raw;
    if (raw.get("records") instanceof Map<?, ?> partitions) {
      List<?> only = (List<?>) partitions.values().iterator().next();
      record = (Map<?, ?>) only.get(0);
    }
    byte[] value = Base64.getDecoder().decode((String) record.get("value"));
    return (String) ((Map<?, ?>) Json.read(value)).get("order");
  }

  @Override
  List<List<String>> deliveries() {
    return A_SHARD_A_CUSTOMER;
  }
}

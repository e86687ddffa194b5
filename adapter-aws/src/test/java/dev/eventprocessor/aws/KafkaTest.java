package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.eventprocessor.Event;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records of Kafka, and where to start again in each partition. */
class KafkaTest {

  @Test
  void aKafkaRecordHasItsPlaceItsKeyAndItsHeaders() throws IOException {
    Map<String, Object> record = kafka(0, 15, "{\"a\": 1}");
    record.put("key", StreamRecords.base64("k"));
    record.put("headers", List.of(header("h", 104, 105), header("h", -61, -92), header("b", -1)));

    Event event = Corpus.run(kafka(record), e -> null).events().get(0);

    Function.assertHolds(
        Map.ofEntries(
            Map.entry("kind", "stream"),
            Map.entry("trigger", "aws.msk"),
            Map.entry("time", "2018-12-17T22:10:50.987Z"),
            Map.entry("partitionkey", "k"),
            Map.entry("sequence", "15"),
            Map.entry("stream.name", "orders"),
            Map.entry("stream.partition", 0L),
            Map.entry("stream.offset", 15L),
            Map.entry("stream.key", "k"),
            Map.entry("stream.headers.h", List.of("hi", "\u00e4")),
            Map.entry("attributes.h", "\u00e4"),
            Map.entry("data.a", 1L),
            Map.entry("delivery.idsource", "derived"),
            Map.entry("raw.bootstrapServers", "b:9092")),
        event);
    assertArrayEquals(new byte[] {-1}, (byte[]) event.get("attributes.b"));
  }

  @Test
  void aTombstoneHasNoData() throws IOException {
    Map<String, Object> record = kafka(0, 15, "x");
    record.put("value", null);

    Event event = Corpus.run(kafka(record), e -> null).events().get(0);

    assertFalse(event.has("data"));
    assertFalse(event.has("stream.key"));
  }

  @Test
  void ofEachPartitionTheFirstFailureIsToldAsAMapAndOtherPartitionsGoOn() throws IOException {
    String payload =
        kafka(
            kafka(0, 1, "fail"),
            kafka(0, 2, "ok"),
            kafka(1, 7, "ok"),
            kafka(1, 8, "fail"),
            kafka(2, 9, "ok"));

    Corpus.Run run = Corpus.run(payload, StreamRecords::fail);

    assertEquals(
        Map.of(
            "batchItemFailures",
            List.of(
                Map.of("itemIdentifier", Map.of("partition", "orders-0", "offset", 1L)),
                Map.of("itemIdentifier", Map.of("partition", "orders-1", "offset", 8L)))),
        run.answer());
    assertEquals(4, run.events().size());
  }

  private static Map<String, Object> kafka(int partition, int offset, String value) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("topic", "orders");
    record.put("partition", partition);
    record.put("offset", offset);
    record.put("timestamp", 1545084650987L);
    record.put("timestampType", "CREATE_TIME");
    record.put("value", StreamRecords.base64(value));
    return record;
  }

  @SafeVarargs
  private static String kafka(Map<String, Object>... records) {
    Map<String, List<Object>> partitions = new LinkedHashMap<>();
    for (Map<String, Object> record : records) {
      partitions
          .computeIfAbsent("orders-" + record.get("partition"), key -> new ArrayList<>())
          .add(record);
    }
    return Json.writeText(
        Map.of(
            "eventSource",
            "aws:kafka",
            "eventSourceArn",
            "arn:aws:kafka:eu-west-1:123456789012:cluster/c/1",
            "bootstrapServers",
            "b:9092",
            "records",
            partitions));
  }

  private static Map<String, Object> header(String name, int... bytes) {
    return Map.of(name, Arrays.stream(bytes).boxed().toList());
  }
}

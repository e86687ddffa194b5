package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kinesis, DynamoDB, Kafka: records in order, and where to start again. */
class StreamTest {

  private static final String STREAM = "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks";

  private static final String TABLE =
      "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/stream/2026-01-01T00:00:00.000";

  @Test
  void aRecordOfAStreamHasItsPlaceAndItsTimes() throws IOException {
    Event event = Corpus.run(kinesis("{\"page\": 1}"), e -> null).events().get(0);

    Function.assertHolds(
        Map.ofEntries(
            Map.entry("kind", "stream"),
            Map.entry("trigger", "aws.kinesis"),
            Map.entry("id", "shardId-000000000006:100"),
            Map.entry("source", STREAM),
            Map.entry("time", "2018-12-17T22:10:50.987Z"),
            Map.entry("recordedtime", "2018-12-17T22:10:50.987Z"),
            Map.entry("partitionkey", "p"),
            Map.entry("sequence", "100"),
            Map.entry("stream.name", "clicks"),
            Map.entry("stream.partition", "shardId-000000000006"),
            Map.entry("resource.name", "clicks"),
            Map.entry("data.page", 1L)),
        event);
  }

  @Test
  void dataThatIsNoTextIsBytesAndDataThatIsNoBase64SaysSo() throws IOException {
    byte[] binary = {0, 1, 2, (byte) 0xff};
    String payload =
        records(kinesis(0, Base64.getEncoder().encodeToString(binary)), kinesis(1, "?"));

    List<Event> events = Corpus.run(payload, e -> null).events();

    assertArrayEquals(binary, (byte[]) events.get(0).get("data"));
    assertFalse(events.get(0).has("dataerror"));
    assertEquals("?", events.get(1).get("data"));
    assertTrue(events.get(1).text("dataerror").contains("base64"));
  }

  @Test
  void nothingAfterTheFirstFailureIsRunAndItsPositionIsTheAnswer() throws IOException {
    Corpus.Run run = Corpus.run(kinesis("ok", "fail", "ok", "fail"), StreamTest::fail);

    assertEquals(2, run.events().size());
    assertEquals(failures("101"), run.answer());
    assertThrows(
        IllegalStateException.class, () -> Corpus.run(kinesis("fail", "ok"), StreamTest::fail));
  }

  @Test
  void aWindowCarriesItsStateFromRecordToRecord() throws IOException {
    Map<String, Object> payload = window(kinesis(0, base64("2")), kinesis(1, base64("3")));
    payload.put("state", Map.of("sum", 10L));

    Corpus.Run run = Corpus.run(Json.writeText(payload), StreamTest::sum);

    assertEquals(Map.of("state", Map.of("sum", 15L), "batchItemFailures", List.of()), run.answer());
    Function.assertHolds(
        Map.of(
            "delivery.window.start", "2026-03-01T10:00:00Z",
            "delivery.window.state.sum", 12L,
            "delivery.window.shard", "shardId-000000000006",
            "raw.window.end", "2026-03-01T10:02:00Z"),
        run.events().get(1));
  }

  @Test
  void aRecordOfAWindowThatFailsIsWhereItStartsAgain() throws IOException {
    Map<String, Object> payload = window(kinesis(0, base64("2")), kinesis(1, base64("fail")));

    Corpus.Run run = Corpus.run(Json.writeText(payload), StreamTest::sum);

    assertEquals(
        Map.of(
            "state",
            Map.of("sum", 2L),
            "batchItemFailures",
            List.of(Map.of("itemIdentifier", "101"))),
        run.answer());
  }

  @Test
  void theEndOfAWindowIsAnEventOfItsOwnAlsoWithoutRecords() throws IOException {
    Map<String, Object> payload = window();
    payload.put("state", Map.of("sum", 5L));
    payload.put("isFinalInvokeForWindow", true);
    payload.put("isWindowTerminatedEarly", false);

    for (String arn : List.of(STREAM, TABLE)) {
      payload.put("eventSourceARN", arn);
      Corpus.Run run = Corpus.run(Json.writeText(payload), e -> null);

      Function.assertHolds(
          Map.of(
              "source",
              arn,
              "delivery.window.final",
              true,
              "delivery.window.early",
              false,
              "delivery.window.state.sum",
              5L),
          run.events().get(0));
      assertFalse(run.events().get(0).has("data"));
      assertEquals(
          Map.of("state", Map.of("sum", 5L), "batchItemFailures", List.of()), run.answer());
    }
  }

  @Test
  void aChangeHasPlainValuesOfItsItemBeforeAndAfter() throws IOException {
    String item =
        """
        {"id": {"S": "o-1"}, "amount": {"N": "12345678901234567890.10"}, "count": {"N": "3"},
         "huge": {"N": "1E+30"}, "paid": {"BOOL": true}, "note": {"NULL": true},
         "tags": {"SS": ["a", "b"]}, "sizes": {"NS": ["1", "2.5"]}, "key": {"B": "AQI="},
         "keys": {"BS": ["AQI="]}, "lines": {"L": [{"M": {"sku": {"S": "x"}}}, {"N": "1"}]}}
        """;

    Event event = Corpus.run(dynamo("MODIFY", item), e -> null).events().get(0);

    Function.assertHolds(
        Map.ofEntries(
            Map.entry("kind", "change"),
            Map.entry("trigger", "aws.dynamodb"),
            Map.entry("id", "e-1"),
            Map.entry("type", "com.amazonaws.dynamodb.MODIFY"),
            Map.entry("sequence", "111"),
            Map.entry("time", "2018-12-17T22:10:50Z"),
            Map.entry("change.op", "modify"),
            Map.entry("change.table", "Orders"),
            Map.entry("change.key", Map.of("id", "o-1")),
            Map.entry("change.view", "NEW_AND_OLD_IMAGES"),
            Map.entry("change.after.amount", new BigDecimal("12345678901234567890.10")),
            Map.entry("change.after.count", 3L),
            Map.entry("change.after.huge", new BigDecimal("1E+30")),
            Map.entry("change.after.paid", true),
            Map.entry("change.after.tags", List.of("a", "b")),
            Map.entry("change.after.sizes", List.of(1L, new BigDecimal("2.5"))),
            Map.entry("change.after.lines", List.of(Map.of("sku", "x"), 1L)),
            Map.entry("change.before", Map.of("count", 2L)),
            Map.entry("data.id", "o-1"),
            Map.entry("resource.name", "Orders")),
        event);
    assertTrue(event.has("data.note"));
    assertArrayEquals(new byte[] {1, 2}, (byte[]) event.get("data.key"));
    assertArrayEquals(new byte[] {1, 2}, (byte[]) event.get("data.keys[0]"));
    assertFalse(event.has("change.expired"));
  }

  @Test
  void anItemThatIsRemovedHasNoDataAndSaysWhetherItExpired() throws IOException {
    Event removed =
        Corpus.run(
                records(
                    Map.of(
                        "eventSource",
                        "aws:dynamodb",
                        "eventName",
                        "REMOVE",
                        "userIdentity",
                        Map.of("type", "Service", "principalId", "dynamodb.amazonaws.com"),
                        "dynamodb",
                        Map.of("SequenceNumber", "1", "Keys", Map.of("id", Map.of("S", "o"))))),
                e -> null)
            .events()
            .get(0);

    Function.assertHolds(Map.of("change.op", "remove", "change.expired", true), removed);
    assertFalse(removed.has("data"));
    assertFalse(removed.has("time"));
  }

  @Test
  void aNumberOfABillionDigitsStaysSmall() throws IOException {
    Event event =
        Corpus.run(dynamo("INSERT", "{\"n\": {\"N\": \"1E+2147483647\"}}"), e -> null)
            .events()
            .get(0);

    assertEquals(new BigDecimal("1E+2147483647"), event.get("data.n"));
  }

  @Test
  void anAttributeOfNoDocumentedTypeIsTheFailureOfItsRecord() {
    for (String item :
        List.of(
            "{\"id\": {\"X\": \"1\"}}",
            "{\"id\": {}}",
            "{\"id\": {\"S\": \"1\", \"N\": \"1\"}}",
            "{\"id\": {\"N\": \"one\"}}",
            "{\"id\": {\"N\": \"" + "9".repeat(1000) + "\"}}")) {
      assertThrows(
          dev.eventprocessor.InvalidEventException.class,
          () -> Corpus.run(dynamo("INSERT", item), e -> null),
          item);
    }
  }

  @Test
  void aKafkaRecordHasItsPlaceItsKeyAndItsHeaders() throws IOException {
    Map<String, Object> record = kafka(0, 15, "{\"a\": 1}");
    record.put("key", base64("k"));
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

    Corpus.Run run = Corpus.run(payload, StreamTest::fail);

    assertEquals(
        Map.of(
            "batchItemFailures",
            List.of(
                Map.of("itemIdentifier", Map.of("partition", "orders-0", "offset", 1L)),
                Map.of("itemIdentifier", Map.of("partition", "orders-1", "offset", 8L)))),
        run.answer());
    assertEquals(4, run.events().size());
  }

  private static Object fail(Event event) {
    if ("fail".equals(event.get("data"))) {
      throw new IllegalStateException("failed on purpose");
    }
    return "done";
  }

  private static Object sum(Event event) {
    fail(event);
    long before =
        event.has("delivery.window.state.sum") ? (Long) event.get("delivery.window.state.sum") : 0;
    return Map.of("sum", before + Long.parseLong(event.text("data")));
  }

  private static Map<String, Object> failures(String id) {
    return Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", id)));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String kinesis(String... data) {
    List<Object> records = new ArrayList<>();
    for (int i = 0; i < data.length; i++) {
      records.add(kinesis(i, base64(data[i])));
    }
    return Json.writeText(Map.of("Records", records));
  }

  private static Map<String, Object> kinesis(int index, String data) {
    String sequence = String.valueOf(100 + index);
    return Map.of(
        "eventSource",
        "aws:kinesis",
        "eventID",
        "shardId-000000000006:" + sequence,
        "eventSourceARN",
        STREAM,
        "kinesis",
        Map.of(
            "sequenceNumber",
            sequence,
            "partitionKey",
            "p",
            "data",
            data,
            "approximateArrivalTimestamp",
            1545084650.987));
  }

  private static Map<String, Object> window(Object... records) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("Records", List.of(records));
    payload.put("window", Map.of("start", "2026-03-01T10:00:00Z", "end", "2026-03-01T10:02:00Z"));
    payload.put("shardId", "shardId-000000000006");
    payload.put("isFinalInvokeForWindow", false);
    payload.put("eventSourceARN", STREAM);
    return payload;
  }

  @Test
  void anAttributeOfNoTypeOrTwoIsToldByItsPlace() {
    Map<String, String> faults =
        Map.of(
            "{\"x\": {}}", "NewImage.x should be one type with its value but is a map.",
            "{\"x\": {\"S\": \"a\", \"N\": \"1\"}}",
                "NewImage.x should be one type with its value but is a map.",
            "{\"x\": {\"L\": [{}]}}",
                "NewImage.x.L should be a list of one type with its value each but is a list.",
            "{\"x\": {\"Q\": \"a\"}}", "NewImage.x.Q should be one of S, N, B,");
    faults.forEach(
        (item, fault) -> {
          Exception thrown =
              assertThrows(
                  dev.eventprocessor.InvalidEventException.class,
                  () -> Corpus.run(dynamo("INSERT", item), event -> null));
          assertTrue(thrown.getMessage().contains(fault), thrown.getMessage());
        });
  }

  private static String dynamo(String name, String item) {
    return """
        {"Records": [{"eventID": "e-1", "eventName": "NAME", "eventSource": "aws:dynamodb",
          "awsRegion": "eu-west-1", "eventSourceARN": "TABLE",
          "dynamodb": {"ApproximateCreationDateTime": 1545084650, "Keys": {"id": {"S": "o-1"}},
            "NewImage": ITEM, "OldImage": {"count": {"N": "2"}}, "SequenceNumber": "111",
            "StreamViewType": "NEW_AND_OLD_IMAGES"}}]}
        """
        .replace("NAME", name)
        .replace("TABLE", TABLE)
        .replace("ITEM", item);
  }

  private static Map<String, Object> kafka(int partition, int offset, String value) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("topic", "orders");
    record.put("partition", partition);
    record.put("offset", offset);
    record.put("timestamp", 1545084650987L);
    record.put("timestampType", "CREATE_TIME");
    record.put("value", base64(value));
    return record;
  }

  private static Map<String, Object> header(String name, int... bytes) {
    return Map.of(name, Arrays.stream(bytes).boxed().toList());
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

  private static String records(Object... records) {
    return Json.writeText(Map.of("Records", List.of(records)));
  }
}

package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records of Kinesis in order, in windows, and where to start again. */
class KinesisTest {

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
        StreamRecords.records(
            kinesis(0, Base64.getEncoder().encodeToString(binary)), kinesis(1, "?"));

    List<Event> events = Corpus.run(payload, e -> null).events();

    assertArrayEquals(binary, (byte[]) events.get(0).get("data"));
    assertFalse(events.get(0).has("dataerror"));
    assertEquals("?", events.get(1).get("data"));
    assertTrue(events.get(1).text("dataerror").contains("base64"));
  }

  @Test
  void nothingAfterTheFirstFailureIsRunAndItsPositionIsTheAnswer() throws IOException {
    Corpus.Run run = Corpus.run(kinesis("ok", "fail", "ok", "fail"), StreamRecords::fail);

    assertEquals(2, run.events().size());
    assertEquals(failures("101"), run.answer());
    assertThrows(
        IllegalStateException.class, () -> Corpus.run(kinesis("fail", "ok"), StreamRecords::fail));
  }

  @Test
  void aWindowCarriesItsStateFromRecordToRecord() throws IOException {
    Map<String, Object> payload =
        window(kinesis(0, StreamRecords.base64("2")), kinesis(1, StreamRecords.base64("3")));
    payload.put("state", Map.of("sum", 10L));

    Corpus.Run run = Corpus.run(Json.writeText(payload), KinesisTest::sum);

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
    Map<String, Object> payload =
        window(kinesis(0, StreamRecords.base64("2")), kinesis(1, StreamRecords.base64("fail")));

    Corpus.Run run = Corpus.run(Json.writeText(payload), KinesisTest::sum);

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

  private static Object sum(Event event) {
    StreamRecords.fail(event);
    long before =
        event.has("delivery.window.state.sum") ? (Long) event.get("delivery.window.state.sum") : 0;
    return Map.of("sum", before + Long.parseLong(event.text("data")));
  }

  private static Map<String, Object> failures(String id) {
    return Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", id)));
  }

  private static String kinesis(String... data) {
    List<Object> records = new ArrayList<>();
    for (int i = 0; i < data.length; i++) {
      records.add(kinesis(i, StreamRecords.base64(data[i])));
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
}

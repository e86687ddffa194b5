package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Records that are transformed: Firehose and Kinesis Data Analytics want every one of them back.
 */
class FirehoseTest {

  private static final String FIREHOSE =
      """
      {"invocationId": "i", "deliveryStreamArn": "arn:aws:firehose:eu-west-1:1:deliverystream/d",
       "region": "eu-west-1", "records": [
         {"recordId": "1", "approximateArrivalTimestamp": 1495072949453, "data": "b25l"},
         {"recordId": "2", "approximateArrivalTimestamp": 1495072949453, "data": "dHdv"},
         {"recordId": "3", "approximateArrivalTimestamp": 1495072949453, "data": "dGhyZWU="},
         {"recordId": "4", "approximateArrivalTimestamp": 1495072949453, "data": "Zm91cg=="}]}
      """;

  @Test
  void aRecordWhoseDataIsNoTextFailsAloneAndIsGivenBackAsItCame() throws IOException {
    Corpus.Run run = Corpus.run(FIREHOSE.replace("\"dHdv\"", "22"), event -> null);

    assertEquals(3, run.events().size());
    Object records = ((Map<?, ?>) Objects.requireNonNull(run.answer())).get("records");
    assertEquals(
        Map.of("recordId", "2", "result", "ProcessingFailed", "data", 22L),
        ((List<?>) Objects.requireNonNull(records)).get(1));
  }

  @Test
  void firehoseGetsEveryRecordBack() throws IOException {
    Corpus.Run run =
        Corpus.run(
            FIREHOSE,
            event ->
                switch (event.text("data")) {
                  case "one" -> "ONE";
                  case "two" -> Map.of("result", "Dropped");
                  case "three" -> throw new IllegalStateException("failed on purpose");
                  default -> null;
                });

    assertEquals(
        Map.of(
            "records",
            List.of(
                Map.of("recordId", "1", "result", "Ok", "data", "T05F"),
                Map.of("recordId", "2", "result", "Dropped", "data", "dHdv"),
                Map.of("recordId", "3", "result", "ProcessingFailed", "data", "dGhyZWU="),
                Map.of("recordId", "4", "result", "Ok", "data", "Zm91cg=="))),
        run.answer());
    Function.assertHolds(
        Map.of(
            "kind", "stream",
            "id", "1",
            "time", "2017-05-18T02:02:29.453Z",
            "resource.name", "d",
            "raw.invocationId", "i"),
        run.events().get(0));
  }

  @Test
  void whatFirehoseCannotBeAnsweredIsItsRecordsFailureAlone() throws IOException {
    Corpus.Run run =
        Corpus.run(FIREHOSE, event -> event.text("data").equals("two") ? new Object() : "ok");

    Map<?, ?> answer = (Map<?, ?>) run.answer();
    List<?> records = (List<?>) Objects.requireNonNull(answer.get("records"));
    assertEquals(
        List.of("Ok", "ProcessingFailed", "Ok", "Ok"),
        records.stream().map(record -> ((Map<?, ?>) record).get("result")).toList());
    assertEquals("dHdv", ((Map<?, ?>) records.get(1)).get("data"));
  }

  @Test
  void metadataThatIsNoJsonIsItsRecordsFailureAlone() throws IOException {
    Map<String, Object> good = Map.of("partitionKeys", Map.of("tenant", "a"));
    Map<String, Object> bad = Map.of("partitionKeys", new Object());

    Corpus.Run run =
        Corpus.run(
            FIREHOSE,
            event ->
                switch (event.text("data")) {
                  case "one" -> Map.of("result", "Ok", "data", "ONE", "metadata", bad);
                  case "two" -> Map.of("result", "Ok", "data", new Object(), "metadata", good);
                  case "three" -> Map.of("result", "Ok", "data", "3", "metadata", good);
                  default -> null;
                });

    assertEquals(
        Map.of(
            "records",
            List.of(
                Map.of("recordId", "1", "result", "ProcessingFailed", "data", "b25l"),
                Map.of("recordId", "2", "result", "ProcessingFailed", "data", "dHdv"),
                Map.of("recordId", "3", "result", "Ok", "metadata", good, "data", "Mw=="),
                Map.of("recordId", "4", "result", "Ok", "data", "Zm91cg=="))),
        run.answer());
  }

  @Test
  void firehoseFromKafkaHasAFieldOfItsOwn() throws IOException {
    String payload = FIREHOSE.replace("\"data\"", "\"kafkaRecordValue\"");

    Map<?, ?> answer = (Map<?, ?>) Corpus.run(payload, event -> Map.of("a", 1L)).answer();

    assertEquals(
        Map.of(
            "recordId",
            "1",
            "result",
            "Ok",
            "kafkaRecordValue",
            Base64.getEncoder().encodeToString("{\"a\":1}".getBytes(StandardCharsets.UTF_8))),
        ((List<?>) Objects.requireNonNull(answer.get("records"))).get(0));
  }

  @Test
  void aDeliveryOfAnalyticsIsOkOrFailed() throws IOException {
    String payload =
        """
        {"invocationId": "i", "applicationArn": "arn:aws:kinesisanalytics:eu-west-1:1:application/a",
         "records": [
           {"recordId": "1", "lambdaDeliveryRecordMetadata": {"retryHint": 0}, "data": "b25l"},
           {"recordId": "2", "lambdaDeliveryRecordMetadata": {"retryHint": 0}, "data": "dHdv"}]}
        """;

    Corpus.Run run =
        Corpus.run(
            payload,
            event -> {
              if (event.text("data").equals("two")) {
                throw new IllegalStateException("failed on purpose");
              }
              return "ignored";
            });

    assertEquals(
        Map.of(
            "records",
            List.of(
                Map.of("recordId", "1", "result", "Ok"),
                Map.of("recordId", "2", "result", "DeliveryFailed"))),
        run.answer());
    assertEquals("aws.kinesis-analytics", run.events().get(0).get("trigger"));
  }
}

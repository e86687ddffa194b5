package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.eventprocessor.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A published sample of an answer, and a processor of which it comes. */
interface AnswerSample {

  /** By what a sample has. */
  static AnswerSample of(Map<?, ?> sample) {
    if (sample.containsKey("statusCode")) {
      return new HttpAnswerSample(sample);
    }
    if (sample.containsKey("batchItemFailures")) {
      return new Failures(sample);
    }
    if (sample.get("records") instanceof List<?> records) {
      return new Transformed(records);
    }
    return sample.get("results") instanceof List<?> results
        ? new Tasks(sample, (Map<?, ?>) results.get(0))
        : new Returned(sample);
  }

  /** Whether this payload of the sample's trigger is one that is answered so. */
  boolean answers(Map<?, ?> payload);

  /** What the processor returns, or throws. */
  @Nullable Object value(Event event);

  /** Holds the answer of a payload against the sample. */
  void check(Map<?, ?> payload, @Nullable Object answer);

  /** Triggers that take a processor's map as it is: authorizers, bots, provisioning. */
  record Returned(Map<?, ?> sample) implements AnswerSample {

    @Override
    public boolean answers(Map<?, ?> payload) {
      return true;
    }

    @Override
    public Object value(Event event) {
      return sample;
    }

    @Override
    public void check(Map<?, ?> payload, @Nullable Object answer) {
      assertEquals(sample, answer);
    }
  }

  /** Batches of which the second record fails, with or without a window's state. */
  record Failures(Map<?, ?> sample) implements AnswerSample {

    @Override
    public boolean answers(Map<?, ?> payload) {
      return payload.containsKey("window") == sample.containsKey("state")
          && payload.get("Records") instanceof List<?> records
          && records.size() > 1;
    }

    @Override
    public @Nullable Object value(Event event) {
      if (Long.valueOf(1).equals(event.get("delivery.index"))) {
        throw new IllegalStateException("failed on purpose");
      }
      return sample.get("state");
    }

    @Override
    public void check(Map<?, ?> payload, @Nullable Object answer) {
      Map<?, ?> given = assertInstanceOf(Map.class, answer);
      assertEquals(sample.keySet(), given.keySet());
      assertEquals(sample.get("state"), given.get("state"));
      List<?> failures = assertInstanceOf(List.class, given.get("batchItemFailures"));
      assertEquals(Map.of("itemIdentifier", secondId(payload)), failures.get(0));
    }

    private static Object secondId(Map<?, ?> payload) {
      Event record = Event.of(Map.of("record", ((List<?>) payload.get("Records")).get(1)));
      return Stream.of("messageId", "kinesis.sequenceNumber", "dynamodb.SequenceNumber")
          .map(path -> record.get("record." + path))
          .filter(Objects::nonNull)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Firehose and Kinesis Data Analytics: every record comes back. */
  record Transformed(List<?> records) implements AnswerSample {

    @Override
    public boolean answers(Map<?, ?> payload) {
      Map<?, ?> sent = (Map<?, ?>) ((List<?>) payload.get("records")).get(0);
      boolean delivered = sent.containsKey("lambdaDeliveryRecordMetadata");
      return delivered
          ? !expected(0).containsKey("data")
          : sent.containsKey(key()) && expected(0).containsKey(key());
    }

    private String key() {
      return expected(0).containsKey("kafkaRecordValue") ? "kafkaRecordValue" : "data";
    }

    private Map<?, ?> expected(int index) {
      return (Map<?, ?>) records.get(index % records.size());
    }

    @Override
    public @Nullable Object value(Event event) {
      Map<?, ?> record = expected(((Number) event.get("delivery.index")).intValue());
      if (!(record.get(key()) instanceof String data)) {
        return null;
      }
      String text = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
      return "Ok".equals(record.get("result"))
          ? text
          : Map.of(
              "result", record.get("result"), "data", text, "metadata", record.get("metadata"));
    }

    @Override
    public void check(Map<?, ?> payload, @Nullable Object answer) {
      List<Object> expected = new ArrayList<>();
      for (Object sent : (List<?>) payload.get("records")) {
        Map<Object, Object> record = new LinkedHashMap<>(expected(expected.size()));
        record.put("recordId", ((Map<?, ?>) sent).get("recordId"));
        expected.add(record);
      }
      assertEquals(Map.of("records", expected), answer);
    }
  }

  /** S3 Batch Operations. */
  record Tasks(Map<?, ?> sample, Map<?, ?> result) implements AnswerSample {

    @Override
    public boolean answers(Map<?, ?> payload) {
      return true;
    }

    @Override
    public @Nullable Object value(Event event) {
      return result.get("resultString");
    }

    @Override
    public void check(Map<?, ?> payload, @Nullable Object answer) {
      Map<Object, Object> task = new LinkedHashMap<>(result);
      task.put("taskId", Event.of(Map.of("payload", payload)).get("payload.tasks[0].taskId"));
      Map<Object, Object> expected = new LinkedHashMap<>(sample);
      for (String echoed : List.of("invocationSchemaVersion", "invocationId")) {
        expected.put(echoed, payload.get(echoed));
      }
      expected.put("results", List.of(task));
      assertEquals(expected, answer);
    }
  }
}

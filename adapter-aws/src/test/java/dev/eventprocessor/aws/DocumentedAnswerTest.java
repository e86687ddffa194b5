package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.eventprocessor.Event;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The answers of which AWS publishes no sample, of every payload, as the services' documents tell
 * of them.
 */
class DocumentedAnswerTest {

  private static final Map<String, Object> RETURNED = Map.of("answered", List.of(1L, "two", true));

  /** Whoever invokes the function with these throws away what it answers. */
  private static final Set<String> UNHEARD =
      Set.of(
          "aws.sns",
          "aws.s3",
          "aws.s3-test-event",
          "aws.cloudwatch-logs",
          "aws.activemq",
          "aws.rabbitmq",
          "aws.documentdb");

  /** {@link AnswerFormTest} and the tests of HTTP hold these against samples. */
  private static final String SAMPLED =
      "aws\\.(sqs|kinesis|dynamodb|firehose|kinesis-analytics|s3-batch|alb|apigw-http|apigw-rest"
          + "|apigw-websocket|function-url|vpc-lattice-v[12])";

  @TestFactory
  Stream<DynamicTest> whatAProcessorReturnsIsTheAnswerWhereTheServiceWaitsForOne()
      throws IOException {
    return tests(
        payload -> true,
        payload -> {
          Object answer = Corpus.run(payload.bytes(), RETURNED).answer();

          if (UNHEARD.contains(payload.trigger())) {
            assertNull(answer);
          } else if (isKafka(payload)) {
            assertEquals(Map.of("batchItemFailures", List.of()), answer);
          } else if (isUserPool(payload)) {
            assertEquals(withResponse(sent(payload)), answer);
          } else {
            assertEquals(RETURNED, answer);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> nothingReturnedLeavesAsItIsWhatAServiceWantsBack() throws IOException {
    return tests(
        payload -> isUserPool(payload) || payload.trigger().equals("aws.cloudfront"),
        payload -> {
          Object answer = Corpus.run(payload.bytes(), null).answer();

          if (isUserPool(payload)) {
            assertEquals(sent(payload), answer);
          } else {
            Map<?, ?> record = (Map<?, ?>) ((List<?>) sent(payload).get("Records")).get(0);
            Map<?, ?> edge = (Map<?, ?>) record.get("cf");
            assertEquals(edge.get(edge.containsKey("response") ? "response" : "request"), answer);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aFailedRecordOfKafkaIsToldByPartitionAndOffset() throws IOException {
    return tests(
        payload -> isKafka(payload) && records(sent(payload)).size() > 1,
        payload -> {
          List<Map<?, ?>> records = records(sent(payload));
          Map<?, ?> last = records.get(records.size() - 1);

          Object answer =
              Corpus.runWith(payload.bytes(), event -> failAt(records.size() - 1L, event)).answer();

          String partition = last.get("topic") + "-" + last.get("partition");
          Map<String, Object> failed =
              Map.of("partition", partition, "offset", ((Number) last.get("offset")).longValue());
          assertEquals(
              Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", failed))), answer);
        });
  }

  private static Object failAt(long index, Event event) {
    if (Long.valueOf(index).equals(event.get("delivery.index"))) {
      throw new IllegalStateException("failed on purpose");
    }
    return RETURNED;
  }

  private static List<Map<?, ?>> records(Map<?, ?> payload) {
    List<Map<?, ?>> records = new ArrayList<>();
    for (Object partition : ((Map<?, ?>) payload.get("records")).values()) {
      ((List<?>) partition).forEach(record -> records.add((Map<?, ?>) record));
    }
    return records;
  }

  private static boolean isKafka(Corpus.Payload payload) {
    return Set.of("aws.msk", "aws.kafka-selfmanaged").contains(payload.trigger());
  }

  private static boolean isUserPool(Corpus.Payload payload) {
    return payload.trigger().startsWith("aws.cognito-")
        && !payload.trigger().equals("aws.cognito-sync");
  }

  private static Map<Object, Object> withResponse(Map<?, ?> event) {
    Map<Object, Object> response = new LinkedHashMap<>();
    if (event.get("response") instanceof Map<?, ?> before) {
      response.putAll(before);
    }
    response.putAll(RETURNED);
    Map<Object, Object> answer = new LinkedHashMap<>(event);
    answer.put("response", response);
    return answer;
  }

  private static Map<?, ?> sent(Corpus.Payload payload) throws IOException {
    return (Map<?, ?>) Objects.requireNonNull(Json.read(payload.bytes()));
  }

  private interface Check {
    void of(Corpus.Payload payload) throws IOException;
  }

  private interface Condition {
    boolean holds(Corpus.Payload payload) throws IOException;
  }

  /** Of the payloads that it is about, of which there are some. */
  private static Stream<DynamicTest> tests(Condition about, Check check) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Corpus.Payload payload : Corpus.payloads("index.jsonl", "aws")) {
      if (!payload.trigger().matches(SAMPLED) && about.holds(payload)) {
        tests.add(DynamicTest.dynamicTest(payload.file(), () -> check.of(payload)));
      }
    }
    assertFalse(tests.isEmpty(), "no payload is left");
    return tests.stream();
  }
}

package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers of real payloads, beside the samples of answers that AWS and its tools publish. */
class AnswerFormTest {

  @ParameterizedTest
  @CsvSource({
    "sqs/ptjava-batch-sqs_event_big, ptpy-getting_started_sqs_response, fail-second",
    "kinesis/ptjava-batch-kinesis_event_big, ptpy-getting_started_kinesis_response, fail-second",
    "dynamodb/ptjava-batch-dynamo_event_big, ptpy-getting_started_dynamodb_response, fail-second",
    "kinesis/go-kinesis-time-window-event, jlibs-time_window_event_response, state",
    "firehose/jlibs-firehose_event, go-kinesis-firehose-response, text",
    "firehose/jlibs-msk_firehose_event, jlibs-msk_firehose_response, text",
    "kinesis-analytics/jlibs-kinesis_analytics_output_delivery, "
        + "go-kinesis-analytics-output-delivery-response, text",
    "s3-batch/jlibs-s3_batch_event_v2, jlibs-s3_batch_response, text",
    "apigw-authorizer-token/sam-apigateway-authorizer, go-apigw-custom-auth-response, true",
    "apigw-rest/devguide-apigateway-v1, jlibs-apigw_proxy_response, map",
    "function-url/ptpy-lambdaFunctionUrlEvent, go-lambda-urls-response, map",
    "alb/slsexpress-alb-alb-event, go-alb-lambda-target-response, map",
    "apigw-websocket/go-apigw-websocket-request, jlibs-apigw_v2_websocket_response, map"
  })
  void anAnswerHasTheFormOfTheSample(String payload, String sample, String behaviour)
      throws IOException {
    Path corpus = SharedFolder.require("corpus");
    Path file = corpus.resolve("aws/" + payload + ".json");
    String json = Files.exists(file) ? Files.readString(file) : Files.readString(any(file));

    Object answer = Corpus.run(json, new Behaviour(behaviour)).answer();

    Object expected =
        Json.read(Files.readAllBytes(corpus.resolve("_responses/aws/" + sample + ".json")));
    assertForm(expected, answer, sample);
    assertTrue(answer instanceof Map<?, ?> map && !map.isEmpty());
  }

  /** Collections of payloads are revised: another file of the folder does as well. */
  private static Path any(Path file) throws IOException {
    try (var files = Files.list(file.getParent())) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  private static final class Behaviour implements Corpus.Answering {
    private final String name;
    private int events;

    Behaviour(String name) {
      this.name = name;
    }

    @Override
    public @Nullable Object answer(Event event) {
      events++;
      return switch (name) {
        case "fail-second" -> {
          if (events == 2) {
            throw new IllegalStateException("failed on purpose");
          }
          yield null;
        }
        case "state" -> Map.of("totalAmount", "500");
        case "true" -> true;
        case "map" -> Map.of("message", "hello");
        default -> "text";
      };
    }
  }

  /** What is in the answer is in the sample, too, and of the same type. */
  private static void assertForm(@Nullable Object sample, @Nullable Object answer, String at) {
    if (answer instanceof Map<?, ?> map && sample instanceof Map<?, ?> expected) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        boolean own = at.endsWith("eaders") || at.endsWith("state");
        assertTrue(own || expected.containsKey(entry.getKey()), at + "." + entry.getKey());
        if (!own) {
          assertForm(expected.get(entry.getKey()), entry.getValue(), at + "." + entry.getKey());
        }
      }
    } else if (answer instanceof List<?> list && sample instanceof List<?> expected) {
      for (Object element : list) {
        assertForm(expected.get(0), element, at + "[]");
      }
    } else if (!at.endsWith("Action") && !at.endsWith("Resource")) {
      assertEquals(Json.typeOf(sample), Json.typeOf(answer), at);
    }
  }
}

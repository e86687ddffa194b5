package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The answers of real payloads, held against every sample of an answer that AWS and its tools
 * publish: each sample with each payload of the triggers that it answers.
 */
class AnswerFormTest {

  @TestFactory
  Stream<DynamicContainer> anAnswerIsWhatEverySampleOfItsTriggerIs() throws IOException {
    Path corpus = SharedFolder.require("corpus");
    List<Corpus.Payload> payloads = Corpus.payloads("index.jsonl", "aws");
    List<DynamicContainer> samples = new ArrayList<>();
    for (String line : Files.readAllLines(corpus.resolve("index-responses.jsonl"))) {
      if (Json.read(line) instanceof Map<?, ?> row && "aws".equals(row.get("cloud"))) {
        String file = String.valueOf(row.get("file"));
        Object sample = Json.read(Files.readAllBytes(corpus.resolve(file)));
        samples.add(
            DynamicContainer.dynamicContainer(
                file,
                tests(
                    AnswerSample.of((Map<?, ?>) Objects.requireNonNull(sample)),
                    payloads.stream()
                        .filter(payload -> answers(row).contains(payload.trigger()))
                        .toList())));
      }
    }
    return samples.stream();
  }

  /** The words of {@code kinesis/dynamodb tumbling window} that may be triggers. */
  private static List<String> answers(Map<?, ?> row) {
    return Stream.of(String.valueOf(row.get("answers")).split("[ /()]+", -1))
        .map(word -> "aws." + word)
        .toList();
  }

  private static List<DynamicTest> tests(AnswerSample sample, List<Corpus.Payload> payloads)
      throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Corpus.Payload payload : payloads) {
      Map<?, ?> sent = (Map<?, ?>) Objects.requireNonNull(Json.read(payload.bytes()));
      if (sample.answers(sent)) {
        tests.add(
            DynamicTest.dynamicTest(
                payload.file(),
                () -> sample.check(sent, Corpus.runWith(payload.bytes(), sample::value).answer())));
      }
    }
    boolean none = tests.isEmpty();
    tests.add(DynamicTest.dynamicTest("is the answer of some payload", () -> assertFalse(none)));
    return tests;
  }

  @TestFactory
  Stream<DynamicTest> trueAllowsInTheFormThatTheAuthorizersSamplesHave() throws IOException {
    Map<String, Object> simple = Map.of("isAuthorized", true);
    return Corpus.payloads("index.jsonl", "aws").stream()
        .filter(payload -> payload.trigger().matches("aws\\.(apigw|appsync)-authorizer.*"))
        .map(
            payload ->
                DynamicTest.dynamicTest(
                    payload.file(),
                    () -> {
                      Map<?, ?> sent =
                          (Map<?, ?>) Objects.requireNonNull(Json.read(payload.bytes()));
                      Object arn =
                          sent.containsKey("methodArn")
                              ? sent.get("methodArn")
                              : sent.get("routeArn");
                      Object answer = Corpus.run(payload.bytes(), true).answer();
                      assertEquals(
                          arn == null || "2.0".equals(sent.get("version")) ? simple : policy(arn),
                          answer);
                    }));
  }

  private static Map<String, Object> policy(Object arn) {
    return Map.of(
        "principalId",
        "caller",
        "policyDocument",
        Map.of(
            "Version",
            "2012-10-17",
            "Statement",
            List.of(Map.of("Action", "execute-api:Invoke", "Effect", "Allow", "Resource", arn))));
  }
}

package dev.eventprocessor.runtimes.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionsFrameworkTest {

  private static final Map<FrameworkVersion, FunctionsFramework> SERVED =
      new EnumMap<>(FrameworkVersion.class);

  @AfterAll
  static void stop() {
    SERVED.values().forEach(FunctionsFramework::close);
  }

  @ParameterizedTest
  @EnumSource
  void binaryCloudEventsArrive(FrameworkVersion version) throws Exception {
    FrameworkAnswer answer = served(version).send(event("plain"), bytes("{\"a\": 1}"));

    assertEquals(200, answer.status());
    assertEquals("", answer.body().text());
    assertPrinted(answer, "probe 1 id-1 plain //source {\"a\": 1}");
  }

  @ParameterizedTest
  @EnumSource
  void structuredCloudEventsArrive(FrameworkVersion version) throws Exception {
    FrameworkAnswer answer =
        served(version)
            .sendStructured(
                bytes(
                    """
                    {"specversion":"1.0","id":"id-2","type":"plain","source":"//source","data":[2]}
                    """));

    assertTrue(answer.isAcknowledged());
    assertPrinted(answer, "probe 1 id-2 plain //source [2]");
  }

  @ParameterizedTest
  @EnumSource
  void legacyPubSubEventsAreConverted(FrameworkVersion version) throws Exception {
    String legacy =
        """
        {"context": {"eventId": "id-3", "timestamp": "2026-11-24T00:00:00Z",
          "eventType": "google.pubsub.topic.publish",
          "resource": {"service": "pubsub.googleapis.com", "name": "projects/p/topics/t"}},
         "data": {"@type": "type.googleapis.com/google.pubsub.v1.PubsubMessage", "data": "e30="}}
        """;

    FrameworkAnswer answer =
        served(version).send(Map.of("Content-Type", "application/json"), bytes(legacy));

    assertEquals(200, answer.status());
    String converted =
        "probe 1 id-3 google.cloud.pubsub.topic.v1.messagePublished"
            + " //pubsub.googleapis.com/projects/p/topics/t";
    assertTrue(
        answer.log().stream().anyMatch(line -> line.startsWith(converted)), answer.log() + "");
  }

  @ParameterizedTest
  @EnumSource
  void whatAFunctionThrowsIsABare500AndTheProcessLives(FrameworkVersion version) throws Exception {
    for (String type : List.of("throw", "error")) {
      FrameworkAnswer answer = served(version).send(event(type), bytes("{}"));

      assertEquals(500, answer.status());
      assertEquals("", answer.body().text());
      assertTrue(
          String.join("\n", answer.log()).contains("ProbeFunction.accept"), "no stack trace");
    }
    assertTrue(served(version).isAlive());
    assertTrue(served(version).send(event("plain"), bytes("{}")).isAcknowledged());
  }

  @ParameterizedTest
  @EnumSource
  void malformedCloudEventsNeverReachTheFunction(FrameworkVersion version) throws Exception {
    FrameworkAnswer answer = served(version).sendStructured(bytes("{\"specversion\":\"1.0\""));

    assertEquals(500, answer.status());
    assertFalse(answer.log().stream().anyMatch(line -> line.startsWith("probe ")));
  }

  @ParameterizedTest
  @EnumSource
  void thirtyTwoRequestsAreServedAtOnceByOneInstance(FrameworkVersion version) throws Exception {
    FunctionsFramework framework = served(version);
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      List<Future<FrameworkAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        answers.add(threads.submit(() -> framework.send(event("together"), bytes("{}"))));
      }
      for (Future<FrameworkAnswer> answer : answers) {
        assertEquals(200, answer.get().status());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionThatCannotBeMadeEndsTheProcessAndSaysWhy(FrameworkVersion version) {
    FunctionsFramework.Builder broken =
        framework(version).environment(Map.of("FAIL_AT_START", "true"));

    IllegalStateException refused = assertThrows(IllegalStateException.class, broken::start);

    assertTrue(refused.getMessage().contains("refused to start"), refused.getMessage());
  }

  @Test
  void theAnswersHeadersAreThere() throws Exception {
    FrameworkAnswer answer = served(FrameworkVersion.V2_0_0).send(event("plain"), bytes("{}"));

    assertEquals(List.of("0"), answer.headers().get("content-length"));
  }

  private static synchronized FunctionsFramework served(FrameworkVersion version)
      throws InterruptedException {
    FunctionsFramework framework = SERVED.get(version);
    if (framework == null) {
      framework = framework(version).start();
      SERVED.put(version, framework);
    }
    return framework;
  }

  private static FunctionsFramework.Builder framework(FrameworkVersion version) {
    Path classes = Path.of("target/test-classes").toAbsolutePath();
    return FunctionsFramework.of(classes, ProbeFunction.class.getName()).version(version);
  }

  private static Map<String, String> event(String type) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", "id-1");
    headers.put("ce-type", type);
    headers.put("ce-source", "//source");
    headers.put("Content-Type", "application/json");
    return headers;
  }

  private static void assertPrinted(FrameworkAnswer answer, String line) {
    assertTrue(answer.log().contains(line), answer.log().toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.eventprocessor.runtimes.aws;

import static dev.eventprocessor.runtimes.aws.DeployedFunctions.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.aws.LambdaEntrypoint;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.aws.LambdaAnswer.InitError;
import dev.eventprocessor.runtimes.aws.deployed.Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** This library in the runtime: what it is told of a call, and what it does for a snapshot. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
@Timeout(120)
class LambdaEntrypointTest {

  private static final Map<String, String> TELL_LOADED_CLASSES =
      Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:stdout");

  @TempDir static Path deployment;

  @BeforeAll
  static void deploy() throws Exception {
    DeployedFunctions.explodedWithLibrary(deployment);
  }

  @Test
  void aProcessorIsToldOfItsCall() throws Exception {
    try (LambdaFunction function = probe().timeout(Duration.ofSeconds(20)).start()) {
      LambdaAnswer answer = function.invoke(bytes("{}"));

      assertTold(answer);
      Instant deadline = Instant.parse(told(answer).get(2));
      assertTrue(deadline.isAfter(Instant.now()), deadline::toString);
      assertTrue(deadline.isBefore(Instant.now().plusSeconds(20)), deadline::toString);
    }
  }

  @Test
  void callsAtTheSameTimeAreEachToldOfTheirOwn() throws Exception {
    try (LambdaFunction function = probe().concurrency(4).start()) {
      List<LambdaAnswer> answers =
          function.invokeAll(Collections.nCopies(8, bytes("{\"meet\": true}")));

      for (LambdaAnswer answer : answers) {
        assertTold(answer);
      }
      assertEquals(1, function.starts());
    }
  }

  @Test
  void theWayToAProcessorIsLoadedBeforeTheSnapshotAndNoProcessorRun() throws Exception {
    try (LambdaFunction function = probe().environment(TELL_LOADED_CLASSES).snapStart().start()) {
      String snapshot = function.output();

      assertTrue(snapshot.contains("registers"), "the registry is not built");
      for (String type : List.of("internal.JsonReader", "aws.SqsSource", "batch.Batch", "Event")) {
        assertTrue(snapshot.contains(" dev.eventprocessor." + type + " source:"), type);
      }
      assertTrue(snapshot.contains("connects"), "what asks to be primed is not made");
      assertFalse(snapshot.contains("processes"), "a processor ran before the snapshot");

      assertTold(function.invoke(bytes("{}")));
      assertTold(function.invoke(bytes("{}")));
    }
  }

  @Test
  void aDependencyThatCannotBeMadeBeforeTheSnapshotFailsThereAndSaysWhy() throws Exception {
    try (LambdaFunction function =
        probe().environment(Map.of("NO_NETWORK", "true")).snapStart().start()) {
      InitError failure = assertInstanceOf(InitError.class, function.invoke(bytes("{}")));

      assertEquals("Runtime.BeforeCheckpointError", failure.error().category());
      assertTrue(function.output().contains("[dependency-failed]"), function.output());
      assertTrue(function.output().contains("no network"), function.output());
    }
  }

  @Test
  void withoutSnapshotsNothingOfThemIsLoaded() throws Exception {
    try (LambdaFunction function = probe().environment(TELL_LOADED_CLASSES).start()) {
      function.invoke(bytes("{}"));

      String loaded = function.output();
      assertTrue(loaded.contains(" dev.eventprocessor.aws.LambdaEntrypoint source:"), loaded);
      assertFalse(loaded.contains("connects"));
      assertFalse(loaded.contains("dev.eventprocessor.aws.SnapStart"));
      assertFalse(loaded.contains("dev.eventprocessor.aws.Priming"));
      assertFalse(loaded.contains("dev.eventprocessor.aws.SqsSource"));
    }
  }

  @Test
  void aBatchThatIsTooLongIsAnsweredInTimeAndTheRestHandedBack() throws Exception {
    try (LambdaFunction function = probe().timeout(Duration.ofSeconds(6)).start()) {
      List<Map<String, String>> records = new ArrayList<>();
      for (int i = 1; i <= 6; i++) {
        records.add(
            Map.of("messageId", "m" + i, "eventSource", "aws:sqs", "body", "{\"sleep\": true}"));
      }

      LambdaAnswer answer = function.invoke(Json.write(Map.of("Records", records)));

      String failures = answer.response().text();
      assertFalse(failures.contains("\"m1\""), failures);
      assertTrue(failures.contains("\"m5\"},{\"itemIdentifier\":\"m6\""), failures);
    }
  }

  /** The harness makes a call's trace of its id, so it tells whose trace it is. */
  private static void assertTold(LambdaAnswer answer) {
    String digits = answer.requestId().replace("-", "");
    assertEquals(answer.requestId(), told(answer).get(0));
    assertEquals("probe", told(answer).get(1));
    assertTrue(
        told(answer).get(3).startsWith("Root=1-" + digits.substring(0, 8) + "-"), answer.text());
    assertTrue(told(answer).get(3).contains(digits.substring(8)), answer.text());
  }

  private static List<String> told(LambdaAnswer answer) {
    return ((List<?>) Json.read(answer.response().text())).stream().map(String::valueOf).toList();
  }

  private static LambdaFunction.Builder probe() {
    return LambdaFunction.of(deployment, LambdaEntrypoint.class.getName())
        .name("probe")
        .environment(Map.of("EVENT_PROCESSOR_MODULE", Probe.class.getName()));
  }
}

package dev.eventprocessor.runtimes.aws;

import static dev.eventprocessor.runtimes.aws.DeployedFunctions.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.runtimes.aws.LambdaAnswer.InitError;
import dev.eventprocessor.runtimes.aws.LambdaAnswer.TimedOut;
import dev.eventprocessor.runtimes.aws.deployed.Functions;
import dev.eventprocessor.runtimes.aws.deployed.Snapshotted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
@Timeout(120)
class LambdaModesTest {

  @TempDir static Path deployment;

  @BeforeAll
  static void deploy() throws Exception {
    DeployedFunctions.exploded(deployment);
  }

  @Test
  void fourConcurrentCallsShareOneInstance() throws Exception {
    try (LambdaFunction function = of(Functions.Meeting.class).concurrency(4).start()) {
      List<LambdaAnswer> answers = function.invokeAll(Collections.nCopies(8, bytes("{}")));

      for (LambdaAnswer answer : answers) {
        assertEquals("met", answer.response().text());
      }
      assertEquals(1, function.starts());
    }
  }

  @Test
  void aLateCallDoesNotDisturbThoseBesideIt() throws Exception {
    LambdaFunction.Builder described =
        of(Functions.Sleeper.class).concurrency(4).timeout(Duration.ofSeconds(3));

    try (LambdaFunction function = described.start()) {
      List<LambdaAnswer> answers = function.invokeAll(List.of(bytes("sleep"), bytes("wake")));

      assertInstanceOf(TimedOut.class, answers.get(0));
      assertEquals("wake", answers.get(1).response().text());
      assertEquals("wake", function.invoke(bytes("wake")).response().text());
      assertEquals(1, function.starts());
    }
  }

  @Test
  void callsOfASequentialFunctionWaitForTheirTurn() throws Exception {
    try (LambdaFunction function = of(Functions.Counter.class).start()) {
      List<LambdaAnswer> answers = function.invokeAll(Collections.nCopies(8, bytes("{}")));

      List<String> texts = answers.stream().map(answer -> answer.response().text()).toList();
      assertEquals(
          List.of("1", "2", "3", "4", "5", "6", "7", "8"), texts.stream().sorted().toList());
    }
  }

  @Test
  void theHooksRunBeforeTheCheckpointAndAfterTheRestore() throws Exception {
    try (LambdaFunction function = of(Snapshotted.class).snapStart().start()) {
      String atTheCheckpoint = function.output();
      LambdaAnswer first = function.invoke(bytes("{}"));
      LambdaAnswer second = function.invoke(bytes("{}"));

      assertTrue(atTheCheckpoint.contains("before the checkpoint"), atTheCheckpoint);
      assertFalse(atTheCheckpoint.contains("after the restore"), atTheCheckpoint);
      assertTrue(function.output().contains("after the restore"), function.output());
      assertEquals("initialised, checkpointed, restored", first.response().text());
      assertEquals("initialised, checkpointed, restored", second.response().text());
    }
  }

  @Test
  void withoutSnapshotsNoHookRuns() throws Exception {
    try (LambdaFunction function = of(Snapshotted.class).start()) {
      assertEquals("initialised", function.invoke(bytes("{}")).response().text());
    }
  }

  @Test
  void aHookThatFailsBeforeTheCheckpointIsAnInitError() throws Exception {
    assertEquals("Runtime.BeforeCheckpointError", failingIn("checkpoint").error().category());
  }

  @Test
  void aHookThatFailsAfterTheRestoreIsAnInitError() throws Exception {
    assertEquals("Runtime.AfterRestoreError", failingIn("restore").error().category());
  }

  @Test
  void concurrencyAndSnapshotsContradictEachOther() {
    LambdaFunction.Builder described = of(Snapshotted.class).snapStart().concurrency(2);

    assertThrows(IllegalArgumentException.class, described::start);
  }

  @Test
  void manyRuntimesStartAtTheSameTime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        answers.add(threads.submit(startAndCall()));
      }

      for (Future<String> answer : answers) {
        assertEquals("hello", answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<String> startAndCall() {
    return () -> {
      try (LambdaFunction function = of(Functions.Echo.class).start()) {
        return function.invoke(bytes("hello")).response().text();
      }
    };
  }

  private static InitError failingIn(String hook) throws InterruptedException {
    LambdaFunction.Builder described =
        of(Snapshotted.class).snapStart().environment(Map.of("FAIL_IN", hook));
    try (LambdaFunction function = described.start()) {
      return assertInstanceOf(InitError.class, function.invoke(bytes("{}")));
    }
  }

  private static LambdaFunction.Builder of(Class<?> handler) {
    return LambdaFunction.of(deployment, handler.getName());
  }
}

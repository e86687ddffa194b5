package dev.eventprocessor.runtimes.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.aws.LambdaEntrypoint;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.aws.deployed.Sorting;
import dev.eventprocessor.testing.GoldenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the runtime loads up to the first reply: each class more is a wait for someone. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
@Timeout(120)
class FirstReplyTest {

  /** Each of them is slow to begin with, and none is needed. */
  private static final List<String> SLOW =
      List.of(
          "com.fasterxml.",
          "java.text.",
          "java.time.format.",
          "java.util.Formatter",
          "java.util.ServiceLoader",
          "java.util.logging.",
          "java.util.regex.",
          "java.util.stream.");

  @TempDir static Path deployment;

  @BeforeAll
  static void deploy() throws Exception {
    DeployedFunctions.explodedWithLibrary(deployment);
  }

  @Test
  void aBatchOfNotificationsLoadsTheseClassesOfTheLibraryAndNoOther() throws Exception {
    List<String> loaded = loadedUpToTheReplyTo(LambdaEntrypoint.class.getName(), batch());

    List<String> own = new ArrayList<>();
    for (String name : new TreeSet<>(loaded)) {
      if (name.startsWith("dev.eventprocessor.") && !name.contains(".deployed.")) {
        own.add(name);
      }
    }
    GoldenFile.assertMatches(
        "first-reply-classes.txt", own.size() + " classes\n" + String.join("\n", own));
  }

  @Test
  void nothingSlowIsLoadedThatTheRuntimeHasNotLoadedItself() throws Exception {
    List<String> loaded = loadedUpToTheReplyTo(LambdaEntrypoint.class.getName(), batch());
    loaded.removeAll(
        loadedUpToTheReplyTo("dev.eventprocessor.runtimes.aws.deployed.Functions$Echo", batch()));

    assertEquals(
        List.of(),
        loaded.stream().filter(name -> SLOW.stream().anyMatch(name::startsWith)).toList());
  }

  private static List<String> loadedUpToTheReplyTo(String handler, byte[] payload)
      throws InterruptedException {
    Map<String, String> settings =
        Map.of(
            "JAVA_TOOL_OPTIONS",
            "-Xlog:class+load:stdout",
            "EVENT_PROCESSOR_MODULE",
            Sorting.class.getName());
    try (LambdaFunction function =
        LambdaFunction.of(deployment, handler).environment(settings).start()) {
      function.invoke(payload).response();
      List<String> loaded = new ArrayList<>();
      for (String line : function.output().lines().toList()) {
        int source = line.indexOf(" source: ");
        if (line.contains("[class,load]") && source > 0) {
          loaded.add(line.substring(line.lastIndexOf(' ', source - 1) + 1, source));
        }
      }
      return loaded;
    }
  }

  /** Two SQS messages, each an SNS notification around JSON. */
  private static byte[] batch() {
    List<Object> records = new ArrayList<>();
    for (String state : List.of("new", "sent")) {
      Map<String, String> notification =
          Map.of(
              "Type", "Notification",
              "MessageId", "5f3c",
              "TopicArn", "arn:aws:sns:eu-west-1:123456789012:orders",
              "Timestamp", "2026-11-29T08:00:00.000Z",
              "Message", Json.writeText(Map.of("state", state, "total", 12.5, "lines", 3)));
      records.add(
          Map.of(
              "messageId",
              state,
              "receiptHandle",
              "r",
              "body",
              Json.writeText(notification),
              "attributes",
              Map.of("SentTimestamp", "1796025600123"),
              "messageAttributes",
              Map.of(),
              "eventSource",
              "aws:sqs",
              "eventSourceARN",
              "arn:aws:sqs:eu-west-1:123456789012:orders",
              "awsRegion",
              "eu-west-1"));
    }
    return Json.write(Map.of("Records", records));
  }
}

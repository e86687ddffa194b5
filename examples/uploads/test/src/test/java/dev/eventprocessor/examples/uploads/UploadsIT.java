package dev.eventprocessor.examples.uploads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.aws.LambdaAnswer;
import dev.eventprocessor.runtimes.aws.LambdaFunction;
import dev.eventprocessor.runtimes.azure.FunctionAnswer;
import dev.eventprocessor.runtimes.azure.FunctionsApp;
import dev.eventprocessor.runtimes.azure.TypedValue;
import dev.eventprocessor.runtimes.gcp.FrameworkAnswer;
import dev.eventprocessor.runtimes.gcp.FunctionsFramework;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * What was packaged for each cloud, in that cloud's runtime: the same object, created and deleted,
 * and a message by hand, come to the same entries of the catalogue.
 */
@Timeout(120)
class UploadsIT {

  private static final Path EXAMPLE =
      Path.of(System.getProperty("project.root")).resolve("examples/uploads");

  private static final List<String> ENTRIES =
      List.of(
          "pictures: added pictures/summer 2026/beach+sun.jpg, 352 bytes",
          "pictures: removed pictures/summer 2026/beach+sun.jpg",
          "pictures: removed pictures/winter.jpg");

  private static final List<String> EVENTS = List.of("created", "deleted", "by-hand");

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
  void notificationsOfS3InSqs() throws Exception {
    try (LambdaFunction function =
        LambdaFunction.of(
                EXAMPLE.resolve("aws/target/uploads-aws.zip"),
                "dev.eventprocessor.aws.LambdaEntrypoint")
            .start()) {
      LambdaAnswer answer = function.invoke(Json.write(payload("sqs")));

      assertEquals("{\"batchItemFailures\":[]}", answer.text());
      assertEquals(ENTRIES, entries(answer.log()));
    }
  }

  @Test
  void notificationsOfCloudStorageInPubSub() throws Exception {
    try (FunctionsFramework framework =
        FunctionsFramework.of(
                EXAMPLE.resolve("gcp/target/deployment/uploads-gcp.jar"),
                "dev.eventprocessor.gcp.CloudEventEntrypoint")
            .start()) {
      List<String> log = new ArrayList<>();
      for (String event : EVENTS) {
        Map<?, ?> request = payload("pubsub-" + event);

        FrameworkAnswer answer =
            framework.send(texts(request.get("headers")), Json.write(request.get("data")));

        assertTrue(answer.isAcknowledged(), event);
        log.addAll(answer.log());
      }
      assertEquals(ENTRIES, entries(log));
    }
  }

  @Test
  void blobEventsOfEventGridInAStorageQueue() throws Exception {
    try (FunctionsApp app =
        FunctionsApp.of(EXAMPLE.resolve("azure/target/azure-functions/uploads")).start()) {
      List<String> printed = new ArrayList<>();
      for (String event : EVENTS) {
        Map<?, ?> message = payload("storagequeue-" + event);
        String text = texts(message.get("Data")).get("message");

        FunctionAnswer answer =
            app.invoke(
                "uploads",
                TypedValue.bytes(text.getBytes(StandardCharsets.UTF_8)),
                texts(message.get("Metadata")));

        assertInstanceOf(FunctionAnswer.Success.class, answer, event);
        printed.addAll(answer.printed());
      }
      assertEquals(ENTRIES, entries(printed));
    }
  }

  private static Map<?, ?> payload(String name) throws Exception {
    return (Map<?, ?>) Json.read(Files.readString(EXAMPLE.resolve("payloads/" + name + ".json")));
  }

  private static Map<String, String> texts(Object map) {
    Map<String, String> texts = new LinkedHashMap<>();
    ((Map<?, ?>) map)
        .forEach(
            (name, value) ->
                texts.put((String) name, value instanceof String t ? t : Json.writeText(value)));
    return texts;
  }

  private static List<String> entries(List<String> log) {
    return log.stream().filter(line -> line.startsWith("pictures: ")).toList();
  }
}

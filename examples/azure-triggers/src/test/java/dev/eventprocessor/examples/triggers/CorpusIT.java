package dev.eventprocessor.examples.triggers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.azure.FunctionAnswer;
import dev.eventprocessor.runtimes.azure.FunctionsApp;
import dev.eventprocessor.runtimes.azure.TypedValue;
import dev.eventprocessor.testing.SharedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Published payloads through the packaged app, as the host would send each to Java. */
class CorpusIT {

  /** The app, in the stand-in. */
  FunctionsApp start() throws InterruptedException {
    return EveryTriggerIT.described().start();
  }

  @Test
  void everyPublishedPayloadBecomesItsEvents() throws Exception {
    Path azure = SharedFolder.require("corpus/azure");
    List<String> wrong = new ArrayList<>();
    int calls = 0;
    try (FunctionsApp app = start()) {
      for (Path folder : list(azure)) {
        for (Path file : list(folder)) {
          Object payload = Json.read(Files.readAllBytes(file));
          calls += send(app, folder.getFileName().toString(), payload, file, wrong);
        }
      }
      assertTrue(app.isAlive());
    }
    assertEquals(List.of(), wrong);
    assertTrue(calls > 77, calls + " calls");
  }

  /** As many calls as the host would make of it: one for each event of Event Grid. */
  private static int send(
      FunctionsApp app, String trigger, Object payload, Path file, List<String> wrong)
      throws InterruptedException {
    if (trigger.equals("http")) {
      Map<?, ?> data = (Map<?, ?>) ((Map<?, ?>) payload).get("Data");
      TypedValue request = Calls.request((Map<?, ?>) data.values().iterator().next());
      check(app.invoke("http", request, Map.of()), 1, file, wrong);
      return 1;
    }
    if (!trigger.equals("eventgrid")) {
      Map<?, ?> binding = (Map<?, ?>) payload;
      Object value = ((Map<?, ?>) binding.get("Data")).values().iterator().next();
      Map<?, ?> metadata = (Map<?, ?>) binding.get("Metadata");
      boolean many = value instanceof List<?> && !trigger.equals("cosmosdb");
      int expected = value instanceof List<?> list ? list.size() : 1;
      check(
          Calls.call(app, function(trigger, many), value(trigger, value, many), metadata),
          expected,
          file,
          wrong);
      return 1;
    }
    List<?> events = payload instanceof List<?> list ? list : List.of(payload);
    for (Object event : events) {
      FunctionAnswer answer =
          Calls.call(app, "eventgrid", TypedValue.text(Json.writeText(event)), Map.of());
      check(answer, 1, file, wrong);
    }
    return events.size();
  }

  private static void check(FunctionAnswer answer, int events, Path file, List<String> wrong) {
    boolean nothing = file.endsWith("pylib-null-document.json"); // A list of null.
    if (nothing) {
      FunctionAnswer.Failure failure = assertInstanceOf(FunctionAnswer.Failure.class, answer);
      assertTrue(failure.message().contains("[payload-wrong-shape]"), failure.message());
    } else if (!isDone(answer) || Calls.events(answer).size() != events) {
      wrong.add(file.getFileName() + ": " + answer);
    }
  }

  private static boolean isDone(FunctionAnswer answer) {
    return answer instanceof FunctionAnswer.Success
        || (answer instanceof FunctionAnswer.Response response && response.status() == 204);
  }

  private static String function(String trigger, boolean many) {
    return switch (trigger) {
      case "servicebus" -> many ? "servicebus-topic" : "servicebus-queue";
      case "queue" -> "storage-queue";
      case "eventhub" -> many ? "eventhub" : "eventhub-one";
      case "kafka" -> many ? "kafka" : "kafka-one";
      default -> trigger;
    };
  }

  private static TypedValue value(String trigger, Object value, boolean many) {
    return switch (trigger) {
      case "timer", "cosmosdb" -> TypedValue.json(Json.writeText(value));
      case "kafka" ->
          many
              ? TypedValue.texts(((List<?>) value).stream().map(String.class::cast).toList())
              : TypedValue.text(Json.writeText(value));
      default -> many ? Calls.bytesList((List<?>) value) : Calls.bytes(value);
    };
  }

  private static List<Path> list(Path folder) throws java.io.IOException {
    try (var paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }
}

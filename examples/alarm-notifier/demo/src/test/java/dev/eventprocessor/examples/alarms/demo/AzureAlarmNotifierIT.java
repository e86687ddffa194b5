package dev.eventprocessor.examples.alarms.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.runtimes.Payload;
import dev.eventprocessor.runtimes.azure.FunctionAnswer;
import dev.eventprocessor.runtimes.azure.FunctionJson;
import dev.eventprocessor.runtimes.azure.FunctionsApp;
import dev.eventprocessor.runtimes.azure.TypedValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The app as Microsoft's plugin packaged it, in a stand-in for the Functions worker. */
class AzureAlarmNotifierIT extends AlarmNotifierContract {

  @Test
  void thePluginWroteTheTriggersThatTheClassDeclares() {
    Map<String, Map<String, String>> triggers =
        FunctionJson.all(deployable()).stream()
            .collect(Collectors.toMap(FunctionJson::name, json -> json.bindings().get(0)));

    assertEquals(
        Map.of(
            "alarms-servicebus",
            Map.of(
                "type", "serviceBusTrigger",
                "direction", "in",
                "name", "message",
                "queueName", "alarms",
                "connection", "AlarmsServiceBus",
                "dataType", "binary"),
            "alarms-queue",
            Map.of(
                "type", "queueTrigger",
                "direction", "in",
                "name", "message",
                "queueName", "alarms",
                "connection", "AzureWebJobsStorage",
                "dataType", "binary"),
            "alarms-eventgrid",
            Map.of("type", "eventGridTrigger", "direction", "in", "name", "event")),
        triggers);
  }

  @Test
  void theTraceStandsInTheLogOfItsInvocation() throws Exception {
    Map<String, String> trace = Map.of("EVENT_PROCESSOR_TRACE", "true");
    try (FunctionsApp app = described(deployable(), trace).start()) {
      FunctionAnswer answer =
          app.invoke("alarms-eventgrid", TypedValue.text("{\"data\": {}}"), Map.of());

      String line = "event-processor: azure.eventgrid -> unexpected";
      assertTrue(answer.logged().contains(line), answer::toString);
      assertFalse(answer.printed().contains(line), answer::toString);
    }
  }

  @Override
  Path deployable() {
    return Deployables.azure(EXAMPLE);
  }

  @Override
  Cloud start(Path deployment, Map<String, String> environment) throws InterruptedException {
    return AzureCloud.start(described(deployment, environment));
  }

  /** The app, to be started with the worker under test. */
  FunctionsApp.Builder described(Path deployment, Map<String, String> environment) {
    return FunctionsApp.of(deployment).settings(environment);
  }

  @Override
  List<Delivery> deliveries(byte[] content) {
    return Envelopes.azure(content);
  }

  @Override
  List<String> triggers() {
    return List.of("azure.servicebus", "azure.queue", "azure.eventgrid");
  }

  @Override
  Delivery raw(byte[] payload) {
    return new Delivery("raw", "alarms-eventgrid", Map.of(), Payload.of(payload));
  }

  @Override
  Delivery wrongShape(String secret) {
    return raw(bytes("[\"" + secret + "\"]"));
  }

  @Override
  Path withoutApplication(Path temporary) throws Exception {
    Path app = deployable();
    try (Stream<Path> files = Files.walk(app)) {
      for (Path file : files.toList()) {
        copy(file, temporary.resolve(app.relativize(file).toString()));
      }
    }
    return temporary;
  }

  private static void copy(Path file, Path target) throws IOException {
    if (Files.isDirectory(file)) {
      Files.createDirectories(target);
    } else if (!file.getFileName().toString().startsWith("alarm-notifier-application")) {
      Files.copy(file, target);
    }
  }
}

package dev.eventprocessor.azure.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.EventHubTrigger;
import com.microsoft.azure.functions.annotation.FixedDelayRetry;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.ServiceBusQueueTrigger;
import dev.eventprocessor.testing.GoldenFile;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The class that is written: how it reads, and what Microsoft's plugin will find in it. */
class GeneratedFunctionsTest {

  private static final String QUEUE =
      """
      @AzureFunction(
          name = "alarms",
          storageQueue =
              @QueueTrigger(name = "message", queueName = "alarms", connection = "Storage"))
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service-bus-queue | serviceBusQueue = @ServiceBusQueueTrigger(name = \"message\","
            + " queueName = \"orders\", connection = \"Bus\")",
        "service-bus-queue-many | serviceBusQueue = @ServiceBusQueueTrigger(name = \"messages\","
            + " queueName = \"orders\", connection = \"Bus\", cardinality = Cardinality.MANY)",
        "service-bus-queue-sessions | serviceBusQueue = @ServiceBusQueueTrigger(name = \"message\","
            + " queueName = \"orders\", connection = \"Bus\", isSessionsEnabled = true)",
        "service-bus-topic | serviceBusTopic = @ServiceBusTopicTrigger(name = \"message\", topicName"
            + " = \"prices\", subscriptionName = \"shop\", connection = \"Bus\", access ="
            + " AccessRights.LISTEN), metadata = {\"MessageId\"; \"Label\"}",
        "storage-queue | storageQueue = @QueueTrigger(name = \"message\", queueName ="
            + " \"%Alarms%\", connection = \"Storage\")",
        "event-hub | eventHub = @EventHubTrigger(name = \"events\", eventHubName = \"telemetry\","
            + " connection = \"Hub\", consumerGroup = \"shop\"), exponentialBackoffRetry ="
            + " @ExponentialBackoffRetry(maxRetryCount = -1, minimumInterval = \"00:00:01\","
            + " maximumInterval = \"00:15:00\")",
        "event-hub-one | eventHub = @EventHubTrigger(name = \"event\", eventHubName = \"telemetry\","
            + " connection = \"Hub\", cardinality = Cardinality.ONE), fixedDelayRetry ="
            + " @FixedDelayRetry(maxRetryCount = 5, delayInterval = \"00:00:10\")",
        "event-grid | eventGrid = @EventGridTrigger(name = \"event\")",
        "blob | blob = @BlobTrigger(name = \"content\", path = \"invoices/{customer}/{name}.pdf\","
            + " connection = \"Storage\", source = \"EventGrid\")",
        "cosmos-db | cosmosDB = @CosmosDBTrigger(name = \"documents\", databaseName = \"shop\","
            + " containerName = \"orders\", connection = \"Cosmos\","
            + " createLeaseContainerIfNotExists = true, maxItemsPerInvocation = 100),"
            + " fixedDelayRetry = @FixedDelayRetry(maxRetryCount = 5, delayInterval = \"00:00:10\")",
        "kafka | kafka = @KafkaTrigger(name = \"record\", topic = \"prices\", brokerList ="
            + " \"Brokers\", consumerGroup = \"shop\"), fixedDelayRetry ="
            + " @FixedDelayRetry(maxRetryCount = 5, delayInterval = \"00:00:10\")",
        "kafka-many | kafka = @KafkaTrigger(name = \"records\", topic = \"prices\", brokerList ="
            + " \"Brokers\", consumerGroup = \"g\", cardinality = Cardinality.MANY), fixedDelayRetry ="
            + " @FixedDelayRetry(maxRetryCount = 5, delayInterval = \"00:00:10\")",
        "timer | timer = @TimerTrigger(name = \"timer\", schedule = \"0 */5 * * * *\")",
        "http | http = @HttpTrigger(name = \"request\", methods = {"
            + "com.microsoft.azure.functions.HttpMethod.GET}, authLevel ="
            + " AuthorizationLevel.ANONYMOUS, route = \"{*path}\")",
        "http-binary | http = @HttpTrigger(name = \"upload\", route = \"files/{name}\", dataType ="
            + " \"binary\")",
      })
  void eachTriggersMethodReadsAsApproved(String name, String trigger) {
    String members = trigger.replace("\"; \"", "\", \"");

    Compilation compilation =
        Compilation.ofPackage("@AzureFunction(name = \"" + name + "\", " + members + ")");

    assertEquals(List.of(), compilation.messages());
    GoldenFile.assertMatches("functions/" + name + ".txt", compilation.source("app/Functions"));
  }

  @Test
  void aPackageMayDeclareManyFunctions() throws Exception {
    Compilation compilation =
        Compilation.ofPackage(
            QUEUE + "@AzureFunction(name = \"grid\", eventGrid = @EventGridTrigger(name = \"e\"))");

    List<String> functions =
        Arrays.stream(compilation.load("app.Functions").getDeclaredMethods())
            .map(method -> method.getAnnotation(FunctionName.class).value())
            .sorted()
            .toList();

    assertEquals(List.of("alarms", "grid"), functions);
  }

  @Test
  void aClassMayDeclareFunctionsToo() {
    Compilation compilation =
        Compilation.of(
            Map.of(
                "app/Alarms",
                """
                package app;
                import com.microsoft.azure.functions.annotation.*;
                import dev.eventprocessor.azure.AzureFunction;
                final class Alarms {
                  %sinterface Triggers {}
                }
                """
                    .formatted(QUEUE)));

    assertEquals(List.of(), compilation.messages());
    assertTrue(compilation.files().contains("app/AlarmsTriggersFunctions.class"));
  }

  @Test
  void whatTheUserWritesIsWhatThePluginFinds() throws Exception {
    Compilation compilation =
        Compilation.ofPackage(
            "@AzureFunction(name = \"bus\", serviceBusQueue = @ServiceBusQueueTrigger(name ="
                + " \"message\", queueName = \"a\\\"b\\\\c\", connection = \"Bus\","
                + " isSessionsEnabled = true))");

    Method method = onlyMethod(compilation);
    ServiceBusQueueTrigger trigger =
        method.getParameters()[0].getAnnotation(ServiceBusQueueTrigger.class);

    assertEquals("a\"b\\c", trigger.queueName());
    assertTrue(trigger.isSessionsEnabled());
    assertEquals("binary", trigger.dataType());
    assertEquals(byte[].class, method.getParameterTypes()[0]);
  }

  @Test
  void aRetryPolicyIsOnTheMethod() throws Exception {
    Compilation compilation =
        Compilation.ofPackage(
            "@AzureFunction(name = \"hub\", eventHub = @EventHubTrigger(name = \"events\","
                + " eventHubName = \"h\", connection = \"Hub\"), fixedDelayRetry ="
                + " @FixedDelayRetry(maxRetryCount = 5, delayInterval = \"00:00:10\"))");

    Method method = onlyMethod(compilation);

    assertEquals(5, method.getAnnotation(FixedDelayRetry.class).maxRetryCount());
    assertEquals(
        byte[][].class,
        Arrays.stream(method.getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(EventHubTrigger.class))
            .findFirst()
            .orElseThrow()
            .getType());
  }

  @Test
  void theWorkerFindsNoOverloadsAndNothingToLinkButItsOwnTypes() throws Exception {
    Method method = onlyMethod(Compilation.ofPackage(QUEUE));

    assertEquals(void.class, method.getReturnType());
    for (Class<?> type : method.getParameterTypes()) {
      assertTrue(
          type.getName().startsWith("java.lang.")
              || type == byte[].class
              || type.getName().equals("com.microsoft.azure.functions.ExecutionContext"),
          type.getName());
    }
    assertTrue(method.getParameters()[0].isAnnotationPresent(QueueTrigger.class));
    assertEquals("Id", method.getParameters()[1].getAnnotation(BindingName.class).value());
  }

  @Test
  void nothingOfTheDeclarationIsLeftInTheClass() throws Exception {
    Compilation compilation =
        Compilation.of(
            Map.of(
                "app/Triggers",
                """
                package app;
                import com.microsoft.azure.functions.annotation.*;
                import dev.eventprocessor.azure.AzureFunction;
                %spublic final class Triggers {}
                """
                    .formatted(QUEUE)));

    assertEquals(0, compilation.load("app.Triggers").getAnnotations().length);
    assertFalse(compilation.source("app/TriggersFunctions").contains("AzureFunction("));
  }

  @ParameterizedTest
  @CsvSource({
    "alarms-queue, alarmsQueue",
    "Alarms_Queue, alarmsQueue",
    "new, newFunction",
    "a, a",
    "a--b, aB",
    "a-, a",
  })
  void aMethodIsNamedAfterItsFunction(String function, String method) {
    assertEquals(method, FunctionNames.methodName(function));
  }

  private static Method onlyMethod(Compilation compilation) throws ClassNotFoundException {
    assertEquals(List.of(), compilation.messages());
    Method[] methods = compilation.load("app.Functions").getDeclaredMethods();
    assertEquals(1, methods.length);
    return methods[0];
  }
}

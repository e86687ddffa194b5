package dev.eventprocessor.azure.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.GoldenFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not compile, and what the compiler says of it. */
class DeclarationFaultsTest {

  private static final String HUB =
      "eventHub = @EventHubTrigger(name = \"events\", eventHubName = \"h\", connection = \"Hub\"";
  private static final String QUEUE =
      "storageQueue = @QueueTrigger(name = \"message\", queueName = \"q\", connection = \"S\"";
  private static final String RETRY =
      "fixedDelayRetry = @FixedDelayRetry(maxRetryCount = 5, delayInterval = \"00:00:10\")";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-trigger | ",
        "two-triggers | {QUEUE}), eventGrid = @EventGridTrigger(name = \"e\")",
        "event-hub-without-retry | {HUB})",
        "cosmos-db-without-retry | cosmosDB = @CosmosDBTrigger(name = \"documents\", databaseName ="
            + " \"d\", containerName = \"c\", connection = \"C\")",
        "kafka-without-retry | kafka = @KafkaTrigger(name = \"record\", topic = \"t\", brokerList ="
            + " \"b\", consumerGroup = \"g\")",
        "queue-with-retry | {QUEUE}), {RETRY}",
        "event-grid-with-retry | eventGrid = @EventGridTrigger(name = \"e\"), {RETRY}",
        "service-bus-with-retry | serviceBusQueue = @ServiceBusQueueTrigger(name = \"message\","
            + " queueName = \"q\", connection = \"B\"), {RETRY}",
        "two-retries | {HUB}), {RETRY}, exponentialBackoffRetry ="
            + " @ExponentialBackoffRetry(maxRetryCount = 5, minimumInterval = \"00:00:01\","
            + " maximumInterval = \"00:01:00\")",
        "retry-never | {HUB}), fixedDelayRetry = @FixedDelayRetry(maxRetryCount = 0, delayInterval"
            + " = \"00:00:10\")",
        "retry-interval | {HUB}), fixedDelayRetry = @FixedDelayRetry(maxRetryCount = 1,"
            + " delayInterval = \"10 s\")",
        "data-type | {QUEUE}, dataType = \"string\")",
        "parameter-name | storageQueue = @QueueTrigger(name = \"class\", queueName = \"q\","
            + " connection = \"S\")",
        "parameter-taken | storageQueue = @QueueTrigger(name = \"dequeueCount\", queueName = \"q\","
            + " connection = \"S\")",
        "http-with-retry | http = @HttpTrigger(name = \"request\"), {RETRY}",
        "http-data-type | http = @HttpTrigger(name = \"request\", dataType = \"string\")",
        "metadata-name | {QUEUE}), metadata = \"Message Id\"",
        "metadata-twice | {QUEUE}), metadata = \"Id\"",
      })
  void aFaultIsToldWithTheWayOut(String name, String members) {
    String given =
        members == null
            ? ""
            : members.replace("{HUB}", HUB).replace("{QUEUE}", QUEUE).replace("{RETRY}", RETRY);

    Compilation compilation =
        Compilation.ofPackage(
            "@AzureFunction(name = \"it\"" + (given.isEmpty() ? "" : ", " + given) + ")");

    assertEquals(List.of(), compilation.files(), "nothing is written of a faulty declaration");
    GoldenFile.assertMatches("faults/" + name + ".txt", String.join("\n", compilation.messages()));
  }

  @ParameterizedTest
  @CsvSource({"''", "1st", "with space", "dotted.name", "ümlaut", "-first"})
  void aNameThatAzureDoesNotTakeIsRefused(String name) {
    Compilation compilation =
        Compilation.ofPackage("@AzureFunction(name = \"" + name + "\", " + QUEUE + "))");

    assertEquals(1, compilation.messages().size());
    assertTrue(compilation.messages().get(0).contains("cannot have this name"), name);
  }

  @Test
  void allFaultsAreToldAtOnceAndWhereTheyStand() {
    Compilation compilation =
        Compilation.ofPackage(
            """
            @AzureFunction(name = "first")
            @AzureFunction(name = "second", %s))
            @AzureFunction(name = "third", %s, dataType = "string"), %s)
            """
                .formatted(HUB, QUEUE, RETRY));

    GoldenFile.assertMatches("faults/all.txt", String.join("\n", compilation.messages()));
  }

  @Test
  void twoFunctionsOfOneNameAreRefusedAcrossPackages() {
    String source =
        """
        @AzureFunction(name = "%s", eventGrid = @EventGridTrigger(name = "event"))
        package %s;

        import com.microsoft.azure.functions.annotation.*;
        import dev.eventprocessor.azure.AzureFunction;
        """;

    Compilation compilation =
        Compilation.of(
            Map.of(
                "one/package-info", source.formatted("alarms-grid", "one"),
                "two/package-info", source.formatted("Alarms_Grid", "two")));

    assertEquals(1, compilation.messages().size());
    assertTrue(
        compilation.messages().get(0).contains("is declared twice, the other time as \""),
        compilation.messages().get(0));
  }

  @Test
  void aClassThatIsThereAlreadyIsNotWrittenOver() {
    Compilation compilation =
        Compilation.of(
            Map.of(
                "app/Functions",
                "package app; final class Functions {}",
                "app/package-info",
                """
                @AzureFunction(name = "grid", eventGrid = @EventGridTrigger(name = "event"))
                package app;

                import com.microsoft.azure.functions.annotation.*;
                import dev.eventprocessor.azure.AzureFunction;
                """));

    assertTrue(
        String.join("\n", compilation.messages())
            .contains("The class app.Functions cannot be written"),
        compilation.messages().toString());
  }
}

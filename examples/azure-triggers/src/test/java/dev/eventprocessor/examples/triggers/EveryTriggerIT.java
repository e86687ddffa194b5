package dev.eventprocessor.examples.triggers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.azure.FunctionAnswer;
import dev.eventprocessor.runtimes.azure.FunctionJson;
import dev.eventprocessor.runtimes.azure.FunctionsApp;
import dev.eventprocessor.runtimes.azure.TypedValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The app as Microsoft's plugin packaged it, in a stand-in for the worker: one call a trigger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTriggerIT {

  static final Path PACKAGED = Path.of("target/azure-functions/azure-triggers");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "ServiceBusQueue", "orders",
          "ServiceBusTopic", "prices",
          "ServiceBusSubscription", "shop",
          "StorageQueue", "alarms",
          "EventHub", "telemetry",
          "BlobContainer", "invoices",
          "CosmosDatabase", "shop",
          "CosmosContainer", "orders",
          "KafkaTopic", "prices");

  private FunctionsApp app;

  /** The app with its settings, in the stand-in. */
  FunctionsApp start() throws InterruptedException {
    return described().start();
  }

  static FunctionsApp.Builder described() {
    return FunctionsApp.of(PACKAGED).settings(SETTINGS);
  }

  /** Before each test, because only what a test itself skips is told as skipped. */
  @BeforeEach
  void deploy() throws InterruptedException {
    if (app == null) {
      app = start();
    }
  }

  @AfterAll
  void shutDown() {
    if (app != null) {
      app.close();
    }
  }

  @Test
  void thePluginFindsEveryFunctionThatIsDeclared() {
    Map<String, String> triggers = new TreeMap<>();
    for (FunctionJson function : app.functions()) {
      triggers.put(function.name(), function.bindings().get(0).get("type"));
    }

    assertEquals(
        Map.ofEntries(
            Map.entry("servicebus-queue", "serviceBusTrigger"),
            Map.entry("servicebus-topic", "serviceBusTrigger"),
            Map.entry("storage-queue", "queueTrigger"),
            Map.entry("eventhub", "eventHubTrigger"),
            Map.entry("eventhub-one", "eventHubTrigger"),
            Map.entry("eventgrid", "eventGridTrigger"),
            Map.entry("blob", "blobTrigger"),
            Map.entry("cosmosdb", "cosmosDBTrigger"),
            Map.entry("kafka", "kafkaTrigger"),
            Map.entry("kafka-one", "kafkaTrigger"),
            Map.entry("http", "httpTrigger"),
            Map.entry("timer", "timerTrigger")),
        triggers);
  }

  @Test
  void aMessageOfAServiceBusQueue() throws Exception {
    Map<?, ?> event =
        only(
            "servicebus-queue",
            TypedValue.bytes(bytes("{\"sku\": \"a\"}")),
            Map.of(
                "DeliveryCount", 3L,
                "SequenceNumber", 38291L,
                "ApplicationProperties", Map.of("tenant", "t-1")));

    assertEquals("queue", event.get("kind"));
    assertEquals(Map.of("sku", "a"), event.get("data"));
    assertEquals(Map.of("tenant", "t-1"), event.get("attributes"));
    assertEquals(Map.of("name", "orders"), event.get("resource"), "the app setting's value");
    assertEquals(3L, ((Map<?, ?>) event.get("delivery")).get("attempt"));
    assertEquals("38291", event.get("sequence"));
  }

  @Test
  void messagesOfATopicAreEventsWithWhatIsTheirs() throws Exception {
    FunctionAnswer answer =
        Calls.call(
            app,
            "servicebus-topic",
            TypedValue.bytesList(List.of(bytes("one"), bytes(""), bytes("three"))),
            Map.of(
                "MessageIdArray", List.of("m-1", "m-2", "m-3"),
                "DeliveryCountArray", List.of(1L, 2L, 3L),
                "CorrelationIdArray", List.of("only-one-had-one")));

    List<Map<?, ?>> events = Calls.events(answer);
    assertEquals(List.of("m-1", "m-2", "m-3"), events.stream().map(e -> e.get("id")).toList());
    assertEquals(List.of("one", "", "three"), events.stream().map(e -> e.get("data")).toList());
    assertTrue(
        events.stream().noneMatch(event -> event.containsKey("correlationid")),
        "an array that is not as long as the batch says nothing");
  }

  @Test
  void eventsOfAHubKeepTheirPropertiesApart() throws Exception {
    FunctionAnswer answer =
        Calls.call(
            app,
            "eventhub",
            TypedValue.bytesList(List.of(bytes("{\"t\": 1}"), bytes("{\"t\": 2}"))),
            Map.of(
                "SystemPropertiesArray",
                List.of(
                    Map.of("SequenceNumber", 12L, "Offset", "120", "PartitionKey", "sensor-1"),
                    Map.of("SequenceNumber", 13L, "Offset", "130")),
                "PropertiesArray",
                List.of(Map.of("unit", "C"), Map.of()),
                "PartitionContext",
                Map.of("PartitionId", "4", "EventHubName", "ignored")));

    List<Map<?, ?>> events = Calls.events(answer);
    assertEquals(2, events.size());
    assertEquals(
        Map.of("name", "telemetry", "partition", "4", "offset", "120"),
        events.get(0).get("stream"));
    assertEquals("sensor-1", events.get(0).get("partitionkey"));
    assertEquals(Map.of("unit", "C"), events.get(0).get("attributes"));
    assertEquals("13", events.get(1).get("sequence"));
    assertTrue(!events.get(1).containsKey("attributes"));
  }

  @Test
  void aBlob() throws Exception {
    Map<?, ?> event =
        only(
            "blob",
            TypedValue.bytes(new byte[] {1, 2, 3}),
            Map.of(
                "BlobTrigger", "invoices/2026/4711.pdf",
                "Uri", "\"https://a.blob.core.windows.net/invoices/2026/4711.pdf\"",
                "Properties", Map.of("ContentLength", "3", "ETag", "0x1")));

    assertEquals("3 bytes", event.get("data"));
    assertEquals(
        Map.of(
            "bucket", "invoices",
            "key", "2026/4711.pdf",
            "size", 3L,
            "etag", "0x1",
            "url", "https://a.blob.core.windows.net/invoices/2026/4711.pdf",
            "pathparams", Map.of("name", "2026/4711.pdf")),
        event.get("object"));
  }

  @Test
  void documentsOfAContainer() throws Exception {
    FunctionAnswer answer =
        Calls.call(
            app,
            "cosmosdb",
            TypedValue.json("[{\"id\": \"1\", \"_ts\": 1650036720}, {\"id\": \"2\"}]"),
            Map.of());

    List<Map<?, ?>> events = Calls.events(answer);
    assertEquals(List.of("1", "2"), events.stream().map(e -> e.get("subject")).toList());
    assertEquals("2022-04-15T15:32:00Z", events.get(0).get("time"));
  }

  @Test
  void recordsOfKafka() throws Exception {
    String record =
        "{\"Topic\": \"prices\", \"Partition\": 1, \"Offset\": 62, \"Timestamp\":"
            + " \"2020-06-20T05:06:25.139Z\", \"Key\": \"k\", \"Value\": \"{\\\"p\\\": 1}\","
            + " \"Headers\": [{\"Key\": \"h\", \"Value\": \"v\"}]}";

    FunctionAnswer many =
        Calls.call(app, "kafka", TypedValue.texts(List.of(record, record)), Map.of());
    Map<?, ?> one = only("kafka-one", TypedValue.text(record), Map.of());

    assertEquals(2, Calls.events(many).size());
    assertEquals(Map.of("p", 1L), one.get("data"));
    assertEquals(Map.of("h", "v"), one.get("attributes"));
    assertEquals("k", one.get("partitionkey"));
  }

  @Test
  void aTick() throws Exception {
    Map<?, ?> event =
        only(
            "timer",
            TypedValue.json(
                "{\"ScheduleStatus\": {\"Next\": \"2026-11-24T00:05:00+00:00\"},"
                    + " \"IsPastDue\": true}"),
            Map.of());

    assertEquals(
        Map.of("name", "timer", "next", "2026-11-24T00:05:00+00:00", "late", true),
        event.get("schedule"));
  }

  @Test
  void aRequestIsAnEventAndIsAnswered() throws Exception {
    FunctionAnswer answer =
        app.invoke(
            "http",
            TypedValue.http(
                "POST",
                "https://app.azurewebsites.net/api/orders?sku=a&sku=b",
                Map.of("content-type", "application/json"),
                bytes("{\"total\": 12.5}")),
            Map.of());

    assertEquals(204, assertInstanceOf(FunctionAnswer.Response.class, answer).status());
    Map<?, ?> event = Calls.events(answer).get(0);
    Map<?, ?> http = (Map<?, ?>) event.get("http");
    assertEquals("POST", http.get("method"));
    assertEquals(Map.of("sku", List.of("a", "b")), http.get("query"));
    assertEquals(Map.of("total", 12.5), event.get("data"));
  }

  @Test
  void anEventOfEventGridInsideAQueuesMessageIsOpened() throws Exception {
    String grid =
        Json.writeText(
            Map.of(
                "id", "e-1",
                "topic", "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/a",
                "subject", "/blobServices/default/containers/c/blobs/k",
                "eventType", "Microsoft.Storage.BlobCreated",
                "eventTime", "2026-11-24T00:01:00Z",
                "dataVersion", "1",
                "metadataVersion", "1",
                "data", Map.of("contentLength", 5L)));

    Map<?, ?> event = only("storage-queue", TypedValue.bytes(bytes(grid)), Map.of());

    assertEquals("object", event.get("kind"));
    assertEquals("e-1", event.get("id"));
    assertEquals(List.of("azure.queue"), ((Map<?, ?>) event.get("delivery")).get("path"));
  }

  @Test
  void whatIsNoJsonIsATypedFailureOfTheCallAndNothingMore() throws Exception {
    FunctionAnswer answer = Calls.call(app, "eventgrid", TypedValue.text("{"), Map.of());

    FunctionAnswer.Failure failure = assertInstanceOf(FunctionAnswer.Failure.class, answer);
    assertTrue(failure.message().contains("[payload-not-json]"), failure.message());
    assertTrue(app.isAlive());
  }

  private Map<?, ?> only(String function, TypedValue value, Map<String, ?> metadata)
      throws InterruptedException {
    FunctionAnswer answer = Calls.call(app, function, value, metadata);
    assertInstanceOf(FunctionAnswer.Success.class, answer, answer::toString);
    List<Map<?, ?>> events = Calls.events(answer);
    assertEquals(1, events.size(), answer::toString);
    return events.get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

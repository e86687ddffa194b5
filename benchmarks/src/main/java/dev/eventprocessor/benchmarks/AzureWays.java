package dev.eventprocessor.benchmarks;

import com.microsoft.azure.functions.ExecutionContext;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.azure.Binding;
import dev.eventprocessor.azure.FunctionsEntrypoint;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.fakes.azure.FakeHttpRequestMessage;
import dev.eventprocessor.spi.Applications;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Through the adapter for Azure, bound as the generated functions bind. */
final class AzureWays {

  private static final String TIME = "2026-11-29T08:00:00+00:00";

  private AzureWays() {}

  static Way queue(String content) {
    byte[] message = bytes(content);
    return new MessageWay(
        List.of(message),
        () ->
            Binding.storageQueue("orders", message)
                .metadata("Id", "059f36b4-87a3-44ab-83d2-66197545a4f1")
                .metadata("DequeueCount", "1")
                .metadata("InsertionTime", TIME)
                .metadata("ExpirationTime", "2026-12-06T08:00:00+00:00"));
  }

  static Way eventGrid(String content) {
    String event =
        """
        {"id": "831e1650-001e-001b-66ab-eeb76e069631",
         "topic": "/subscriptions/1/resourceGroups/shop/providers/Microsoft.EventGrid/topics/orders",
         "subject": "orders/1", "eventType": "Shop.Order", "eventTime": "2026-11-29T08:00:00.123Z",
         "dataVersion": "1", "metadataVersion": "1", "data": %s}
        """
            .formatted(content);
    return new MessageWay(List.of(bytes(event)), () -> Binding.eventGrid(event));
  }

  static Way eventHub(List<String> contents) {
    List<byte[]> events = contents.stream().map(AzureWays::bytes).toList();
    List<String> system = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      system.add(
          "{\"SequenceNumber\": %d, \"Offset\": \"%d\", \"EnqueuedTimeUtc\": \"%s\"}"
              .formatted(i, i * 64, TIME));
    }
    String properties = "[" + "{}, ".repeat(events.size() - 1) + "{}]";
    byte[][] bound = events.toArray(new byte[0][]);
    return new MessageWay(
        events,
        () ->
            Binding.eventHubBatch("orders", bound)
                .metadata("SystemPropertiesArray", system.toString())
                .metadata("PropertiesArray", properties)
                .metadata(
                    "PartitionContext",
                    "{\"EventHubName\": \"orders\", \"ConsumerGroup\": \"$Default\","
                        + " \"PartitionId\": \"0\"}"));
  }

  static Way http(String content) {
    return new RequestWay(content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a message's method does.
   *
   * @param texts the messages
   * @param binding what the method makes of its parameters at each call
   */
  private record MessageWay(
      List<byte[]> texts,
      Supplier<Binding> binding,
      EventProcessor processor,
      ExecutionContext call)
      implements Way {

    MessageWay(List<byte[]> texts, Supplier<Binding> binding) {
      this(texts, binding, Applications.build(new Orders()), new FakeExecutionContext("orders"));
    }

    @Override
    public @Nullable Object take() {
      FunctionsEntrypoint.run(processor, binding.get(), call);
      return null;
    }
  }

  private static final class RequestWay implements Way {
    private final EventProcessor processor = Applications.build(new Orders());
    private final ExecutionContext call = new FakeExecutionContext("orders");
    private final String body;
    private final FakeHttpRequestMessage request;

    RequestWay(String body) {
      this.body = body;
      this.request =
          new FakeHttpRequestMessage(
              "POST",
              "https://shop.azurewebsites.net/api/orders?dry=true",
              Map.of("content-type", "application/json", "accept", "*/*", "host", "example.com"),
              body);
    }

    @Override
    public List<byte[]> texts() {
      return List.of(bytes(body));
    }

    @Override
    public Object take() {
      return FunctionsEntrypoint.answer(processor, request, call);
    }
  }
}

package dev.eventprocessor.benchmarks;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.azure.Binding;
import dev.eventprocessor.azure.FunctionsEntrypoint;
import dev.eventprocessor.spi.Applications;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;
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
      List<byte[]> texts, Supplier<Binding> binding, EventProcessor processor, Call call)
      implements Way {

    MessageWay(List<byte[]> texts, Supplier<Binding> binding) {
      this(texts, binding, Applications.build(new Orders()), new Call());
    }

    @Override
    public @Nullable Object take() {
      FunctionsEntrypoint.run(processor, binding.get(), call);
      return null;
    }
  }

  private static final class RequestWay implements Way {
    private final EventProcessor processor = Applications.build(new Orders());
    private final Call call = new Call();
    private final ReadyRequest request;

    RequestWay(String body) {
      this.request = new ReadyRequest(Optional.of(body));
    }

    @Override
    public List<byte[]> texts() {
      return List.of(bytes(request.body.orElseThrow()));
    }

    @Override
    public Object take() {
      return FunctionsEntrypoint.answer(processor, request, call);
    }
  }

  private static final class Call implements ExecutionContext {
    private final Logger logger = Logger.getAnonymousLogger();

    @Override
    public Logger getLogger() {
      return logger;
    }

    @Override
    public String getInvocationId() {
      return "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    }

    @Override
    public String getFunctionName() {
      return "orders";
    }
  }

  /** A request whose body is bound as text. */
  private record ReadyRequest(Optional<String> body)
      implements HttpRequestMessage<Optional<String>> {
    private static final URI TARGET =
        URI.create("https://shop.azurewebsites.net/api/orders?dry=true");
    private static final Map<String, String> HEADERS =
        Map.of("content-type", "application/json", "accept", "*/*", "host", "example.com");

    @Override
    public URI getUri() {
      return TARGET;
    }

    @Override
    public HttpMethod getHttpMethod() {
      return HttpMethod.POST;
    }

    @Override
    public Map<String, String> getHeaders() {
      return HEADERS;
    }

    @Override
    public Map<String, String> getQueryParameters() {
      return Map.of("dry", "true");
    }

    @Override
    public Optional<String> getBody() {
      return body;
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
      return new Response(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
      return new Response(status);
    }
  }

  private static final class Response implements HttpResponseMessage, HttpResponseMessage.Builder {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private HttpStatusType status;
    private @Nullable Object body;

    Response(HttpStatusType status) {
      this.status = status;
    }

    @Override
    public HttpStatusType getStatus() {
      return status;
    }

    @Override
    public @Nullable String getHeader(String key) {
      return headers.get(key);
    }

    @Override
    public @Nullable Object getBody() {
      return body;
    }

    @Override
    public HttpResponseMessage.Builder status(HttpStatusType other) {
      status = other;
      return this;
    }

    @Override
    public HttpResponseMessage.Builder header(String key, String value) {
      headers.put(key, value);
      return this;
    }

    @Override
    public HttpResponseMessage.Builder body(@Nullable Object content) {
      body = content;
      return this;
    }

    @Override
    public HttpResponseMessage build() {
      return this;
    }
  }
}

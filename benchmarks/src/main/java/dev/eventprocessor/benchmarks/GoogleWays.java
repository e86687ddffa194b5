package dev.eventprocessor.benchmarks;

import dev.eventprocessor.fakes.gcp.FakeCloudEvent;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import dev.eventprocessor.gcp.CloudEventEntrypoint;
import dev.eventprocessor.gcp.HttpEntrypoint;
import dev.eventprocessor.json.Json;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Through the adapter for Google Cloud, with requests and events that hold what they are made of.
 */
final class GoogleWays {

  private static final String ID = "11894023519832914";
  private static final String TIME = "2026-11-29T08:00:00.123Z";

  private GoogleWays() {}

  static Way pubSub(String content) {
    return new EventWay(
        "google.cloud.pubsub.topic.v1.messagePublished",
        "//pubsub.googleapis.com/projects/shop/topics/orders",
        Json.write(published(content)));
  }

  static Way storage() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", "storage#object");
    object.put("id", "orders/incoming/order-1.json/1796025600123456");
    object.put("name", "incoming/order-1.json");
    object.put("bucket", "orders");
    object.put("generation", "1796025600123456");
    object.put("metageneration", "1");
    object.put("contentType", "application/json");
    object.put("timeCreated", TIME);
    object.put("updated", TIME);
    object.put("size", "1024");
    object.put("etag", "CIDe8rKK4+8CEAE=");
    return new EventWay(
        "google.cloud.storage.object.v1.finalized",
        "//storage.googleapis.com/projects/_/buckets/orders",
        Json.write(object));
  }

  static Way push(String content) {
    return new RequestWay(Json.write(published(content)));
  }

  static Way http(String content) {
    return new RequestWay(content.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> published(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("data", Base64.getEncoder().encodeToString(bytes));
    message.put("messageId", ID);
    message.put("publishTime", TIME);
    message.put("attributes", Map.of("origin", "shop"));
    return Map.of("message", message, "subscription", "projects/shop/subscriptions/orders");
  }

  private static final class EventWay implements Way {
    private final CloudEventEntrypoint entrypoint = new CloudEventEntrypoint(new Orders()) {};
    private final byte[] data;
    private final CloudEvent event;

    EventWay(String type, String source, byte[] data) {
      this.data = data;
      this.event =
          new FakeCloudEvent(type)
              .with("id", ID)
              .with("source", URI.create(source))
              .with("time", OffsetDateTime.parse(TIME))
              .with("datacontenttype", "application/json")
              .data(data);
    }

    @Override
    public List<byte[]> texts() {
      return List.of(data);
    }

    @Override
    public @Nullable Object take() {
      entrypoint.accept(event);
      return null;
    }
  }

  private static final class RequestWay implements Way {
    private final HttpEntrypoint entrypoint = new HttpEntrypoint(new Orders()) {};
    private final FakeHttpRequest request;

    RequestWay(byte[] body) {
      this.request =
          new FakeHttpRequest("POST", "https://example.com/orders?dry=true", body)
              .header("Content-Type", "application/json")
              .header("Accept", "*/*")
              .header("Host", "example.com");
    }

    @Override
    public List<byte[]> texts() {
      return List.of(request.body());
    }

    @Override
    public Object take() throws IOException {
      FakeHttpResponse answer = new FakeHttpResponse();
      entrypoint.service(request, answer);
      return answer;
    }
  }
}

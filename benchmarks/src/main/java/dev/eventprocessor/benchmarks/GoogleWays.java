package dev.eventprocessor.benchmarks;

import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.eventprocessor.gcp.CloudEventEntrypoint;
import dev.eventprocessor.gcp.HttpEntrypoint;
import dev.eventprocessor.json.Json;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final ReadyEvent event;

    EventWay(String type, String source, byte[] data) {
      this.data = data;
      this.event = new ReadyEvent(type, URI.create(source), OffsetDateTime.parse(TIME), data);
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
    private final ReadyRequest request;

    RequestWay(byte[] body) {
      this.request = new ReadyRequest(body);
    }

    @Override
    public List<byte[]> texts() {
      return List.of(request.body);
    }

    @Override
    public Object take() throws IOException {
      Answer answer = new Answer();
      entrypoint.service(request, answer);
      return answer;
    }
  }

  /** A CloudEvent whose attributes are Java's types, as the framework has them. */
  private static final class ReadyEvent implements CloudEvent {
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final CloudEventData data;

    ReadyEvent(String type, URI source, OffsetDateTime time, byte[] data) {
      attributes.put("specversion", SpecVersion.V1);
      attributes.put("id", ID);
      attributes.put("type", type);
      attributes.put("source", source);
      attributes.put("time", time);
      attributes.put("datacontenttype", "application/json");
      this.data = () -> data;
    }

    @Override
    public CloudEventData getData() {
      return data;
    }

    @Override
    public SpecVersion getSpecVersion() {
      return SpecVersion.V1;
    }

    @Override
    public String getId() {
      return ID;
    }

    @Override
    public String getType() {
      return (String) attributes.get("type");
    }

    @Override
    public URI getSource() {
      return (URI) attributes.get("source");
    }

    @Override
    public String getDataContentType() {
      return "application/json";
    }

    @Override
    public @Nullable URI getDataSchema() {
      return null;
    }

    @Override
    public @Nullable String getSubject() {
      return null;
    }

    @Override
    public OffsetDateTime getTime() {
      return (OffsetDateTime) attributes.get("time");
    }

    @Override
    public @Nullable Object getAttribute(String name) {
      return attributes.get(name);
    }

    @Override
    public @Nullable Object getExtension(String name) {
      return null;
    }

    @Override
    public Set<String> getExtensionNames() {
      return Set.of();
    }
  }

  private static final class ReadyRequest implements HttpRequest {
    private final Map<String, List<String>> headers =
        Map.of(
            "Content-Type", List.of("application/json"),
            "Accept", List.of("*/*"),
            "Host", List.of("example.com"));
    private final byte[] body;

    ReadyRequest(byte[] body) {
      this.body = body;
    }

    @Override
    public String getMethod() {
      return "POST";
    }

    @Override
    public String getUri() {
      return "https://example.com/orders?dry=true";
    }

    @Override
    public String getPath() {
      return "/orders";
    }

    @Override
    public Optional<String> getQuery() {
      return Optional.of("dry=true");
    }

    @Override
    public Map<String, List<String>> getQueryParameters() {
      return Map.of("dry", List.of("true"));
    }

    @Override
    public Map<String, HttpPart> getParts() {
      return Map.of();
    }

    @Override
    public Optional<String> getContentType() {
      return Optional.of("application/json");
    }

    @Override
    public long getContentLength() {
      return body.length;
    }

    @Override
    public Optional<String> getCharacterEncoding() {
      return Optional.empty();
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return headers;
    }
  }

  private static final class Answer implements HttpResponse {
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    @Override
    public void setStatusCode(int code) {
      status = code;
    }

    @Override
    public void setStatusCode(int code, String message) {
      status = code;
    }

    @Override
    public void setContentType(String contentType) {
      headers.put("Content-Type", List.of(contentType));
    }

    @Override
    public Optional<String> getContentType() {
      return Optional.ofNullable(headers.get("Content-Type")).map(values -> values.get(0));
    }

    @Override
    public void appendHeader(String header, String value) {
      headers.computeIfAbsent(header, none -> new ArrayList<>()).add(value);
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return headers;
    }

    @Override
    public OutputStream getOutputStream() {
      return body;
    }

    @Override
    public BufferedWriter getWriter() {
      return new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return status + " " + body.toString(StandardCharsets.UTF_8);
    }
  }
}

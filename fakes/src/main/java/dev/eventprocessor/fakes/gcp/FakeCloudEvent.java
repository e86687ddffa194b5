package dev.eventprocessor.fakes.gcp;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as the Functions Framework hands it over: attributes as Java types, data as bytes.
 * Not thread-safe.
 */
public class FakeCloudEvent implements CloudEvent {

  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final Map<String, Object> extensions = new LinkedHashMap<>();
  private @Nullable CloudEventData data;
  private int dataReads;

  /** A CloudEvent with the attributes that each has to have, and no data. */
  public FakeCloudEvent(String type) {
    with("specversion", SpecVersion.V1);
    with("id", "event-1");
    with("type", type);
    with("source", URI.create("//example.com/source"));
  }

  /** A Pub/Sub message, as the JSON that Eventarc sends. */
  public static FakeCloudEvent pubSub(String json) {
    return new FakeCloudEvent("google.cloud.pubsub.topic.v1.messagePublished")
        .with("source", URI.create("//pubsub.googleapis.com/projects/shop/topics/orders"))
        .with("time", OffsetDateTime.parse("2026-11-24T00:01:00Z"))
        .with("datacontenttype", "application/json")
        .data(json);
  }

  /** With an attribute of the specification, in the type that the getter of its name returns. */
  public final FakeCloudEvent with(String attribute, Object value) {
    attributes.put(attribute, value);
    return this;
  }

  /** With an extension. */
  public final FakeCloudEvent extension(String name, Object value) {
    extensions.put(name, value);
    return this;
  }

  /** With data, which is not copied. */
  public final FakeCloudEvent data(byte[] bytes) {
    data =
        () -> {
          dataReads++;
          return bytes;
        };
    return this;
  }

  /** With a text in UTF-8 as data. */
  public final FakeCloudEvent data(String text) {
    return data(text.getBytes(StandardCharsets.UTF_8));
  }

  /** How often the data's bytes were asked for, which the framework may write anew each time. */
  public final int dataReads() {
    return dataReads;
  }

  private Object required(String attribute) {
    return Objects.requireNonNull(attributes.get(attribute));
  }

  @Override
  public @Nullable CloudEventData getData() {
    return data;
  }

  @Override
  public SpecVersion getSpecVersion() {
    return SpecVersion.V1;
  }

  @Override
  public String getId() {
    return (String) required("id");
  }

  @Override
  public String getType() {
    return (String) required("type");
  }

  @Override
  public URI getSource() {
    return (URI) required("source");
  }

  @Override
  public @Nullable String getDataContentType() {
    return (String) attributes.get("datacontenttype");
  }

  @Override
  public @Nullable URI getDataSchema() {
    return (URI) attributes.get("dataschema");
  }

  @Override
  public @Nullable String getSubject() {
    return (String) attributes.get("subject");
  }

  @Override
  public @Nullable OffsetDateTime getTime() {
    return (OffsetDateTime) attributes.get("time");
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public @Nullable Object getExtension(String name) {
    return extensions.get(name);
  }

  @Override
  public Set<String> getExtensionNames() {
    return extensions.keySet();
  }
}

package dev.eventprocessor.gcp;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A CloudEvent as the Functions Framework hands it over: attributes as Java types, data bytes. */
final class FakeCloudEvent implements CloudEvent {

  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final Map<String, Object> extensions = new LinkedHashMap<>();
  private byte @Nullable [] data;
  private int written;

  private FakeCloudEvent() {}

  /** A CloudEvent with the attributes that each has to have, and no data. */
  static FakeCloudEvent of(String type) {
    return new FakeCloudEvent()
        .with("id", "event-1")
        .with("type", type)
        .with("source", URI.create("//example.com/source"));
  }

  /** A Pub/Sub message, as the JSON that Eventarc sends. */
  static FakeCloudEvent pubSub(String json) {
    return of("google.cloud.pubsub.topic.v1.messagePublished")
        .with("source", URI.create("//pubsub.googleapis.com/projects/shop/topics/orders"))
        .with("time", OffsetDateTime.parse("2026-11-24T00:01:00Z"))
        .with("datacontenttype", "application/json")
        .data(json);
  }

  FakeCloudEvent with(String attribute, Object value) {
    attributes.put(attribute, value);
    return this;
  }

  FakeCloudEvent extension(String name, Object value) {
    extensions.put(name, value);
    return this;
  }

  FakeCloudEvent data(byte[] bytes) {
    data = bytes;
    return this;
  }

  FakeCloudEvent data(String text) {
    return data(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable CloudEventData getData() {
    byte @Nullable [] bytes = data;
    return bytes == null ? null : () -> written(bytes);
  }

  private byte[] written(byte[] bytes) {
    written++;
    return bytes;
  }

  /** How often the data's bytes were asked for, which the framework may write anew each time. */
  int timesWritten() {
    return written;
  }

  @Override
  public SpecVersion getSpecVersion() {
    return SpecVersion.V1;
  }

  @Override
  public String getId() {
    return (String) attributes.get("id");
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
    return name.equals("specversion") ? SpecVersion.V1 : attributes.get(name);
  }

  /** All that the specification knows, also those that this event has not. */
  @Override
  public Set<String> getAttributeNames() {
    return new TreeSet<>(SpecVersion.V1.getAllAttributes());
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

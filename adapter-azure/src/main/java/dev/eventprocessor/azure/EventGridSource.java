package dev.eventprocessor.azure;

import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.CloudEvents;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Azure Event Grid, one event a call, in Event Grid's own schema or in CloudEvents 1.0 ("Azure
 * Event Grid event schema", "CloudEvents v1.0 schema with Azure Event Grid"). An event in a custom
 * input schema has no names that could be relied on: all of it is the data.
 */
final class EventGridSource implements AzureSource {

  private static final String TRIGGER = "azure.eventgrid";

  @Override
  public PortableEvent event(Bound bound) {
    Fields event = Fields.of(structure(bound), "Event Grid event");
    if (event.map().get("specversion") instanceof String) {
      return cloudEvent(event);
    }
    if (hasTexts(event.map(), "id", "eventType", "subject", "eventTime")) {
      return described(event, begin(kind(event.map().get("eventType"))));
    }
    if (hasTexts(event.map(), "cloudEventsVersion", "eventID", "eventType")) {
      return preview(event);
    }
    return begin(Kind.BUS).content(Content.of(event.map()));
  }

  /** There is nothing beside the event. */
  @Override
  public Object raw(Bound bound) {
    @Nullable Object event = bound.structure();
    return event == null ? bound.raw() : event;
  }

  @Override
  public Order order() {
    return Order.INDEPENDENT;
  }

  /**
   * Whether this is an event as Event Grid delivers it, wherever it stands: with the fields that it
   * adds besides the publisher's own.
   */
  static boolean isDelivered(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && hasTexts(map, "id", "topic", "eventType", "subject", "eventTime", "metadataVersion");
  }

  /** An event in Event Grid's own schema that was found in another message. */
  static PortableEvent inner(Object value, PortableEvent outer) {
    Fields event = Fields.of(value, "Event Grid event");
    return described(event, outer.inner(kind(event.map().get("eventType")), TRIGGER));
  }

  /** Read once; what cannot be read is told as the JSON fault that it is. */
  private static @Nullable Object structure(Bound bound) {
    @Nullable Object event = bound.structure();
    return event == null ? Body.json(bound.value()) : event;
  }

  private static PortableEvent begin(Kind kind) {
    return PortableEvent.of(kind, "azure", TRIGGER);
  }

  private static Kind kind(@Nullable Object type) {
    return StoredBlob.isEvent(type) ? Kind.OBJECT : Kind.BUS;
  }

  private static boolean hasTexts(Map<?, ?> event, String... names) {
    for (String name : names) {
      if (!(event.get(name) instanceof String)) {
        return false;
      }
    }
    return true;
  }

  private static PortableEvent described(Fields event, PortableEvent portable) {
    portable
        .put("id", event.text("id"))
        .put("source", event.text("topic"))
        .put("type", event.text("eventType"))
        .put("subject", event.text("subject"))
        .put("time", time(event.text("eventTime")))
        .put("dataschema", Metadata.textOf(event.text("dataVersion")))
        .content(data(event))
        .resource("id", event.text("topic"));
    return withResource(event, portable, event.text("topic"), event.text("eventType"));
  }

  private static PortableEvent cloudEvent(Fields event) {
    PortableEvent portable = begin(kind(event.map().get("type")));
    CloudEvents.describe(event, portable);
    return withResource(event, portable, event.text("source"), event.text("type"));
  }

  /** CloudEvents 0.1, which Event Grid offered before 1.0 and old subscriptions still get. */
  private static PortableEvent preview(Fields event) {
    PortableEvent portable =
        begin(kind(event.map().get("eventType")))
            .put("id", event.text("eventID"))
            .put("source", event.text("source"))
            .put("type", event.text("eventType"))
            .put("time", time(event.text("eventTime")))
            .put("datacontenttype", event.text("contentType"))
            .put("dataschema", event.text("schemaURL"))
            .content(data(event))
            .resource("id", event.text("source"));
    return withResource(event, portable, event.text("source"), event.text("eventType"));
  }

  /** What the path of an Azure resource says, and what an event of a store says of its blob. */
  private static PortableEvent withResource(
      Fields event, PortableEvent portable, @Nullable String path, @Nullable String type) {
    portable.resource("account", ResourcePath.subscription(path));
    portable.resource("name", ResourcePath.name(path));
    if (StoredBlob.isEvent(type)) {
      StoredBlob.describe(event, portable);
    }
    return portable;
  }

  /** Publishers write UTC, some of them without saying so. */
  private static @Nullable String time(@Nullable String text) {
    return text == null ? null : Times.rfc3339(text);
  }

  /** Any JSON value; it needs no decoding. */
  private static @Nullable Content data(Fields event) {
    @Nullable Object data = event.map().get("data");
    return data == null ? null : Content.of(data);
  }
}

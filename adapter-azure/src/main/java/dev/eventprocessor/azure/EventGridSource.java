package dev.eventprocessor.azure;

import dev.eventprocessor.Event;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Azure Event Grid, one event a call, in Event Grid's own schema or in CloudEvents 1.0 ("Azure
 * Event Grid event schema", "CloudEvents v1.0 schema with Azure Event Grid"). An event in a custom
 * input schema has no names that could be relied on: all of it is the data.
 */
final class EventGridSource implements AzureSource {

  private static final Set<String> CLOUD_EVENT =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "dataschema",
          "data",
          "data_base64");

  @Override
  public Event event(Bound bound) {
    Fields event = Fields.of(Body.json(bound.value()), "Event Grid event");
    PortableEvent portable = PortableEvent.of(Kind.BUS, "azure", "azure.eventgrid");
    if (event.map().get("specversion") instanceof String) {
      describeCloudEvent(event, portable);
    } else if (hasTexts(event, "id", "eventType", "subject", "eventTime")) {
      describeGridEvent(event, portable);
    } else if (hasTexts(event, "cloudEventsVersion", "eventID", "eventType")) {
      describePreview(event, portable);
    } else {
      portable.content(Content.of(event.map()));
    }
    return portable.raw(event.map());
  }

  private static boolean hasTexts(Fields event, String... names) {
    for (String name : names) {
      if (!(event.map().get(name) instanceof String)) {
        return false;
      }
    }
    return true;
  }

  private static void describeGridEvent(Fields event, PortableEvent portable) {
    portable
        .put("id", event.text("id"))
        .put("source", event.text("topic"))
        .put("type", event.text("eventType"))
        .put("subject", event.text("subject"))
        .put("time", event.text("eventTime"))
        .put("dataschema", event.text("dataVersion"))
        .content(data(event))
        .resource("id", event.text("topic"));
  }

  private static void describeCloudEvent(Fields event, PortableEvent portable) {
    byte @Nullable [] bytes = event.bytes("data_base64");
    @Nullable String type = event.text("datacontenttype");
    portable
        .put("id", event.text("id"))
        .put("source", event.text("source"))
        .put("type", event.text("type"))
        .put("subject", event.text("subject"))
        .put("time", event.text("time"))
        .put("datacontenttype", type)
        .put("dataschema", event.text("dataschema"))
        .content(bytes == null ? data(event) : Content.decode(bytes, type))
        .attributes(extensions(event))
        .resource("id", event.text("source"));
  }

  /** CloudEvents 0.1, which Event Grid offered before 1.0 and old subscriptions still get. */
  private static void describePreview(Fields event, PortableEvent portable) {
    portable
        .put("id", event.text("eventID"))
        .put("source", event.text("source"))
        .put("type", event.text("eventType"))
        .put("time", event.text("eventTime"))
        .put("datacontenttype", event.text("contentType"))
        .put("dataschema", event.text("schemaURL"))
        .content(data(event))
        .resource("id", event.text("source"));
  }

  private static Map<String, Object> extensions(Fields event) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> entry : event.map().entrySet()) {
      @Nullable Object value = entry.getValue();
      if (value != null && !CLOUD_EVENT.contains(entry.getKey())) {
        extensions.put(entry.getKey(), value);
      }
    }
    return extensions;
  }

  /** Any JSON value; it needs no decoding. */
  private static @Nullable Content data(Fields event) {
    @Nullable Object data = event.map().get("data");
    return data == null ? null : Content.of(data);
  }
}

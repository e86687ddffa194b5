package dev.eventprocessor.azure;

import dev.eventprocessor.Event;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Azure Event Grid, one event a call, in Event Grid's own schema or in CloudEvents 1.0 ("Azure
 * Event Grid event schema", "CloudEvents v1.0 schema with Azure Event Grid"). An event in a custom
 * input schema has no names that could be relied on: all of it is the data.
 */
final class EventGridSource {

  private EventGridSource() {}

  static Event event(Binding binding) {
    Fields event = Fields.of(Body.json(binding.value()), "Event Grid event");
    PortableEvent portable = PortableEvent.of(Kind.BUS, "azure", "azure.eventgrid");
    if (event.map().get("specversion") instanceof String) {
      describeCloudEvent(event, portable);
    } else if (event.map().get("eventType") instanceof String
        && event.map().get("eventTime") instanceof String) {
      describeGridEvent(event, portable);
    } else {
      portable.content(Content.of(event.map()));
    }
    return portable.raw(event.map());
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
        .resource("id", event.text("source"));
  }

  /** Any JSON value; it needs no decoding. */
  private static @Nullable Content data(Fields event) {
    return event.map().containsKey("data") ? Content.of(event.map().get("data")) : null;
  }
}

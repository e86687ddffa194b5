package dev.eventprocessor.gcp;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.JsonLimits;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CloudEvent of whatever type: its attributes and extensions as they are, its data decoded. */
final class CloudEventSource {

  private CloudEventSource() {}

  static Event event(CloudEvent cloudEvent) {
    byte @Nullable [] bytes = data(cloudEvent);
    @Nullable Content content =
        bytes == null ? null : Content.decode(bytes, cloudEvent.getDataContentType());
    PortableEvent event =
        PortableEvent.of(Kind.BUS, "gcp", "gcp.cloudevents")
            .put("id", cloudEvent.getId())
            .put("source", text(cloudEvent.getSource()))
            .put("type", cloudEvent.getType())
            .put("subject", cloudEvent.getSubject())
            .put("time", Times.rfc3339(cloudEvent.getTime()))
            .put("dataschema", text(cloudEvent.getDataSchema()))
            .content(content)
            .attributes(extensions(cloudEvent));
    return event.raw(raw(cloudEvent, content == null ? null : content.value()));
  }

  /** The event's data, no larger than what is read anywhere; null where there is none. */
  static byte @Nullable [] data(CloudEvent cloudEvent) {
    @Nullable CloudEventData data = cloudEvent.getData();
    byte @Nullable [] bytes = data == null ? null : data.toBytes();
    if (bytes != null && bytes.length > JsonLimits.DEFAULT.maxBytes()) {
      throw new InvalidEventException(
          ErrorId.PAYLOAD_TOO_LARGE,
          "The CloudEvent's data is larger than "
              + JsonLimits.DEFAULT.maxBytes()
              + " bytes, the most that is read. Send a reference to the content (for example an"
              + " object in a bucket) in place of the content.");
    }
    return bytes;
  }

  /** The whole event as a map, under CloudEvents' own names, with its data decoded. */
  static Map<String, Object> raw(CloudEvent cloudEvent, @Nullable Object data) {
    Map<String, Object> raw = new LinkedHashMap<>();
    for (String name : cloudEvent.getAttributeNames()) {
      put(raw, name, cloudEvent.getAttribute(name));
    }
    raw.putAll(extensions(cloudEvent));
    put(raw, "data", data);
    return raw;
  }

  private static Map<String, Object> extensions(CloudEvent cloudEvent) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    for (String name : cloudEvent.getExtensionNames()) {
      put(extensions, name, cloudEvent.getExtension(name));
    }
    return extensions;
  }

  /** CloudEvents has addresses and times as Java types; events have them as text. */
  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    if (value instanceof Integer number) {
      map.put(name, number.longValue());
    } else if (value instanceof OffsetDateTime time) {
      @Nullable String text = Times.rfc3339(time);
      map.put(name, text == null ? time.toString() : text);
    } else if (value != null) {
      map.put(name, value instanceof URI || value instanceof Enum ? value.toString() : value);
    }
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}

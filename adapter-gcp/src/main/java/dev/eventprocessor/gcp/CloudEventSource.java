package dev.eventprocessor.gcp;

import dev.eventprocessor.ErrorId;
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

/**
 * A CloudEvent as the Functions Framework hands it over; and, of whatever type and form, one that
 * no other source knows: its attributes and extensions as they are, its data decoded.
 */
final class CloudEventSource {

  static final String TRIGGER = "gcp.cloudevents";

  private CloudEventSource() {}

  /** An event from a bus, under the trigger's own name where Google has one. */
  static PortableEvent event(Received received, String trigger) {
    return received.portable(Kind.BUS, trigger);
  }

  /**
   * The data's bytes; null where there is none. Asked once: the framework may have to write them.
   */
  static byte @Nullable [] data(CloudEvent cloudEvent) {
    @Nullable CloudEventData data = cloudEvent.getData();
    return data == null ? null : data.toBytes();
  }

  /**
   * What came.
   *
   * @param data the event's data
   */
  static Received received(CloudEvent cloudEvent, byte @Nullable [] data) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (String name : cloudEvent.getAttributeNames()) {
      @Nullable Object value = cloudEvent.getAttribute(name);
      put(attributes, name, value instanceof OffsetDateTime time ? Times.rfc3339(time) : value);
    }
    putExtensions(attributes, cloudEvent);
    @Nullable Content content =
        data == null ? null : Content.decode(data, cloudEvent.getDataContentType());
    return Received.checked(attributes, content);
  }

  /** The whole event as a map, under CloudEvents' own names, with its data decoded. */
  static Map<String, @Nullable Object> raw(CloudEvent cloudEvent, Received received) {
    Map<String, @Nullable Object> raw = new LinkedHashMap<>(received.fields().map());
    if (cloudEvent.getTime() != null) { // Also one that RFC 3339 cannot say.
      raw.putIfAbsent("time", cloudEvent.getTime().toString());
    }
    return RawEvent.of(raw, "data", received.content());
  }

  /** Refuses data that is larger than what is read anywhere. */
  static void requireReadable(byte @Nullable [] data) {
    if (data != null && data.length > JsonLimits.DEFAULT.maxBytes()) {
      throw tooLarge("The CloudEvent's data");
    }
  }

  static InvalidEventException tooLarge(String what) {
    return new InvalidEventException(
        ErrorId.PAYLOAD_TOO_LARGE,
        what
            + " is larger than "
            + JsonLimits.DEFAULT.maxBytes()
            + " bytes, the most that is read. Send a reference to the content (for example an"
            + " object in a bucket) in place of the content.");
  }

  private static void putExtensions(Map<String, ? super Object> attributes, CloudEvent cloudEvent) {
    for (String name : cloudEvent.getExtensionNames()) {
      put(attributes, name, cloudEvent.getExtension(name));
    }
  }

  /** CloudEvents has addresses and times as Java types; events have them as text. */
  private static void put(Map<String, ? super Object> map, String name, @Nullable Object value) {
    if (value instanceof Integer number) {
      map.put(name, number.longValue());
    } else if (value instanceof OffsetDateTime time) {
      @Nullable String text = Times.rfc3339(time);
      map.put(name, text == null ? time.toString() : text);
    } else if (value != null) {
      map.put(name, value instanceof URI || value instanceof Enum ? value.toString() : value);
    }
  }
}

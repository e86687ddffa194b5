package dev.eventprocessor.event;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents in structured mode, one or a list of them ("CloudEvents 1.0, JSON Event Format"; 0.3
 * as well). Stateless.
 */
public final class CloudEvents {

  /** What an event from an opened CloudEvent is called in {@code delivery.path}. */
  private static final String FORM = "cloudevents";

  private static final String[] MARKER = {"\"specversion\""};

  private static final String[] OWN = {
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "dataschema",
    "data",
    "data_base64",
    "schemaurl",
    "datacontentencoding"
  };

  /** Documented extensions with a meaning of their own, which stand at an event's top, too. */
  static final String[] EXTENSIONS = {
    "partitionkey",
    "sequence",
    "correlationid",
    "causationid",
    "traceparent",
    "tracestate",
    "expirytime",
    "recordedtime",
    "dataref"
  };

  private CloudEvents() {}

  /**
   * Opens CloudEvents that the event carries; an adapter's {@link Envelope} ends with it.
   *
   * @return null when it carries none
   * @throws InvalidEventException {@code payload-wrong-shape}, when one of them is none that
   *     CloudEvents allows
   */
  public static @Nullable List<PortableEvent> open(PortableEvent outer) {
    @Nullable Content content = outer.content();
    if (content == null || !content.mayHold(MARKER)) {
      return null;
    }
    @Nullable Object value = content.value();
    if (!(value instanceof List<?> list)) {
      return isCloudEvent(value) ? List.of(inner(value, outer)) : null;
    }
    if (list.isEmpty()) {
      return null;
    }
    for (Object element : list) {
      if (!isCloudEvent(element)) {
        return null;
      }
    }
    List<PortableEvent> events = new ArrayList<>(list.size());
    for (Object element : list) {
      events.add(inner(element, outer));
    }
    return events;
  }

  /** Whether a plain value has the four attributes that every CloudEvent has. */
  public static boolean isCloudEvent(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && map.get("specversion") instanceof String version
        && (version.startsWith("1.") || version.equals("0.3"))
        && isThere(map.get("id"))
        && isThere(map.get("source"))
        && isThere(map.get("type"));
  }

  /** Tells what the CloudEvent says of itself; its extensions are attributes. */
  public static void describe(Fields fields, PortableEvent event) {
    @Nullable String schema = fields.text("dataschema");
    event
        .put("id", fields.text("id"))
        .put("source", fields.text("source"))
        .put("type", fields.text("type"))
        .put("subject", fields.text("subject"))
        .put("time", Rfc3339.of(fields.text("time")))
        .put("dataschema", schema == null ? fields.text("schemaurl") : schema)
        .content(content(fields))
        .attributes(extensions(fields))
        .resource("id", fields.text("source"));
    for (String name : EXTENSIONS) {
      @Nullable Object value = fields.map().get(name);
      if (value != null) { // Their documents say text; a sender may have written a number.
        event.put(name, name.endsWith("time") ? Rfc3339.of(value.toString()) : value.toString());
      }
    }
  }

  private static PortableEvent inner(@Nullable Object value, PortableEvent outer) {
    PortableEvent event = outer.inner(Kind.BUS, FORM);
    describe(Fields.of(value, "CloudEvent"), event);
    return event;
  }

  private static boolean isThere(@Nullable Object value) {
    return value instanceof String text && !text.isEmpty();
  }

  /**
   * The CloudEvent's data by its declared media type; null where there is none.
   *
   * @throws InvalidEventException {@code payload-wrong-shape}, when what has to be base64 is none,
   *     or when there are both forms of data, of which one would be lost
   */
  public static @Nullable Content content(Fields fields) {
    @Nullable String type = fields.text("datacontenttype");
    boolean old = "base64".equals(fields.map().get("datacontentencoding"));
    byte @Nullable [] bytes = fields.bytes(old ? "data" : "data_base64");
    @Nullable Object data = fields.map().get("data");
    if (data != null && fields.map().get("data_base64") != null) {
      throw new InvalidEventException(
          ErrorId.PAYLOAD_WRONG_SHAPE,
          "The CloudEvent has both data and data_base64. Send one of them, as CloudEvents 1.0 has"
              + " it.");
    }
    if (bytes != null) {
      return Content.decode(bytes, type);
    }
    return data == null ? null : Content.of(data, type);
  }

  /** Text, booleans and whole numbers of 32 bits; anything else no CloudEvent can hold. */
  private static Map<String, Object> extensions(Fields fields) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> entry : fields.map().entrySet()) {
      @Nullable Object value = entry.getValue();
      if (value != null && !isOwn(entry.getKey())) {
        if (!isAttribute(value)) {
          throw new InvalidEventException(
              ErrorId.PAYLOAD_WRONG_SHAPE,
              "In the CloudEvent, an extension is neither text, a boolean nor a whole number of 32"
                  + " bits. CloudEvents allows nothing else there; put it into the data.");
        }
        extensions.put(entry.getKey(), value);
      }
    }
    return extensions;
  }

  private static boolean isOwn(String name) {
    for (String own : OWN) {
      if (own.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAttribute(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || (value instanceof Long number && number == number.intValue());
  }
}

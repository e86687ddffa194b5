package dev.eventprocessor.gcp;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.CloudEvents;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.Fields;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent, in whatever form it came: the framework's object, headers, JSON, or converted from
 * an event of the first generation. Immutable.
 *
 * @param fields its attributes and extensions under CloudEvents' names, without its data
 * @param content its data, decoded when it is asked for; null where there is none
 */
record Received(Fields fields, @Nullable Content content) {

  private static final String NAME = "CloudEvent";

  /** One that a library has checked. */
  static Received checked(Map<String, ?> attributes, @Nullable Content content) {
    return new Received(Fields.of(attributes, NAME), content);
  }

  /**
   * One that nobody has checked yet. Its time becomes the text that a time of the framework's is
   * made into, so that one event is the same whichever way it came.
   *
   * @param attributes may be changed
   * @throws InvalidEventException when it is not what CloudEvents asks for
   */
  static Received unchecked(Map<String, Object> attributes, @Nullable Content content) {
    Received received = checked(attributes, content);
    String version = received.fields.requiredText("specversion");
    if (!version.startsWith("1.") && !version.equals("0.3")) {
      throw malformed("specversion is neither 1.0 nor 0.3");
    }
    received.requireText("id");
    received.requireText("source");
    received.requireText("type");
    @Nullable String time = received.fields.text("time");
    if (time != null) {
      put(attributes, "time", Times.rfc3339(parsed(time)));
    }
    return received;
  }

  static InvalidEventException malformed(String what) {
    return new InvalidEventException(
        ErrorId.PAYLOAD_WRONG_SHAPE,
        "The CloudEvent is malformed: "
            + what
            + ". Send it as CloudEvents 1.0 has it, in binary, structured or batched mode.");
  }

  /** The whole event as a map, under CloudEvents' own names, with its data decoded. */
  Map<String, @Nullable Object> raw() {
    return RawEvent.of(fields.map(), "data", content);
  }

  String type() {
    return fields.requiredText("type");
  }

  String source() {
    return fields.requiredText("source");
  }

  @Nullable String subject() {
    return fields.text("subject");
  }

  /** The data where it is a map; null where it is anything else. */
  @Nullable Fields data(String name) {
    return content != null && content.value() instanceof Map<?, ?> map
        ? Fields.of(map, name)
        : null;
  }

  /**
   * The data, which the trigger always sends as a map.
   *
   * @throws InvalidEventException when it is none, with what is wrong with it
   */
  Fields requiredData(String name) {
    @Nullable Object value = content == null ? new byte[0] : content.value();
    if (value instanceof byte[] bytes) {
      return Fields.of(Json.read(bytes), name);
    }
    return Fields.of(value instanceof String text ? Json.read(text) : value, name);
  }

  /** Begins the portable event with what every CloudEvent says of itself. */
  PortableEvent portable(Kind kind, String trigger) {
    PortableEvent event = PortableEvent.of(kind, "gcp", trigger);
    CloudEvents.describe(fields, event);
    ResourceNames.describe(source(), event);
    return event.content(content);
  }

  private void requireText(String name) {
    if (fields.requiredText(name).isEmpty()) {
      throw malformed(name + " is empty");
    }
  }

  private static void put(Map<String, Object> attributes, String name, @Nullable String value) {
    if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }

  private static OffsetDateTime parsed(String time) {
    try {
      return OffsetDateTime.parse(time);
    } catch (DateTimeParseException e) { // Its message has the value.
      throw malformed("time is not as RFC 3339 has it");
    }
  }
}

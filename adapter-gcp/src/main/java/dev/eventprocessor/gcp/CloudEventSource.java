package dev.eventprocessor.gcp;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.JsonLimits;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
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
    @Nullable Content content =
        data == null ? null : Content.decode(data, cloudEvent.getDataContentType());
    return Received.checked(new CloudEventMap(cloudEvent), content);
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
}

package dev.eventprocessor.gcp;

import dev.eventprocessor.event.CloudEvents;
import dev.eventprocessor.event.Envelope;
import dev.eventprocessor.event.PortableEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What travels inside of other events on Google Cloud: a notification of Cloud Storage in a Pub/Sub
 * message, known by its attributes ("Pub/Sub notifications for Cloud Storage"), and CloudEvents
 * anywhere.
 */
final class GoogleEnvelope implements Envelope {

  @Override
  public @Nullable List<PortableEvent> open(PortableEvent outer) {
    if (outer.form().equals(PubSubSource.TRIGGER)
        && outer.attribute("eventType") instanceof String type
        && type.startsWith("OBJECT_")
        && outer.attribute("payloadFormat") != null
        && outer.attribute("bucketId") != null
        && outer.attribute("objectId") != null) {
      return List.of(StorageSource.notification(outer, type));
    }
    return CloudEvents.open(outer);
  }
}

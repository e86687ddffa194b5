package dev.eventprocessor.gcp;

import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a Firebase Realtime Database changed ({@code ReferenceEventData}, google-cloudevents):
 * {@code data.data} is the value before, {@code data.delta} what changed.
 */
final class FirebaseDatabaseSource {

  static final String TYPES = "google.firebase.database.";

  private static final String TRIGGER = "gcp.firebase-database";

  private static final String REFERENCES = "refs/";

  private FirebaseDatabaseSource() {}

  static PortableEvent event(Received received) {
    PortableEvent event = received.portable(Kind.CHANGE, TRIGGER);
    @Nullable Fields data = received.data("Firebase Realtime Database event");
    @Nullable Object before = data == null ? null : data.map().get("data");
    @Nullable Object delta = data == null ? null : data.map().get("delta");
    event
        .detail("change", "op", FirestoreSource.operation(received.type(), before, delta))
        .detail("change", "before", before);
    describe(received.subject(), event);
    return event;
  }

  private static void describe(@Nullable String subject, PortableEvent event) {
    if (subject != null && subject.startsWith(REFERENCES)) {
      String path = subject.substring(REFERENCES.length());
      Map<String, Object> key = new LinkedHashMap<>(4);
      key.put("id", path.substring(path.lastIndexOf('/') + 1));
      key.put("path", path);
      event.detail("change", "key", key);
    }
  }
}

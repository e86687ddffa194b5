package dev.eventprocessor.gcp;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.event.Rfc3339;
import dev.eventprocessor.spi.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in Cloud Storage was created, archived, deleted, or its metadata changed ({@code
 * StorageObjectData}, google-cloudevents; "Pub/Sub notifications for Cloud Storage").
 */
final class StorageSource {

  static final String TYPES = "google.cloud.storage.object.v1.";

  static final String TRIGGER = "gcp.storage";

  private static final String DELETED = TYPES + "deleted";

  private StorageSource() {}

  static PortableEvent event(Received received) {
    PortableEvent event = received.portable(Kind.OBJECT, TRIGGER);
    @Nullable Fields object = received.data("Cloud Storage event");
    String type = received.type();
    if (object == null) {
      return event.detail("object", "action", action(type));
    }
    // The first generation had one type for all that happened to an object.
    if ("not_exists".equals(object.map().get("resourceState"))) {
      type = DELETED;
      event.put("type", type);
    }
    event.detail("object", "action", action(type));
    return describe(object, event);
  }

  /**
   * A notification inside of a Pub/Sub message. It has no id of its own: it is derived of what
   * happened to which object.
   */
  static PortableEvent notification(PortableEvent outer, String eventType) {
    PortableEvent event = outer.inner(Kind.OBJECT, TRIGGER).content(outer.content());
    String type = TYPES + verb(eventType);
    String source = "//storage.googleapis.com/projects/_/buckets/" + outer.attribute("bucketId");
    event
        .put("source", source)
        .put("type", type)
        .put("subject", "objects/" + outer.attribute("objectId"))
        .put("time", Rfc3339.of((String) outer.attribute("eventTime")))
        .detail("object", "action", action(type))
        .detail("object", "bucket", outer.attribute("bucketId"))
        .detail("object", "key", outer.attribute("objectId"))
        .detail("object", "version", outer.attribute("objectGeneration"));
    ResourceNames.describe(source, event);
    @Nullable Fields object = object(outer.content());
    if (object != null) {
      describe(object, event);
    }
    @Nullable Long change = object == null ? null : object.number("metageneration");
    return event.derivedId(
        source,
        (String) outer.attribute("objectId"),
        (String) outer.attribute("objectGeneration"),
        eventType,
        change == null ? (String) outer.attribute("eventTime") : change.toString());
  }

  private static @Nullable Fields object(@Nullable Content content) {
    return content != null && content.value() instanceof Map<?, ?> map
        ? Fields.of(map, "Cloud Storage notification")
        : null;
  }

  private static String verb(String eventType) {
    return switch (eventType) {
      case "OBJECT_DELETE" -> "deleted";
      case "OBJECT_ARCHIVE" -> "archived";
      case "OBJECT_METADATA_UPDATE" -> "metadataUpdated";
      default -> "finalized";
    };
  }

  private static PortableEvent describe(Fields object, PortableEvent event) {
    return event
        .detail("object", "bucket", object.text("bucket"))
        .detail("object", "key", object.text("name"))
        .detail("object", "version", wholeAsText(object, "generation"))
        .detail("object", "size", object.number("size"))
        .detail("object", "etag", object.text("etag"))
        .detail("object", "contenttype", object.text("contentType"))
        .detail("object", "url", object.text("mediaLink"));
  }

  /** JSON has 64-bit numbers as text, and Google's own test data as numbers. */
  private static @Nullable String wholeAsText(Fields object, String name) {
    @Nullable Long number = object.number(name);
    return number == null ? null : number.toString();
  }

  private static String action(String type) {
    return switch (type.substring(TYPES.length())) {
      case "deleted" -> "deleted";
      case "archived" -> "archived";
      case "metadataUpdated" -> "metadata";
      default -> "created";
    };
  }
}

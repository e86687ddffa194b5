package dev.eventprocessor.aws;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of Amazon EventBridge, sent to the function or travelling in a queue or topic: an event
 * of a bus, a schedule's tick, or S3's word about an object ("Using EventBridge", S3 User Guide).
 * Stateless.
 */
final class EventBridgeEvent {

  private EventBridgeEvent() {}

  /** The event that a message carries. */
  static PortableEvent inner(@Nullable Object value, PortableEvent outer) {
    Fields event = Fields.of(value, "EventBridge event");
    Kind kind = kind(event);
    PortableEvent inner = outer.inner(kind, trigger(kind));
    describe(event, kind, inner);
    return inner;
  }

  static String trigger(Kind kind) {
    return kind == Kind.SCHEDULE ? "aws.schedule" : "aws.eventbridge";
  }

  static Kind kind(Fields event) {
    String source = event.requiredText("source");
    String type = event.requiredText("detail-type");
    if (type.equals("Scheduled Event")
        && (source.equals("aws.events") || source.equals("aws.scheduler"))) {
      return Kind.SCHEDULE;
    }
    boolean object =
        source.equals("aws.s3")
            && type.startsWith("Object ")
            && event.map().get("detail") instanceof Map<?, ?> detail
            && detail.get("object") instanceof Map<?, ?>
            && detail.get("bucket") instanceof Map<?, ?>;
    return object ? Kind.OBJECT : Kind.BUS;
  }

  static void describe(Fields event, Kind kind, PortableEvent portable) {
    @Nullable String resource = firstResource(event);
    portable
        .put("id", event.text("id"))
        .put("source", event.text("source"))
        .put("type", event.text("detail-type"))
        .put("time", Times.of(event.text("time")))
        .content(detail(event));
    Arn.describe(resource, portable);
    portable.resource("region", event.text("region")).resource("account", event.text("account"));
    if (kind == Kind.SCHEDULE) {
      portable
          .detail("schedule", "name", resource == null ? null : Arn.name(resource))
          .detail("schedule", "scheduled", Times.of(event.text("time")));
    } else if (kind == Kind.OBJECT) {
      describeObject(event, portable);
    }
  }

  /** Its key is not encoded, unlike that of a notification. */
  private static void describeObject(Fields event, PortableEvent portable) {
    Fields detail = event.requiredFields("detail");
    Fields object = detail.requiredFields("object");
    portable
        .put("subject", object.text("key"))
        .detail("object", "action", action(event.requiredText("detail-type")))
        .detail("object", "bucket", detail.requiredFields("bucket").text("name"))
        .detail("object", "key", object.text("key"))
        .detail("object", "version", object.text("version-id"))
        .detail("object", "size", object.number("size"))
        .detail("object", "etag", object.text("etag"))
        .detail("object", "sequencer", object.text("sequencer"));
  }

  private static @Nullable String action(String type) {
    return switch (type) {
      case "Object Created" -> "created";
      case "Object Deleted" -> "deleted";
      case "Object Storage Class Changed", "Object Access Tier Changed" -> "archived";
      case "Object ACL Updated", "Object Tags Added", "Object Tags Deleted" -> "metadata";
      default -> null;
    };
  }

  private static @Nullable String firstResource(Fields event) {
    return event.map().get("resources") instanceof List<?> resources
            && !resources.isEmpty()
            && resources.get(0) instanceof String resource
        ? resource
        : null;
  }

  /** A map, but for EventBridge Scheduler's default, which is the text "{}". */
  private static @Nullable Content detail(Fields event) {
    @Nullable Object detail = event.map().get("detail");
    if (detail instanceof String text) {
      return Content.decode(text, null);
    }
    return detail == null ? null : Content.of(detail);
  }
}

package dev.eventprocessor.aws;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Amazon S3 notification, sent to the function or travelling in a queue or topic ("Event message
 * structure", and "Event notification types and destinations", S3 User Guide). Stateless.
 */
final class S3Notification {

  static final String TRIGGER = "aws.s3";

  private S3Notification() {}

  /** The records of a notification that a message carries: as many events. */
  static List<PortableEvent> inner(@Nullable Object value, PortableEvent outer) {
    Fields notification = Fields.of(value, "S3 notification");
    int size = notification.size("Records");
    List<PortableEvent> events = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      PortableEvent event = outer.inner(Kind.OBJECT, TRIGGER);
      describe(notification.element("Records", i), event);
      events.add(event);
    }
    return events;
  }

  static void describe(Fields record, PortableEvent event) {
    String name = withoutPrefix(record.requiredText("eventName"));
    Fields s3 = record.requiredFields("s3");
    Fields bucket = s3.requiredFields("bucket");
    Fields object = s3.requiredFields("object");
    String key = HttpText.decode(object.requiredText("key"));
    @Nullable String arn = bucket.text("arn");
    event
        .put("source", arn)
        .put("type", "com.amazonaws.s3." + name)
        .put("subject", key)
        .put("time", Times.of(record.text("eventTime")))
        .content(Content.of(record.map()))
        .detail("object", "action", action(name))
        .detail("object", "bucket", bucket.text("name"))
        .detail("object", "key", key)
        .detail("object", "version", object.text("versionId"))
        .detail("object", "size", object.number("size"))
        .detail("object", "etag", object.text("eTag"))
        .detail("object", "sequencer", object.text("sequencer"));
    Arn.describe(arn, event);
    event.resource("name", bucket.text("name")).resource("region", record.text("awsRegion"));
    putId(record, object, event);
  }

  /**
   * A notification has no id. The request that caused it is not enough: one request can delete many
   * objects.
   */
  private static void putId(Fields record, Fields object, PortableEvent event) {
    @Nullable Fields response = record.fields("responseElements");
    @Nullable String request = response == null ? null : response.text("x-amz-request-id");
    @Nullable String sequencer = object.text("sequencer");
    event.derivedId(
        record.text("eventName"),
        record.requiredFields("s3").requiredFields("bucket").text("name"),
        object.text("key"),
        request == null && sequencer == null ? record.text("eventTime") : orEmpty(sequencer),
        orEmpty(request),
        orEmpty(object.text("versionId")));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Some families come with the prefix that the configuration has, most without. */
  private static String withoutPrefix(String name) {
    return name.startsWith("s3:") ? name.substring(3) : name;
  }

  /** Absent for what neither changes nor moves the object: restores, replication, lost copies. */
  private static @Nullable String action(String name) {
    int colon = name.indexOf(':');
    return switch (colon < 0 ? name : name.substring(0, colon)) {
      case "ObjectCreated" -> "created";
      case "ObjectRemoved", "LifecycleExpiration" -> "deleted";
      case "LifecycleTransition", "IntelligentTiering" -> "archived";
      case "ObjectTagging", "ObjectAcl" -> "metadata";
      default -> null;
    };
  }
}

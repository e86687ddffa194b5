package dev.eventprocessor.aws;

import dev.eventprocessor.event.PortableEvent;
import org.jspecify.annotations.Nullable;

/**
 * Amazon resource names: {@code arn:partition:service:region:account:resource} ("Amazon Resource
 * Names", AWS General Reference). What is not in that form is kept as an id and not taken apart.
 */
final class Arn {

  private Arn() {}

  /** Says what is known of the resource. */
  static void describe(@Nullable String arn, PortableEvent event) {
    if (arn == null) {
      return;
    }
    event.resource("id", arn);
    if (arn.startsWith("arn:")) {
      event
          .resource("name", name(arn))
          .resource("region", part(arn, 3))
          .resource("account", part(arn, 4));
    }
  }

  /**
   * Says what is known of a stream, which is where the event is from. The ARN may be a consumer's
   * or a table's, which end otherwise than with the name that matters.
   */
  static void describeStream(@Nullable String arn, PortableEvent event) {
    event.put("source", arn);
    describe(arn, event);
    event.resource("name", streamName(arn));
  }

  /** What follows the last colon or slash: a queue's, topic's or rule's name. */
  static String name(String arn) {
    return arn.substring(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1);
  }

  /** Its service; the empty text where it is no ARN. */
  static String service(String arn) {
    @Nullable String service = arn.startsWith("arn:") ? part(arn, 2) : null;
    return service == null ? "" : service;
  }

  /** The stream or table of {@code ...:stream/NAME/consumer/...} or {@code ...:table/NAME/...}. */
  static @Nullable String streamName(@Nullable String arn) {
    if (arn == null) {
      return null;
    }
    int from = arn.indexOf('/') + 1;
    int to = arn.indexOf('/', from);
    return arn.substring(from, to < 0 ? arn.length() : to);
  }

  private static @Nullable String part(String arn, int number) {
    int from = 0;
    for (int i = 0; i < number; i++) {
      from = arn.indexOf(':', from) + 1;
      if (from == 0) {
        return null;
      }
    }
    int to = arn.indexOf(':', from);
    return to > from ? arn.substring(from, to) : null;
  }
}

package dev.eventprocessor.gcp;

import dev.eventprocessor.event.CloudEvents;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells by headers and body which events a request is, if any: a CloudEvent in three modes, a push
 * of Pub/Sub, a tick of Cloud Scheduler, a task of Cloud Tasks, an event of the first generation.
 * By documented markers only; a body is decoded only where it may hold one. Stateless.
 */
final class HttpForms {

  private static final String STRUCTURED = "application/cloudevents+json";

  private static final String BATCH = "application/cloudevents-batch+json";

  private static final String[] CLOUD_EVENT = {"\"specversion\""};

  private static final String[] PUSH = {"\"message\""};

  private static final String[] LEGACY = {"\"eventType\""};

  private HttpForms() {}

  /**
   * The events, each finished but for {@code raw}; null for a request that is none.
   *
   * @param body the whole body
   * @param content the body as it is declared, decoded when it is asked for
   * @throws dev.eventprocessor.InvalidEventException when it is one of them and malformed
   */
  static @Nullable List<PortableEvent> events(Headers headers, byte[] body, Content content) {
    @Nullable String type = headers.first("content-type");
    if (headers.first("ce-specversion") != null) {
      return List.of(
          isDeclared(type, STRUCTURED) && CloudEvents.isCloudEvent(content.value())
              ? structured(content.value())
              : Sources.event(HttpCloudEvents.binary(headers, body)));
    }
    if (isDeclared(type, BATCH)) {
      return batch(content.value());
    }
    if (isDeclared(type, STRUCTURED)) {
      return List.of(structured(content.value()));
    }
    if (SchedulerSource.isTick(headers)) {
      return List.of(SchedulerSource.tick(body, headers));
    }
    return TasksSource.isTask(headers)
        ? List.of(TasksSource.task(body, headers))
        : undeclared(headers, body, content);
  }

  /** What its body alone tells, or Pub/Sub's headers. */
  private static @Nullable List<PortableEvent> undeclared(
      Headers headers, byte[] body, Content content) {
    if (content.mayHold(CLOUD_EVENT)) {
      @Nullable Object value = content.value();
      if (CloudEvents.isCloudEvent(value)) {
        return List.of(structured(value));
      }
      if (areCloudEvents(value)) {
        return batch(value);
      }
    }
    boolean pushed = headers.hasAny("x-goog-pubsub-");
    if (content.mayHold(PUSH)
        && content.value() instanceof Map<?, ?> map
        && map.get("message") instanceof Map<?, ?> message
        && (pushed || (map.get("subscription") instanceof String && PubSubSource.is(message)))) {
      return List.of(PubSubSource.pushed(Fields.of(map, "Pub/Sub push"), headers));
    }
    if (pushed) {
      return List.of(PubSubSource.unwrapped(body, headers));
    }
    return content.mayHold(LEGACY) && LegacyEvents.isLegacy(content.value())
        ? List.of(LegacyEvents.event(Fields.of(content.value(), LegacyEvents.NAME)))
        : null;
  }

  private static boolean isDeclared(@Nullable String type, String wanted) {
    return type != null && type.regionMatches(true, 0, wanted, 0, wanted.length());
  }

  private static PortableEvent structured(@Nullable Object value) {
    return Sources.event(HttpCloudEvents.structured(value));
  }

  private static boolean areCloudEvents(@Nullable Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      return false;
    }
    for (Object element : list) {
      if (!CloudEvents.isCloudEvent(element)) {
        return false;
      }
    }
    return true;
  }

  /** All are read before one is run: a batch with a malformed one is refused as a whole. */
  private static List<PortableEvent> batch(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      throw Received.malformed("the batch is no list in JSON");
    }
    List<PortableEvent> events = new ArrayList<>(list.size());
    for (Object element : list) {
      events.add(structured(element));
    }
    return events;
  }
}

package dev.eventprocessor.gcp;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events of the first generation of Cloud Functions, made into the CloudEvents that say the same
 * ("Events and triggers", Cloud Functions 1st gen). What happened thus has one portable form,
 * whichever generation tells it.
 */
final class LegacyEvents {

  static final String NAME = "Google Cloud event";

  /** A type that no table has: nothing is known of it but what it says. */
  private static final String UNKNOWN = "gcp.gcf-unknown-type";

  private LegacyEvents() {}

  /** Whether the JSON is one: with its context inside, or all at the top. */
  static boolean isLegacy(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map) || !map.containsKey("data")) {
      return false;
    }
    return map.get("context") instanceof Map<?, ?> context
        ? context.get("eventType") instanceof String
        : map.get("eventType") instanceof String
            && map.get("eventId") instanceof String
            && map.containsKey("resource");
  }

  /** The portable event, finished but for {@code raw}. */
  static PortableEvent event(Fields event) {
    @Nullable Fields nested = event.fields("context");
    return event(nested == null ? event : nested, event.map().get("data"), event.text("domain"));
  }

  /**
   * The portable event, finished but for {@code raw}.
   *
   * @param context {@code eventId}, {@code eventType}, {@code timestamp} and {@code resource}
   * @param domain a Realtime Database's, which tells where it is; null where it is not told
   */
  static PortableEvent event(Fields context, @Nullable Object data, @Nullable String domain) {
    String eventType = context.requiredText("eventType");
    @Nullable String type = LegacyTypes.cloudEventType(eventType);
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", context.requiredText("eventId"));
    attributes.put("type", type == null ? eventType : type);
    put(attributes, "time", context.text("timestamp"));
    LegacyTypes.name(resource(context), type, domain, attributes);
    if (type != null && type.startsWith("google.firebase.auth.")) {
      @Nullable Object user = data instanceof Map<?, ?> map ? map.get("uid") : null;
      put(attributes, "subject", user instanceof String ? "users/" + user : null);
    }
    @Nullable Object reshaped = reshaped(type, data, context);
    @Nullable Content content = reshaped == null ? null : Content.of(reshaped, "application/json");
    Received received = Received.unchecked(attributes, content);
    return type == null ? received.portable(Kind.BUS, UNKNOWN) : Sources.event(received);
  }

  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  /** A name, or a map that has it beside the service's name. */
  private static Fields resource(Fields context) {
    @Nullable Object resource = context.map().get("resource");
    return resource instanceof String name
        ? Fields.of(Map.of("name", name), NAME)
        : context.requiredFields("resource");
  }

  private static @Nullable Object reshaped(
      @Nullable String type, @Nullable Object data, Fields context) {
    if (PubSubSource.TYPE.equals(type)) {
      return published(Fields.of(data, "Pub/Sub event"), context);
    }
    return type != null && type.startsWith("google.firebase.auth.") && data instanceof Map<?, ?> map
        ? user(map)
        : data;
  }

  /** The data is the message, without its id and time, which are the event's. */
  private static Map<String, Object> published(Fields data, Fields context) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>(data.map());
    message.putIfAbsent("messageId", context.text("eventId"));
    message.putIfAbsent("publishTime", context.text("timestamp"));
    return Map.of("message", message);
  }

  /** A user's two times have other names. */
  private static Object user(Map<?, ?> data) {
    if (!(data.get("metadata") instanceof Map<?, ?> old)) {
      return data;
    }
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : old.entrySet()) {
      String name = (String) entry.getKey();
      metadata.put(
          switch (name) {
            case "createdAt" -> "createTime";
            case "lastSignedInAt" -> "lastSignInTime";
            default -> name;
          },
          entry.getValue());
    }
    Map<Object, @Nullable Object> user = new LinkedHashMap<>(data);
    user.put("metadata", metadata);
    return user;
  }
}

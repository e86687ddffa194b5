package dev.eventprocessor.event;

import dev.eventprocessor.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds an event in the portable shape; for adapters, and for tests that want an event as an
 * adapter makes it. What is null is left out, so that absent values need no question at the caller.
 * Not thread-safe; one builder an event.
 */
public final class PortableEvent {

  private final Map<String, @Nullable Object> event = new LinkedHashMap<>(24);
  private @Nullable Map<String, Object> resource;
  private @Nullable Map<String, Object> delivery;
  private @Nullable String detailName;
  private @Nullable Map<String, Object> detail;

  private PortableEvent() {}

  /**
   * Starts an event.
   *
   * @param kind what happened
   * @param cloud {@code aws}, {@code gcp} or {@code azure}
   * @param trigger the cloud, a dot and the trigger's name
   */
  public static PortableEvent of(Kind kind, String cloud, String trigger) {
    PortableEvent event = new PortableEvent();
    event.event.put("kind", kind.text());
    event.event.put("cloud", cloud);
    event.event.put("trigger", trigger);
    return event;
  }

  /** An attribute at the top: {@code id}, {@code source}, {@code type}, {@code subject}, ... */
  public PortableEvent put(String key, @Nullable Object value) {
    if (value != null) {
      event.put(key, value);
    }
    return this;
  }

  /** One of {@code id}, {@code name}, {@code region} and {@code account} of where it came from. */
  public PortableEvent resource(String key, @Nullable Object value) {
    if (value != null) {
      resource = put(resource, key, value);
    }
    return this;
  }

  /** How it was delivered: {@code attempt}, {@code enqueued}, {@code index}, {@code size}, ... */
  public PortableEvent delivery(String key, @Nullable Object value) {
    if (value != null) {
      delivery = put(delivery, key, value);
    }
    return this;
  }

  /**
   * What only events of this kind have, in one map that is named after the kind.
   *
   * @param group {@code message}, {@code object}, {@code schedule}, {@code change}, {@code stream};
   *     one event has one of them
   */
  public PortableEvent detail(String group, String key, @Nullable Object value) {
    if (value != null) {
      if (detailName != null && !detailName.equals(group)) {
        throw new IllegalStateException(detailName + " and " + group);
      }
      detailName = group;
      detail = put(detail, key, value);
    }
    return this;
  }

  /** The user's own attributes, in their original case; left out when there are none. */
  public PortableEvent attributes(Map<String, ?> attributes) {
    return attributes.isEmpty() ? this : put("attributes", attributes);
  }

  /** What the event carries: {@code data}, and where it did not decode {@code dataerror}. */
  public PortableEvent content(@Nullable Content content) {
    if (content == null) {
      return this;
    }
    event.put("data", content.value());
    put("datacontenttype", content.type());
    return put("dataerror", content.error());
  }

  /**
   * Ends the event.
   *
   * @param raw the provider's payload, untouched; null only where the payload is JSON's null
   */
  public Event raw(@Nullable Object raw) {
    putGroup("resource", resource);
    putGroup("delivery", delivery);
    if (detailName != null) {
      putGroup(detailName, detail);
    }
    event.put("raw", raw);
    return Event.of(event);
  }

  private void putGroup(String name, @Nullable Map<String, Object> group) {
    if (group != null) {
      event.put(name, group);
    }
  }

  private static Map<String, Object> put(
      @Nullable Map<String, Object> group, String key, Object value) {
    Map<String, Object> map = group == null ? new LinkedHashMap<>(8) : group;
    map.put(key, value);
    return map;
  }
}

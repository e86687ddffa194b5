package dev.eventprocessor.event;

import dev.eventprocessor.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds an event in the portable shape; for adapters, and for tests that want an event as an
 * adapter makes it. What is null is left out, so that absent values need no question at the caller.
 * Not thread-safe; one builder an event.
 */
public final class PortableEvent {

  /** What belongs to the way and not to what travels: kept when an envelope is opened. */
  private static final String[] OF_THE_WAY = {
    "partitionkey", "sequence", "correlationid", "expirytime", "traceparent", "tracestate"
  };

  private final Map<String, @Nullable Object> event = new LinkedHashMap<>(24);
  private final String form;
  private @Nullable Map<String, Object> resource;
  private @Nullable Map<String, Object> delivery;
  private @Nullable Map<String, ?> attributes;
  private @Nullable Map<String, Map<String, Object>> details;
  private @Nullable Content content;

  private PortableEvent(Kind kind, @Nullable Object cloud, @Nullable Object trigger, String form) {
    this.form = form;
    event.put("kind", kind.text());
    event.put("cloud", cloud);
    event.put("trigger", trigger);
  }

  /**
   * Starts an event.
   *
   * @param kind what happened
   * @param cloud {@code aws}, {@code gcp} or {@code azure}
   * @param trigger the cloud, a dot and the trigger's name
   */
  public static PortableEvent of(Kind kind, String cloud, String trigger) {
    return new PortableEvent(kind, cloud, trigger, trigger);
  }

  /**
   * Starts the event that was found inside of this one, which becomes its envelope. What is known
   * of the way stays: trigger, delivery, ordering and the message's attributes. What an event says
   * of itself (id, source, type, subject, time, data) is the inner event's to say; the envelope's
   * own id and source go under {@code delivery}, and its form ends {@code delivery.path}.
   *
   * @param form what the inner event is, as its own trigger would be named ({@code aws.sns}), or
   *     {@code cloudevents}
   */
  public PortableEvent inner(Kind kind, String form) {
    PortableEvent inner = new PortableEvent(kind, event.get("cloud"), event.get("trigger"), form);
    for (String key : OF_THE_WAY) {
      inner.put(key, event.get(key));
    }
    inner.delivery = delivery == null ? new LinkedHashMap<>() : new LinkedHashMap<>(delivery);
    inner.attributes = attributes;
    inner.details = copy(details);
    List<Object> path = new ArrayList<>(path());
    if (path.isEmpty()) {
      inner.delivery("id", event.get("id")).delivery("source", event.get("source"));
      inner.delivery.remove("idsource");
    }
    path.add(this.form);
    return inner.delivery("path", path);
  }

  /** An attribute at the top: {@code id}, {@code source}, {@code type}, {@code subject}, ... */
  public PortableEvent put(String key, @Nullable Object value) {
    if (value != null) {
      event.put(key, value);
    }
    return this;
  }

  /**
   * The id of an event whose provider gives it none of its own: made of documented fields that
   * together name it and are the same at every delivery. {@code delivery.idsource} says so. Absent
   * when one of them is.
   */
  public PortableEvent derivedId(@Nullable String... fields) {
    @Nullable String id = DerivedId.of(fields);
    return id == null ? this : put("id", id).delivery("idsource", "derived");
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
   * What only events of one kind have, in one map that is named after the kind.
   *
   * @param group {@code message}, {@code object}, {@code schedule}, {@code change}, {@code stream},
   *     {@code http}
   */
  public PortableEvent detail(String group, String key, @Nullable Object value) {
    if (value != null) {
      Map<String, Map<String, Object>> all = details == null ? new LinkedHashMap<>(2) : details;
      details = all;
      all.put(group, put(all.get(group), key, value));
    }
    return this;
  }

  /**
   * The user's own attributes, in their original case; left out when there are none. An inner
   * event's are put over its envelope's.
   */
  public PortableEvent attributes(Map<String, ?> more) {
    if (!more.isEmpty()) {
      attributes = attributes == null ? more : new OverlayMap(more, attributes);
    }
    return this;
  }

  /** What the event carries: {@code data}, and where it does not decode {@code dataerror}. */
  public PortableEvent content(@Nullable Content newContent) {
    content = newContent;
    return newContent == null ? this : put("datacontenttype", newContent.type());
  }

  /**
   * What it is itself, whatever it travels in: its trigger, or the form it was begun with as an
   * {@link #inner} event.
   */
  public String form() {
    return form;
  }

  /** What the event carries; null where that is nothing. */
  public @Nullable Content content() {
    return content;
  }

  /** One of the user's own attributes; null where there is none of this name. */
  public @Nullable Object attribute(String name) {
    return attributes == null ? null : attributes.get(name);
  }

  /** How many envelopes were opened on the way here. */
  int depth() {
    return path().size();
  }

  /**
   * Makes the event, which keeps the builder's maps: nothing may be put into the builder after it.
   *
   * @param raw the provider's payload, untouched, which every event has under {@code raw}; null
   *     only where the payload is JSON's null
   */
  public Event build(@Nullable Object raw) {
    putGroup("resource", resource);
    putGroup("delivery", delivery);
    putGroup("attributes", attributes);
    if (details != null) {
      event.putAll(details);
    }
    event.put("raw", raw);
    if (content == null) {
      return Event.of(event);
    }
    if (!content.isDecoded()) {
      return Event.of(event, content);
    }
    event.put("data", content.value());
    put("dataerror", content.error());
    return Event.of(event);
  }

  private static @Nullable Map<String, Map<String, Object>> copy(
      @Nullable Map<String, Map<String, Object>> details) {
    if (details == null) {
      return null;
    }
    Map<String, Map<String, Object>> copy = new LinkedHashMap<>();
    for (Map.Entry<String, Map<String, Object>> group : details.entrySet()) {
      copy.put(group.getKey(), new LinkedHashMap<>(group.getValue()));
    }
    return copy;
  }

  private List<?> path() {
    return delivery != null && delivery.get("path") instanceof List<?> path ? path : List.of();
  }

  private void putGroup(String name, @Nullable Map<String, ?> group) {
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

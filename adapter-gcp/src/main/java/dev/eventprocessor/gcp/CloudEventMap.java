package dev.eventprocessor.gcp;

import io.cloudevents.CloudEvent;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes and extensions of the framework's CloudEvent under CloudEvents' names, as plain
 * values. Each is made when it is asked for: of most events few are. Immutable as the event is.
 */
final class CloudEventMap extends AbstractMap<String, @Nullable Object> {

  private final CloudEvent event;

  CloudEventMap(CloudEvent event) {
    this.event = event;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return key instanceof String name ? plain(value(name)) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String name && value(name) != null;
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (String name : event.getSpecVersion().getAllAttributes()) {
      put(all, name, event.getAttribute(name));
    }
    for (String name : event.getExtensionNames()) {
      put(all, name, event.getExtension(name));
    }
    return Collections.unmodifiableMap(all).entrySet();
  }

  /** An event refuses to be asked for an attribute that its version of CloudEvents has not. */
  private @Nullable Object value(String name) {
    return event.getSpecVersion().getAllAttributes().contains(name)
        ? event.getAttribute(name)
        : event.getExtension(name);
  }

  private static void put(Map<String, @Nullable Object> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, plain(value));
    }
  }

  /** CloudEvents has addresses and times as Java types; events have them as text. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof String) {
      return value;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof OffsetDateTime time) {
      @Nullable String text = Times.rfc3339(time);
      return text == null ? time.toString() : text;
    }
    return value instanceof URI || value instanceof Enum ? value.toString() : value;
  }
}

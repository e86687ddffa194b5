package dev.eventprocessor.gcp;

import dev.eventprocessor.event.Content;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The provider's payload, of which one value is decoded when somebody asks for it: it is the same
 * content as the event's {@code data}, and decoded once for both. Unchanging; thread-safe.
 */
final class RawEvent extends AbstractMap<String, @Nullable Object> {

  private final Map<String, @Nullable Object> others;
  private final String name;
  private final Content content;

  private RawEvent(Map<String, @Nullable Object> others, String name, Content content) {
    this.others = others;
    this.name = name;
    this.content = content;
  }

  /** The map with the content under this name; the map itself where there is none. */
  static Map<String, @Nullable Object> of(
      Map<String, @Nullable Object> others, String name, @Nullable Content content) {
    return content == null ? others : new RawEvent(others, name, content);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return name.equals(key) ? content.value() : others.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return name.equals(key) || others.containsKey(key);
  }

  @Override
  public int size() {
    return others.size() + 1;
  }

  /** Looking at all of it decodes. */
  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(others);
    all.put(name, content.value());
    return Collections.unmodifiableMap(all).entrySet();
  }
}

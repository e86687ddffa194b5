package dev.eventprocessor.event;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One map put over another, without a copy of either: a message may have a hundred thousand
 * attributes and hold ten thousand events, each of which has them all. Immutable as long as the two
 * are.
 */
final class OverlayMap extends AbstractMap<String, Object> {

  private final Map<String, ?> over;
  private final Map<String, ?> under;

  OverlayMap(Map<String, ?> over, Map<String, ?> under) {
    this.over = over;
    this.under = under;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    @Nullable Object value = over.get(key);
    return value == null ? under.get(key) : value;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return over.containsKey(key) || under.containsKey(key);
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    Map<String, Object> all = new LinkedHashMap<>(under);
    all.putAll(over);
    return Collections.unmodifiableMap(all).entrySet();
  }
}

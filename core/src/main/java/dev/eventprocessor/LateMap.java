package dev.eventprocessor;

import dev.eventprocessor.event.Content;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event's map whose {@code data} is decoded when it is first read. {@code dataerror} is there
 * when that fails, so that asking for it decodes, too; so do its size and walking all entries, and
 * nothing else does.
 */
final class LateMap extends AbstractMap<String, @Nullable Object> {

  private static final String DATA = "data";

  private static final String ERROR = "dataerror";

  /** Everything else; what it holds under the two names counts. */
  private final Map<String, @Nullable Object> values;

  private final Content content;

  LateMap(Map<String, @Nullable Object> values, Content content) {
    this.values = values;
    this.content = content;
  }

  /** A copy in which the key holds this value; what is not decoded yet stays so. */
  LateMap with(String key, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
    copy.put(key, value);
    return new LateMap(copy, content);
  }

  /** How many keys there are that need no decoding. */
  int known() {
    return values.size() + (values.containsKey(DATA) ? 0 : 1);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    @Nullable Object value = values.get(key);
    if (value != null || values.containsKey(key)) {
      return value;
    }
    return DATA.equals(key) ? content.value() : ERROR.equals(key) ? content.error() : null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return values.containsKey(key)
        || DATA.equals(key)
        || (ERROR.equals(key) && content.error() != null);
  }

  @Override
  public int size() {
    return known() + (content.error() == null || values.containsKey(ERROR) ? 0 : 1);
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.putIfAbsent(DATA, get(DATA));
    if (content.error() != null) {
      all.putIfAbsent(ERROR, content.error());
    }
    return Collections.unmodifiableMap(all).entrySet();
  }
}

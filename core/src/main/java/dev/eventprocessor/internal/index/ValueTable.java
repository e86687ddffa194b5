package dev.eventprocessor.internal.index;

import dev.eventprocessor.internal.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A hash table whose keys are plain values, equal as JSON values are: 5 finds what was put under
 * 5.0, without a key object being made of it. Filled once, then only read.
 *
 * @param <V> what the keys lead to
 */
final class ValueTable<V> {

  private @Nullable Object[] keys = new @Nullable Object[8];
  private @Nullable Object[] values = new @Nullable Object[8];
  private int size;
  private boolean hasDeepKeys;

  /** What stands under the key; null where nothing does. */
  @Nullable V get(@Nullable Object key) {
    if (key instanceof String text) {
      return at(slot(text));
    }
    if (!hasDeepKeys && (key instanceof Map || key instanceof List)) {
      return null; // Hashing it would cost its whole size.
    }
    return at(slot(key));
  }

  void put(@Nullable Object key, V value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (values[slot] == null) {
      size++;
      hasDeepKeys |= key instanceof Map || key instanceof List;
    }
    keys[slot] = key;
    values[slot] = value;
  }

  /** The same keys with what their values become; this table is of no use any more. */
  @SuppressWarnings("unchecked") // Every value is replaced by one of the new type.
  <R> ValueTable<R> map(Function<? super V, R> becomes) {
    for (int i = 0; i < values.length; i++) {
      @Nullable V value = at(i);
      if (value != null) {
        values[i] = becomes.apply(value);
      }
    }
    return (ValueTable<R>) this;
  }

  @SuppressWarnings("unchecked") // Only put writes values.
  private @Nullable V at(int slot) {
    return (V) values[slot];
  }

  private int slot(String key) {
    int mask = keys.length - 1;
    int hash = key.hashCode();
    int slot = (hash ^ (hash >>> 16)) & mask;
    while (values[slot] != null && !key.equals(keys[slot])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The key's place, or the free one where it would stand. */
  private int slot(@Nullable Object key) {
    int mask = keys.length - 1;
    int hash = Values.hash(key);
    int slot = (hash ^ (hash >>> 16)) & mask;
    while (values[slot] != null && !Values.equal(keys[slot], key)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    @Nullable Object[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new @Nullable Object[2 * oldKeys.length];
    values = new @Nullable Object[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}

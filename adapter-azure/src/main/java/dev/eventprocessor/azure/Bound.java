package dev.eventprocessor.azure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source reads: all that was bound for one call.
 *
 * @param value the trigger's value
 * @param values the host's metadata, as it was sent
 * @param facts what only the function's own annotation knows
 */
record Bound(
    @Nullable Object value, Map<String, @Nullable Object> values, Map<String, String> facts) {

  /** A fact of the annotation; null where this trigger has none of this name. */
  @Nullable String fact(String name) {
    return facts.get(name);
  }

  Metadata metadata() {
    return new Metadata(values);
  }

  /** All of it, in the words of the host's custom-handler payload. */
  Map<String, @Nullable Object> raw() {
    Map<String, @Nullable Object> raw = new LinkedHashMap<>(4);
    raw.put("Data", value);
    raw.put("Metadata", values);
    raw.putAll(facts);
    return raw;
  }
}

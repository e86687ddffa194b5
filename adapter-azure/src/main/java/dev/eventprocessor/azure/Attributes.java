package dev.eventprocessor.azure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sender's own attributes, as events have them. */
final class Attributes {

  private Attributes() {}

  /** Of the first of these metadata maps that holds anything; versions of the host differ. */
  static Map<String, Object> first(Metadata metadata, String... names) {
    for (String name : names) {
      Map<?, ?> map = metadata.map(name);
      if (!map.isEmpty()) {
        return of(map);
      }
    }
    return Map.of();
  }

  /** What is null is left out. */
  static Map<String, Object> of(Map<?, ?> map) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      @Nullable Object value = entry.getValue();
      if (entry.getKey() instanceof String name && value != null) {
        attributes.put(name, value);
      }
    }
    return attributes;
  }
}

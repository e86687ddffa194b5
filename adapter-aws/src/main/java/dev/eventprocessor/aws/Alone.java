package dev.eventprocessor.aws;

import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payload as it would be if one of its records had come alone: what stands under {@code raw}
 * where a payload says something beside its records, so that nothing of it is out of reach. Where
 * it does not, the record itself stands there. Stateless.
 */
final class Alone {

  private Alone() {}

  /** With its record under {@code Records}. */
  static Object of(Fields payload, Fields record) {
    return payload.map().size() == 1 ? record.map() : of(payload, "Records", List.of(record.map()));
  }

  /** With this in place of all records. */
  static Map<String, @Nullable Object> of(Fields payload, String key, Object only) {
    Map<String, @Nullable Object> alone = new LinkedHashMap<>(payload.map());
    alone.put(key, only);
    return alone;
  }
}

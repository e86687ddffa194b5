package dev.eventprocessor.aws;

import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tumbling window of a stream ("Tumbling windows", AWS Lambda Developer Guide): each record sees
 * the window's state under {@code delivery.window.state} as the one before it left it, and the map
 * that a processor returns is the state from then on. Not thread-safe; one an invocation.
 */
final class Window {

  private final Fields payload;
  private Map<?, ?> state;

  private Window(Fields payload) {
    this.payload = payload;
    @Nullable Fields before = payload.fields("state");
    this.state = before == null ? Map.of() : before.map();
  }

  /** The window that the payload is a part of; null where it is of none. */
  static @Nullable Window of(Fields payload) {
    return payload.map().get("window") instanceof Map<?, ?> ? new Window(payload) : null;
  }

  /** Whether this is the invocation that ends it, which has an event of its own. */
  boolean isFinal() {
    return Boolean.TRUE.equals(payload.flag("isFinalInvokeForWindow"));
  }

  /** What is told of the window in each event. */
  void describe(PortableEvent event) {
    Fields bounds = payload.requiredFields("window");
    Map<String, Object> window = new LinkedHashMap<>();
    put(window, "start", bounds.text("start"));
    put(window, "end", bounds.text("end"));
    put(window, "shard", payload.text("shardId"));
    put(window, "state", state);
    put(window, "final", payload.flag("isFinalInvokeForWindow"));
    put(window, "early", payload.flag("isWindowTerminatedEarly"));
    event.delivery("window", window);
  }

  /** A processor has returned this. */
  void next(@Nullable Object value) {
    if (value instanceof Map<?, ?> next) {
      state = next;
    }
  }

  Map<String, Object> answer(List<Object> failures) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("state", state);
    answer.put("batchItemFailures", failures);
    return answer;
  }

  private static void put(Map<String, Object> window, String key, @Nullable Object value) {
    if (value != null) {
      window.put(key, value);
    }
  }
}

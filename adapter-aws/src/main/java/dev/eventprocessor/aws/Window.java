package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Failures;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tumbling window of a stream ("Tumbling windows", AWS Lambda Developer Guide): the records of
 * one invocation are run one after the other, each sees the window's state under {@code
 * delivery.window.state} as the one before it left it, and the map that a processor returns is the
 * state from then on. The invocation that ends the window has an event of its own, without data.
 * Not thread-safe; one an invocation.
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

  /**
   * Runs the records up to the first failure.
   *
   * @return the state, and the record to start from again
   */
  Map<String, Object> run(EventProcessor processor, Reader reader, Context context) {
    List<Object> failures = new ArrayList<>(0);
    int size = payload.size("Records");
    int at = 0;
    try {
      for (; at < size; at++) {
        run(processor, reader.events(payload.element("Records", at), at, size), context);
      }
      if (Boolean.TRUE.equals(payload.flag("isFinalInvokeForWindow"))) {
        run(processor, List.of(reader.end()), context);
      }
    } catch (Throwable failure) { // An Error, too, is this record's failure.
      if (at == 0 || at == size) {
        throw Failures.unchecked(failure);
      }
      context
          .getLogger()
          .log(
              "Record " + (at + 1) + " of the window failed. " + Failures.describe(failure) + "\n");
      failures.add(Map.of("itemIdentifier", reader.id(payload.element("Records", at))));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("state", state);
    answer.put("batchItemFailures", failures);
    return answer;
  }

  private void run(EventProcessor processor, List<Event> events, Context context) {
    if (Runs.single(processor, events, context) instanceof Map<?, ?> next) {
      state = next;
    }
  }

  private static void put(Map<String, Object> window, String key, @Nullable Object value) {
    if (value != null) {
      window.put(key, value);
    }
  }

  /** What a stream's source knows of its records. */
  interface Reader extends RecordReader {

    /** The window that the records are a part of; null where it is none. */
    @Nullable Window window();

    /** What Lambda knows the record by. */
    String id(Fields record);

    /** The event that tells of a window's end. */
    Event end();
  }
}

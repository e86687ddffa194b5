package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Failures;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one shard of a stream: in order, up to the first that has to be delivered again,
 * whose sequence number is the answer ("Reporting batch item failures", AWS Lambda Developer
 * Guide). Not thread-safe; one an invocation.
 */
final class Shard implements RecordReader {

  private final Fields payload;
  private final ShardReader reader;
  private final @Nullable Window window;
  private final int size;

  Shard(Fields payload, ShardReader reader) {
    this.payload = payload;
    this.reader = reader;
    this.window = Window.of(payload);
    this.size = window == null ? payload.requiredSize("Records") : payload.size("Records");
  }

  /** The answer. */
  Map<String, Object> run(EventProcessor processor, Context context) {
    if (window != null) {
      return run(window, processor, context);
    }
    List<Item> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Fields record = payload.element("Records", i);
      Item.add(items, new Item.Place(reader.id(record), null, i, size), record, this);
    }
    return BatchAnswer.run(processor, items, Order.ORDERED, size, context);
  }

  @Override
  public List<Event> events(Fields record, int index, int count) {
    PortableEvent event =
        reader.event(record).delivery("index", (long) index).delivery("size", (long) count);
    if (window != null) {
      window.describe(event);
    }
    return reader.finish(event, Alone.of(payload, record));
  }

  /** One after the other: each record has to see the state that the one before it left. */
  private Map<String, Object> run(Window state, EventProcessor processor, Context context) {
    List<Object> failures = new ArrayList<>(0);
    int at = 0;
    try {
      for (; at < size; at++) {
        List<Event> events = events(payload.element("Records", at), at, size);
        state.next(Runs.single(processor, events, context));
      }
      if (state.isFinal()) {
        PortableEvent end = reader.end(payload);
        state.describe(end);
        state.next(Runs.single(processor, List.of(end.build(payload.map())), context));
      }
    } catch (Throwable failure) { // An Error, too, is this record's failure.
      if (at == 0 || at == size) {
        throw Failures.unchecked(failure);
      }
      String why = Failures.describe(failure);
      context.getLogger().log("Record " + (at + 1) + " of the window failed. " + why + "\n");
      failures.add(Map.of("itemIdentifier", reader.id(payload.element("Records", at))));
    }
    return state.answer(failures);
  }
}

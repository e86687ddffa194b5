package dev.eventprocessor.gcp;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.batch.BatchRecord;
import dev.eventprocessor.batch.BatchReport;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Envelopes;
import dev.eventprocessor.event.PortableEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came in one request: nearly always one event, and acknowledged as a whole. Events of which
 * one delivery has several do not concern each other. Immutable.
 */
final class Delivery {

  private final List<? extends BatchRecord> records;

  private Delivery(List<? extends BatchRecord> records) {
    this.records = records;
  }

  /**
   * The events, opened where they are envelopes.
   *
   * @param events each finished but for {@code raw}
   * @param raw the provider's payload
   */
  static Delivery of(List<PortableEvent> events, Envelopes envelopes, @Nullable Object raw) {
    List<BatchRecord> records = new ArrayList<>(events.size());
    for (PortableEvent event : events) {
      for (Event opened : envelopes.open(event, raw)) {
        records.add(new OneEvent(opened));
      }
    }
    return new Delivery(records);
  }

  /** One that is not in the shape that its marker promises: parked, where there is a place. */
  static Delivery malformed(InvalidEventException fault, @Nullable Object raw) {
    return new Delivery(List.of(new Malformed(fault, raw)));
  }

  BatchReport run(EventProcessor processor, Invocation invocation) {
    return Batch.run(processor, records, Order.INDEPENDENT, invocation);
  }

  private record OneEvent(Event event) implements BatchRecord {
    @Override
    public String id() {
      return "";
    }

    @Override
    public @Nullable String group() {
      return null;
    }

    @Override
    public @Nullable Object raw() {
      return event.get("raw");
    }
  }

  private record Malformed(InvalidEventException fault, @Nullable Object raw)
      implements BatchRecord {
    @Override
    public String id() {
      return "";
    }

    @Override
    public @Nullable String group() {
      return null;
    }

    @Override
    public Event event() {
      throw fault;
    }
  }
}

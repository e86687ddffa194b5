package dev.eventprocessor.azure;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.event.Envelopes;
import dev.eventprocessor.event.PortableEvent;
import java.util.ArrayList;
import java.util.List;

/** A worker's application, and how a call's messages come to it. Thread-safe. */
final class AzureApplication {

  private final EventProcessor processor;
  private final Envelopes envelopes;

  AzureApplication(EventProcessor processor) {
    this.processor = processor;
    this.envelopes = Envelopes.of(new AzureEnvelope());
  }

  /**
   * Runs all that was bound. The host takes a call back as a whole or not at all: it fails when
   * anything in it has to be delivered again.
   */
  void run(Binding binding, Call call) {
    List<AzureRecord> records = records(binding, call);
    Batch.run(processor, records, binding.source().order(), call.invocation()).orThrow();
  }

  /** A message's events, which are more than one where it was an envelope of several. */
  List<AzureRecord> records(Binding binding, Call call) {
    AzureSource source = binding.source();
    List<Bound> messages = binding.messages(call);
    List<AzureRecord> records = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      Bound bound = messages.get(i);
      try {
        PortableEvent portable = source.event(bound);
        if (binding.isBatch()) {
          portable.delivery("index", (long) i).delivery("size", (long) messages.size());
        }
        Object raw = source.raw(bound);
        List<Event> events =
            source.mayHoldEvents() ? envelopes.open(portable, raw) : List.of(portable.raw(raw));
        for (Event event : events) {
          records.add(AzureRecord.of(i, source.group(bound), event));
        }
      } catch (InvalidEventException wrongShape) {
        records.add(AzureRecord.unreadable(i, source.raw(bound), wrongShape));
      }
    }
    return records;
  }
}

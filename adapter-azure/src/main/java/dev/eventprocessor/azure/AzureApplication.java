package dev.eventprocessor.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.event.Envelopes;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Applications;
import java.util.ArrayList;
import java.util.List;

/** A worker's application, and how a call's messages come to it. Thread-safe. */
final class AzureApplication {

  private final EventProcessor processor;
  private final boolean traced;
  private final Envelopes envelopes;

  /** Of a registry that the caller built, and which nobody traces. */
  AzureApplication(EventProcessor processor) {
    this(processor, false);
  }

  private AzureApplication(EventProcessor processor, boolean traced) {
    this.processor = processor;
    this.traced = traced;
    this.envelopes = Envelopes.of(new AzureEnvelope());
  }

  /** The deployment's own, looked for with this loader. */
  static AzureApplication load(ClassLoader loader) {
    ProcessorModule module = Applications.module(loader, System.getenv(Applications.MODULE));
    return new AzureApplication(Applications.build(module), Applications.isTraced());
  }

  /**
   * Runs all that was bound. The host takes a call back as a whole or not at all: it fails when
   * anything in it has to be delivered again.
   */
  void run(Binding binding, ExecutionContext context) {
    Call call = Call.of(context);
    List<AzureRecord> records = records(binding, call);
    Batch.run(toldTo(context), records, binding.source().order(), call.invocation()).orThrow();
  }

  /** Answers a request. */
  HttpResponseMessage answer(HttpRequestMessage<?> request, ExecutionContext context) {
    return new HttpAnswers(toldTo(context), request, context).answer();
  }

  /** What is printed has no invocation on Azure; what goes to the invocation's logger has. */
  private EventProcessor toldTo(ExecutionContext context) {
    return traced ? Applications.traced(processor, new HostLog(context)) : processor;
  }

  /** The events of all messages; what cannot be read is one record, to be rejected in its turn. */
  List<AzureRecord> records(Binding binding, Call call) {
    List<Bound> messages;
    try {
      messages = binding.messages(call);
    } catch (InvalidEventException noList) {
      return List.of(AzureRecord.unreadable(0, binding.whole(call).raw(), noList));
    }
    List<AzureRecord> records = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      Bound bound = messages.get(i);
      try {
        PortableEvent portable = binding.source().event(bound);
        if (binding.isBatch()) {
          portable.delivery("index", (long) i).delivery("size", (long) messages.size());
        }
        for (Event event : events(binding.source(), bound, portable)) {
          records.add(AzureRecord.of(i, binding.source().group(bound), event));
        }
      } catch (InvalidEventException wrongShape) {
        records.add(AzureRecord.unreadable(i, binding.source().raw(bound), wrongShape));
      }
    }
    return records;
  }

  /** A message's events, which are more than one where it was an envelope of several. */
  private List<Event> events(AzureSource source, Bound bound, PortableEvent portable) {
    Object raw = source.raw(bound);
    return source.mayHoldEvents() ? envelopes.open(portable, raw) : List.of(portable.build(raw));
  }
}

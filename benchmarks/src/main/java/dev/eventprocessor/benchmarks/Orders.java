package dev.eventprocessor.benchmarks;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;

/** The application that all payloads end at: it reads a field of the event's data. */
final class Orders implements ProcessorModule {

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.otherwise().run(event -> event.get("data.order"));
  }
}

package dev.eventprocessor.benchmarks.contenders;

import static dev.eventprocessor.Filters.eq;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;

/** This library's way, on every cloud. */
public final class AlarmApplication implements ProcessorModule {

  @Override
  public void register(EventProcessor.Builder processors) {
    processors
        .on(eq("data.NewStateValue", "ALARM"))
        .run(event -> Alarms.raised(event.text("data.AlarmName")));
    processors
        .on(eq("data.NewStateValue", "OK"))
        .run(event -> Alarms.cleared(event.text("data.AlarmName")));
    processors
        .on(eq("data.NewStateValue", "INSUFFICIENT_DATA"))
        .run(event -> Alarms.unknown(event.text("data.AlarmName")));
  }
}

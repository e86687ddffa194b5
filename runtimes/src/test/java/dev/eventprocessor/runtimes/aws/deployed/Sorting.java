package dev.eventprocessor.runtimes.aws.deployed;

import static dev.eventprocessor.Filters.eq;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;

/** An application as small as they are: three kinds of content, a processor for each. */
public final class Sorting implements ProcessorModule {

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.on(eq("data.state", "new")).run(event -> {});
    processors.on(eq("data.state", "paid")).run(event -> {});
    processors.on(eq("data.state", "sent")).run(event -> {});
  }
}

package dev.eventprocessor.cli;

import static dev.eventprocessor.Filters.eq;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;

/** An application of a user: the program finds it by its name in the tests' classes. */
public final class OrderModule implements ProcessorModule {

  @Override
  public void register(EventProcessor.Builder processors) {
    processors
        .on(eq("data.order", 17))
        .named("ship-order")
        .run(event -> System.out.println("shipping order " + event.number("data.order")));
    processors
        .on(eq("data", "cancel everything"))
        .named("cancel")
        .run(
            event -> {
              throw new IllegalStateException("nothing can be cancelled");
            });
    processors
        .on(eq("kind", "http"))
        .rank(-1)
        .named("hello")
        .call(event -> java.util.Map.of("hello", event.text("http.path")));
  }
}

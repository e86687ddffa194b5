package dev.eventprocessor.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.DependencyFactory;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An application that keeps what it gets, and fails where the event's data says so. A worker has
 * one, found as a service, so what it got is static here.
 */
public final class RecordingModule implements ProcessorModule {

  static final AtomicInteger REGISTRATIONS = new AtomicInteger();
  private static final BlockingQueue<Event> EVENTS = new LinkedBlockingQueue<>();

  private static final DependencyFactory<String> BROKEN =
      DependencyFactory.of(
          "broken",
          name -> {
            throw new IllegalStateException("no connection");
          });

  /** The event that the application gets of what was bound. */
  static Event event(Binding binding) {
    EVENTS.clear();
    FunctionsEntrypoint.run(binding, new FakeExecutionContext());
    @Nullable Event event = EVENTS.poll();
    assertTrue(event != null && EVENTS.isEmpty(), "one event was expected");
    return event;
  }

  /** The event holds the values at the paths; what else it holds is another test's matter. */
  static void assertHolds(Map<String, ?> expected, Event event) {
    expected.forEach(
        (path, value) -> {
          assertTrue(event.has(path), path + " is absent");
          assertEquals(value, event.get(path), path);
        });
  }

  @Override
  public void register(EventProcessor.Builder processors) {
    REGISTRATIONS.incrementAndGet();
    processors
        .on(Filters.eq("data", "connect"))
        .named("connecting")
        .with(BROKEN.named("orders"))
        .run((event, connection) -> EVENTS.add(event));
    processors.otherwise().named("recording").run(RecordingModule::record);
  }

  private static void record(Event event) {
    EVENTS.add(event);
    if ("fail".equals(event.get("data"))) {
      throw new IllegalStateException("failed on purpose", new RuntimeException("inner"));
    }
    if ("break".equals(event.get("data"))) {
      throw new AssertionError("broken on purpose");
    }
  }
}

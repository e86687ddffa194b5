package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import io.cloudevents.CloudEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An application that keeps what it gets, and fails where the event's data says so. */
final class RecordingModule implements ProcessorModule {

  final List<Event> events = new ArrayList<>();

  /** The event that the application gets of a CloudEvent. */
  static Event event(CloudEvent cloudEvent) {
    RecordingModule module = new RecordingModule();
    new CloudEventEntrypoint(module) {}.accept(cloudEvent);
    assertEquals(1, module.events.size());
    return module.events.get(0);
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
    processors.otherwise().named("recording").run(this::record);
  }

  private void record(Event event) {
    events.add(event);
    if ("fail".equals(event.get("data"))) {
      throw new IllegalStateException("failed on purpose");
    }
  }
}

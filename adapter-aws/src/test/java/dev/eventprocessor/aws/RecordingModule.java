package dev.eventprocessor.aws;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import java.util.ArrayList;
import java.util.List;

/** An application that keeps what it gets, and fails or answers as the event's data says. */
final class RecordingModule implements ProcessorModule {

  final List<Event> events = new ArrayList<>();

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.otherwise().named("recording").call(this::record);
  }

  private Object record(Event event) {
    events.add(event);
    if ("fail".equals(event.get("data"))) {
      throw new IllegalStateException("failed on purpose");
    }
    if ("break".equals(event.get("data"))) {
      throw new AssertionError("broken on purpose");
    }
    return event.has("data.answer") ? event.get("data.answer") : "done";
  }
}

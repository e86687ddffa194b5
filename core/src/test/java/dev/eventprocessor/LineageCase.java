package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A registry that a case of event-processor for Python is told with, and what ran. */
abstract class LineageCase {

  final EventProcessor.Builder processors = EventProcessor.builder();
  final List<String> ran = new ArrayList<>();

  /** The names of the processors that an event runs, in order. */
  List<String> names(Map<String, ?> event) {
    return processors.build().invoke(event).stream().map(Result::processor).toList();
  }

  /** What the first of them returns. */
  Object value(Map<String, ?> event) {
    return processors.build().invoke(event).get(0).value();
  }
}

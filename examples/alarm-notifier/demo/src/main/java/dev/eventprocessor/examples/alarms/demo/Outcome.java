package dev.eventprocessor.examples.alarms.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a delivery.
 *
 * @param dispatches which trigger the library saw and which processor ran, one for each event
 * @param said what the application printed
 * @param log everything that the function and its runtime printed
 * @param failure what the cloud was told went wrong; null when all went well
 */
record Outcome(
    List<String> dispatches, List<String> said, List<String> log, @Nullable String failure) {

  private static final String TRACE = "event-processor: ";

  /** Sorts out what the function printed. */
  static Outcome of(List<String> log, @Nullable String failure) {
    List<String> dispatches = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (String line : log) {
      if (line.startsWith(TRACE)) {
        dispatches.add(line.substring(TRACE.length()));
      } else if (line.startsWith("Send in ")) {
        said.add(line);
      }
    }
    return new Outcome(dispatches, said, log, failure);
  }
}

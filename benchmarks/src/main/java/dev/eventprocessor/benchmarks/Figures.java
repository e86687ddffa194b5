package dev.eventprocessor.benchmarks;

import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** JMH's results as cells of a table; what was not measured is an empty cell. */
final class Figures {

  /** What JMH's profiler of the collector calls the bytes that an operation allocates. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Figures() {}

  /**
   * The mean, and the standard deviation in brackets.
   *
   * @param format of both, for example {@code %,.0f}
   * @param divisor what a nanosecond is divided by
   */
  static String mean(Map<String, RunResult> results, String name, String format, double divisor) {
    RunResult result = results.get(name);
    if (result == null) {
      return "";
    }
    double deviation = result.getPrimaryResult().getStatistics().getStandardDeviation();
    return (format + " (" + format + ")")
        .formatted(result.getPrimaryResult().getScore() / divisor, deviation / divisor);
  }

  /** The bytes that one operation allocates. */
  static String bytes(Map<String, RunResult> results, String name, double divisor) {
    RunResult result = results.get(name);
    Result<?> bytes = result == null ? null : result.getSecondaryResults().get(ALLOCATED);
    return bytes == null ? "" : "%,.0f".formatted(bytes.getScore() / divisor);
  }
}

package dev.eventprocessor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.RunResult;

/** The line above a table: when, on what, and how it was measured. */
public final class Heading {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private Heading() {}

  /**
   * Prints the line.
   *
   * @param how what the program was told: rounds, calls
   */
  public static void print(String how) {
    System.out.printf(
        "%n%s, JDK %s (%s), %d processors%s, %s%n%n",
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        Runtime.getRuntime().availableProcessors(),
        model(),
        how);
  }

  /**
   * Prints the line above what JMH has measured.
   *
   * @param args the command line
   */
  static void print(String[] args, Collection<RunResult> results) {
    BenchmarkParams params = results.iterator().next().getParams();
    IterationParams measured = params.getMeasurement();
    IterationParams before = params.getWarmup();
    print(
        "forks: %d, each %d times %s after %d times %s; arguments: %s"
            .formatted(
                params.getForks(),
                measured.getCount(),
                measured.getTime(),
                before.getCount(),
                before.getTime(),
                args.length == 0 ? "none" : String.join(" ", args)));
  }

  /** Nothing where the system does not tell it. */
  private static String model() {
    try {
      for (String line : Files.readAllLines(PROCESSORS)) {
        if (line.startsWith(MODEL)) {
          return " (" + line.substring(line.indexOf(':') + 1).strip() + ")";
        }
      }
      return "";
    } catch (IOException untold) {
      return "";
    }
  }
}

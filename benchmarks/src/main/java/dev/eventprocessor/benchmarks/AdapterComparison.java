package dev.eventprocessor.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of the adapters and of the batch engine in one go and prints their tables,
 * with the spread. Takes the options of JMH's command line:
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.eventprocessor.benchmarks.AdapterComparison -f 1
 * </pre>
 */
public final class AdapterComparison {

  private static final String PAYLOAD = "trigger";

  private AdapterComparison() {}

  /** Prints the tables. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .addProfiler(GCProfiler.class)
            .include(AdapterBenchmark.class.getSimpleName() + ".(handle|read)$")
            .include(BatchBenchmark.class.getSimpleName())
            .build();
    Collection<RunResult> results = new Runner(options).run();
    Heading.print(args, results);
    printAdapters(results);
    Heading.print(args, results);
    printBatches(results);
  }

  private static void printAdapters(Collection<RunResult> results) {
    System.out.println("| payload | µs, all | µs, reading alone | KB allocated |");
    System.out.println("|---|---|---|---|");
    for (Triggers trigger : Triggers.values()) {
      Map<String, RunResult> own = new LinkedHashMap<>();
      for (RunResult result : results) {
        if (trigger.name().equals(result.getParams().getParam(PAYLOAD))) {
          own.put(result.getPrimaryResult().getLabel(), result);
        }
      }
      if (!own.isEmpty()) {
        System.out.printf(
            "| %s | %s | %s | %s |%n",
            trigger.title(),
            Figures.mean(own, "handle", "%.1f", 1e3),
            Figures.mean(own, "read", "%.1f", 1e3),
            Figures.bytes(own, "handle", 1024));
      }
    }
  }

  private static void printBatches(Collection<RunResult> results) {
    Map<String, RunResult> own = new LinkedHashMap<>();
    for (RunResult result : results) {
      if (result.getParams().getParam(PAYLOAD) == null) {
        own.put(result.getPrimaryResult().getLabel(), result);
      }
    }
    System.out.println("| a record | ns | bytes allocated |");
    System.out.println("|---|---|---|");
    printBatch("a plain loop that loses the batch at a failure", own, "loop");
    printBatch("the engine, independent records", own, "independent");
    printBatch("the engine, ten groups in order", own, "grouped");
    printBatch("the engine, an event that is a delivery of its own", own, "single");
  }

  private static void printBatch(String title, Map<String, RunResult> results, String name) {
    System.out.printf(
        "| %s | %s | %s |%n",
        title, Figures.mean(results, name, "%,.0f", 1), Figures.bytes(results, name, 1));
  }
}

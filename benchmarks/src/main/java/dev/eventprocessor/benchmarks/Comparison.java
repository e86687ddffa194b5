package dev.eventprocessor.benchmarks;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filter;
import dev.eventprocessor.InvocationStrategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of matching and scaling in one go and prints the engines side by side, with
 * the spread; then what building a registry costs. Takes the options of JMH's command line:
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.eventprocessor.benchmarks.Comparison -f 1 -p registrations=10,100000
 * </pre>
 */
public final class Comparison {

  private static final int BUILT = 100_000;

  private Comparison() {}

  /** Prints the tables. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .addProfiler(GCProfiler.class)
            .include(MatchingBenchmark.class.getSimpleName())
            .include(ScalingBenchmark.class.getSimpleName())
            .build();
    Collection<RunResult> results = new Runner(options).run();
    Heading.print(args, results);
    print(results);
    System.out.println();
    for (Shapes shape : Shapes.values()) {
      build(shape);
    }
  }

  private static void print(Collection<RunResult> results) {
    Map<String, Map<String, RunResult>> rows = new TreeMap<>();
    for (RunResult result : results) {
      StringBuilder row = new StringBuilder();
      for (String param : result.getParams().getParamsKeys()) {
        row.insert(0, "%8s ".formatted(result.getParams().getParam(param)));
      }
      rows.computeIfAbsent(row.toString(), key -> new TreeMap<>())
          .put(result.getPrimaryResult().getLabel(), result);
    }
    System.out.println(
        "| ns an event (spread) | filters | first match | all matches | matching alone | linear | peer | peer / first"
            + " | peer / all | linear / alone | bytes, first |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    rows.forEach(
        (row, engines) ->
            System.out.printf(
                "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n",
                title(engines.values().iterator().next().getParams()),
                figure(engines, "filters"),
                figure(engines, "first"),
                figure(engines, "all"),
                figure(engines, "match"),
                figure(engines, "linear"),
                figure(engines, "peer"),
                ratio(engines, "peer", "first"),
                ratio(engines, "peer", "all"),
                ratio(engines, "linear", "match"),
                Figures.bytes(engines, "first", 1)));
  }

  private static String title(BenchmarkParams params) {
    String family = params.getParam("family");
    return family != null
        ? family
        : params.getParam("registrations") + " registrations, " + params.getParam("shape");
  }

  private static String figure(Map<String, RunResult> engines, String engine) {
    return isAbsent(engines, engine) ? "" : Figures.mean(engines, engine, "%,.0f", 1);
  }

  private static String ratio(Map<String, RunResult> engines, String engine, String base) {
    return isAbsent(engines, engine) || isAbsent(engines, base)
        ? ""
        : "%.1f".formatted(score(engines, engine) / score(engines, base));
  }

  /** The peer does not learn every shape. */
  private static boolean isAbsent(Map<String, RunResult> engines, String engine) {
    RunResult result = engines.get(engine);
    String shape = result == null ? null : result.getParams().getParam("shape");
    return result == null
        || (engine.equals("peer") && shape != null && !Shapes.valueOf(shape).isLearntByPeer());
  }

  private static double score(Map<String, RunResult> engines, String engine) {
    RunResult result = engines.get(engine);
    return result == null ? 0 : result.getPrimaryResult().getScore();
  }

  private static void build(Shapes shape) {
    List<Object> kept = new ArrayList<>();
    String own =
        measured(
            kept,
            () -> {
              List<Filter> filters = new ArrayList<>(BUILT);
              for (int i = 0; i < BUILT; i++) {
                filters.add(shape.filter(i));
              }
              EventProcessor registry = Engines.registry(filters, InvocationStrategy.FIRST_MATCH);
              return registry;
            });
    System.out.printf("%-14s %,d registrations built in %s%n", shape, BUILT, own);
    if (shape.isLearntByPeer()) {
      List<String> patterns = new ArrayList<>(BUILT);
      for (int i = 0; i < BUILT; i++) {
        patterns.add(shape.pattern(i));
      }
      String peer = measured(kept, () -> Engines.machine(patterns));
      System.out.printf("%-14s the peer's in %s%n", "", peer);
    }
  }

  /** The quickest and the slowest of three, and the memory that the last one keeps. */
  private static String measured(List<Object> kept, Supplier<Object> build) {
    long best = Long.MAX_VALUE;
    long worst = 0;
    long bytes = 0;
    for (int i = 0; i < 3; i++) {
      kept.clear();
      long before = used();
      long start = System.nanoTime();
      kept.add(build.get());
      long took = System.nanoTime() - start;
      best = Math.min(best, took);
      worst = Math.max(worst, took);
      bytes = used() - before;
    }
    return "%.2f to %.2f s, %,d bytes each".formatted(best / 1e9, worst / 1e9, bytes / BUILT);
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

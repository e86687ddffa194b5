package dev.eventprocessor.benchmarks;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvocationStrategy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Five rules of each family: the registry in both notations, its filters one by one, the peer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class MatchingBenchmark {

  /** Which rules. */
  @Param({
    "exact",
    "prefix",
    "suffix",
    "ignore-case",
    "wildcard",
    "anything-but",
    "numeric",
    "arrays",
    "mixed"
  })
  public String family = "";

  private @Nullable Engines engines;
  private @Nullable EventProcessor filters;
  private int next;

  /** The engines learn the rules. */
  @Setup
  public void learn() {
    var rules = Families.rules().getOrDefault(family, List.of());
    engines =
        new Engines(Engines.filters(rules), rules, Families.events(512), Engines.Contenders.ALL);
    filters =
        Engines.registry(
            Families.filters().getOrDefault(family, List.of()), InvocationStrategy.FIRST_MATCH);
  }

  private Engines engines() {
    if (engines == null) {
      throw new IllegalStateException("not set up");
    }
    return engines;
  }

  private int next() {
    next = (next + 1) & 511;
    return next;
  }

  /** The registry of filters over paths, which look through no lists by themselves. */
  @Benchmark
  public Object filters() {
    return filters == null ? "" : filters.invoke(engines().event(next()));
  }

  /** The registry of patterns: the first match is found and run. */
  @Benchmark
  public Object first() {
    return engines().first(next());
  }

  /** The registry of patterns: all matches are found and run. */
  @Benchmark
  public @Nullable Object all() {
    return engines().all(next());
  }

  /** The registry's matching alone. */
  @Benchmark
  public boolean match() {
    return engines().match(next());
  }

  /** The filters one by one up to the first match. */
  @Benchmark
  public boolean linear() {
    return engines().linear(next());
  }

  /** Event Ruler: all matches are found. */
  @Benchmark
  public @Nullable Object peer() throws Exception {
    return engines().peer(next());
  }
}

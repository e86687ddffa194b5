package dev.eventprocessor.benchmarks;

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

/**
 * From one registration to a hundred thousand: the registry, its filters one by one, and the peer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ScalingBenchmark {

  /** What the registrations share. */
  @Param({"SELECTIVE", "HIERARCHICAL", "SHARED", "WILDCARDS", "PREFIXES"})
  public Shapes shape = Shapes.SELECTIVE;

  /** How many there are. */
  @Param({"1", "3", "10", "100", "1000", "10000", "100000"})
  public int registrations = 1;

  private @Nullable Engines engines;
  private int next;

  /** The engines learn the rules. */
  @Setup
  public void learn() {
    engines = shape.engines(registrations);
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

  /** The registry: the first match is found and run. */
  @Benchmark
  public Object first() {
    return engines().first(next());
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

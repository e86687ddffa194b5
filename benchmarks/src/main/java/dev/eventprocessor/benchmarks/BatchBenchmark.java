package dev.eventprocessor.benchmarks;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.batch.BatchRecord;
import dev.eventprocessor.batch.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What the batch engine adds to each record, beside a loop that loses the batch at a failure. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BatchBenchmark {

  private static final int RECORDS = 100;

  private final EventProcessor processor = processor();
  private final List<Ready> records = records();
  private final Invocation invocation =
      new Invocation("call", "function", Instant.now().plus(Duration.ofHours(12)), null);

  /** A plain loop. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void loop(Blackhole results) {
    for (Ready ready : records) {
      results.consume(processor.invoke(ready.event(), invocation));
    }
  }

  /** As for a standard queue. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public Object independent() {
    return Batch.run(processor, records, Order.INDEPENDENT, invocation);
  }

  /** As for a FIFO queue, ten groups. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public Object grouped() {
    return Batch.run(processor, records, Order.GROUPED, invocation);
  }

  /** An event that is a delivery of its own. */
  @Benchmark
  public @Nullable Object single() {
    return Batch.single(processor, records.get(0).event(), invocation);
  }

  private static EventProcessor processor() {
    EventProcessor.Builder builder = EventProcessor.builder();
    builder.otherwise().call(event -> "done");
    return builder.build();
  }

  private static List<Ready> records() {
    List<Ready> records = new ArrayList<>(RECORDS);
    for (int i = 0; i < RECORDS; i++) {
      String id = Integer.toString(i);
      records.add(new Ready(id, "group-" + i % 10, Event.of(Map.of("id", id))));
    }
    return records;
  }

  private record Ready(String id, @Nullable String group, Event event) implements BatchRecord {
    @Override
    public @Nullable Object raw() {
      return null;
    }
  }
}

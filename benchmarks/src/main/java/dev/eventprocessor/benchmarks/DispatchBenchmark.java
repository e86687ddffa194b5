package dev.eventprocessor.benchmarks;

import static dev.eventprocessor.Filters.eq;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the registry adds to a decision that could be written by hand, and how little that is beside
 * reading the JSON that the event comes in.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DispatchBenchmark {

  private static final String ALARM =
      """
      {"id": "c4c1c1c9", "detail-type": "CloudWatch Alarm State Change", "detail": {
        "alarmName": "ServerCpuTooHigh",
        "previousState": {"value": "OK", "timestamp": "2026-11-24T00:00:00Z"},
        "state": {"value": "ALARM", "reason": "Threshold crossed", "timestamp": "2026-11-24T00:01:00Z"}}}
      """;

  private final byte[] json = ALARM.getBytes(StandardCharsets.UTF_8);
  private Map<String, ?> event = Map.of();
  private EventProcessor processor = processors(1);

  /** The event as a map, read once. */
  @Setup
  @SuppressWarnings("unchecked") // The text above is an object.
  public void read() {
    event = (Map<String, ?>) parse();
    processor = processors(3);
  }

  /** The decision as one would write it by hand. */
  @Benchmark
  public Object byHand() {
    return event.get("detail") instanceof Map<?, ?> detail
            && detail.get("previousState") instanceof Map<?, ?> previous
            && "OK".equals(previous.get("value"))
            && detail.get("state") instanceof Map<?, ?> state
            && "ALARM".equals(state.get("value"))
        ? detail.get("alarmName")
        : "unexpected";
  }

  /** The same decision among three registrations. */
  @Benchmark
  public Object registry() {
    return processor.invoke(event);
  }

  /** For scale: the JSON text to a map. */
  @Benchmark
  public Object parse() {
    return Json.read(json);
  }

  private static EventProcessor processors(int others) {
    EventProcessor.Builder builder = EventProcessor.builder();
    builder
        .on(eq("detail.previousState.value", "OK").and(eq("detail.state.value", "ALARM")))
        .named("started")
        .call(found -> found.text("detail.alarmName"));
    for (int i = 1; i < others; i++) {
      builder.on(eq("detail.state.value", "OTHER-" + i)).named("other-" + i).call(found -> "other");
    }
    builder.otherwise().call(found -> "unexpected");
    return builder.build();
  }
}

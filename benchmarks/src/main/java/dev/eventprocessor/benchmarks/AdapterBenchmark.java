package dev.eventprocessor.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.util.Objects;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * From a payload's bytes to processors and back to the bytes of an answer, for each kind of event;
 * and for scale, what reading the bytes alone takes here and with Jackson.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdapterBenchmark {

  private static final JsonFactory JACKSON = new JsonFactory();

  /** What comes in. */
  @Param public Triggers trigger = Triggers.QUEUE;

  private @Nullable Way way;

  /** The payload, and the adapter that it goes through. */
  @Setup
  public void prepare() {
    way = trigger.way();
  }

  /** The whole way, to a processor that reads a field of the event's content. */
  @Benchmark
  public @Nullable Object handle() throws IOException {
    return way().take();
  }

  /** The bytes to maps alone. */
  @Benchmark
  public void read(Blackhole read) {
    for (byte[] text : way().texts()) {
      read.consume(Json.read(text));
    }
  }

  /** The same tokens, with Jackson's parser, and no maps made of them. */
  @Benchmark
  public int jacksonTokens() throws IOException {
    int characters = 0;
    for (byte[] text : way().texts()) {
      try (JsonParser parser = JACKSON.createParser(text)) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          characters += parser.getText().length();
        }
      }
    }
    return characters;
  }

  private Way way() {
    return Objects.requireNonNull(way);
  }
}

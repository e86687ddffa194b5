package dev.eventprocessor.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.aws.LambdaEntrypoint;
import dev.eventprocessor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
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
 * From a payload's bytes to processors and back to the bytes of an answer, for each kind of event;
 * and for scale, what reading the bytes alone takes here and with Jackson.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdapterBenchmark {

  private static final JsonFactory JACKSON = new JsonFactory();

  /** What comes in. */
  @Param public Triggers trigger = Triggers.QUEUE;

  private final LambdaEntrypoint entrypoint = new Application();
  private final Context context = context();
  private byte[] payload = {};

  /** The payload as bytes. */
  @Setup
  public void write() {
    payload = trigger.payload();
  }

  /** The whole way, to a processor that reads a field of the event's content. */
  @Benchmark
  public Object handle() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    entrypoint.handleRequest(new ByteArrayInputStream(payload), answer, context);
    return answer;
  }

  /** The bytes to maps alone. */
  @Benchmark
  public @Nullable Object read() {
    return Json.read(payload);
  }

  /** The same tokens, with Jackson's parser, and no maps made of them. */
  @Benchmark
  public int jacksonTokens() throws IOException {
    int characters = 0;
    try (JsonParser parser = JACKSON.createParser(payload)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        characters += parser.getText().length();
      }
    }
    return characters;
  }

  private static final class Application extends LambdaEntrypoint {
    Application() {
      super(new Module());
    }
  }

  private static final class Module implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.otherwise().run(event -> event.get("data.order"));
    }
  }

  /** A call of which nothing is known but that there is time. */
  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getReturnType() == int.class
                    ? 60_000
                    : method.getReturnType() == String.class ? "call" : null);
  }
}

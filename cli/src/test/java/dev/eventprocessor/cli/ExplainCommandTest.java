package dev.eventprocessor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.ProcessorModule;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ExplainCommandTest {

  private static final AtomicInteger PREPARED = new AtomicInteger();

  /** Counts the events that its step prepares. */
  public static final class Counting implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.prepare(
          event -> {
            PREPARED.incrementAndGet();
            return event;
          });
      processors.on(Filters.any()).named("any").run(event -> {});
    }
  }

  @TestFactory
  Stream<DynamicTest> eachEventIsPreparedOnceHoweverItIsShown() {
    String alarm = "{\"state\": \"ALARM\"}";
    String testCase = "{\"id\": 1, \"payload\": " + alarm + "}\n";
    return Stream.of(onceFor(alarm), onceFor(alarm, "--json"), onceFor(testCase, "--jsonl"));
  }

  private static DynamicTest onceFor(String input, String... options) {
    return DynamicTest.dynamicTest(
        String.join(" ", options) + " once",
        () -> {
          PREPARED.set(0);
          String[] arguments =
              Stream.concat(
                      Stream.of("explain", "--module", Counting.class.getName()),
                      Stream.of(options))
                  .toArray(String[]::new);

          Program.Run run = Console.run(input, arguments);

          assertEquals(0, run.status(), run::transcript);
          assertEquals(1, PREPARED.get());
        });
  }
}

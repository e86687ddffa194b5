package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** What goes wrong when an event comes. */
final class DispatchFaults {

  private DispatchFaults() {}

  static void causeAll(Faults faults) {
    steps(faults);
    strategies(faults);
  }

  private static void steps(Faults faults) {
    faults.dispatch(processors -> processors.on(any()).prepare(event -> null).run(event -> {}));
    faults.dispatch(processors -> processors.prepare(event -> null).otherwise().run(event -> {}));
    faults.dispatch(
        processors -> {
          processors.on(exists("a").and(eq("b", 1))).run(event -> {});
          processors.on(exists("c[0]")).run(event -> {});
        });
    faults.dispatch(processors -> processors.on(any().and(exists("a"))).run(event -> {}));
    faults.dispatch(DispatchFaults::near);
    faults.dispatch(
        processors -> {
          for (int i = 0; i < 101; i++) {
            processors.on(exists("path" + i)).run(event -> {});
          }
          near(processors);
        });
    faults.dispatch(
        processors ->
            processors
                .otherwise()
                .needs(Faults.client("x"))
                .process((event, dependencies) -> dependencies.get(Faults.client("y"))));
    faults.dispatch(
        processors ->
            processors
                .otherwise()
                .with(
                    DependencyFactory.of(
                            "client",
                            parameter -> {
                              throw new IOException("no network");
                            })
                        .named("x"))
                .run((event, client) -> {}));
    faults.dispatch(
        processors ->
            processors
                .otherwise()
                .with(DependencyFactory.of("client", parameter -> null).named("x"))
                .run((event, client) -> {}));
  }

  private static void near(EventProcessor.Builder processors) {
    processors.prepare(event -> event.with("type", "s3cret"));
    processors.on(exists("type").and(eq("state", "open"))).named("opened").run(event -> {});
  }

  private static void strategies(Faults faults) {
    faults.dispatch(processors -> ambiguous(processors, 2));
    faults.dispatch(processors -> ambiguous(processors, 12));
    for (int failing = 0; failing < 3; failing++) {
      int one = failing;
      EventProcessor.Builder processors = EventProcessor.builder();
      processors.strategy(InvocationStrategy.ALL_MATCHES);
      for (int i = 0; i < 3; i++) {
        int number = i;
        processors.on(any()).call(event -> number / (number == one ? 0 : 1));
      }
      EventProcessor processor = processors.build();
      ArithmeticException thrown =
          assertThrows(ArithmeticException.class, () -> processor.invoke(Map.of()));
      faults.cause(
          () -> {
            throw Objects.requireNonNull(DispatchStoppedException.of(thrown));
          });
    }
  }

  private static void ambiguous(EventProcessor.Builder processors, int count) {
    processors.strategy(InvocationStrategy.FAIL_IF_AMBIGUOUS);
    for (int i = 0; i < count; i++) {
      String key = "key" + i;
      processors.prepare(event -> event.with(key, "s3cret"));
      processors.on(exists(key)).run(event -> {});
    }
  }
}

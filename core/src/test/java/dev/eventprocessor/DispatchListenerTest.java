package dev.eventprocessor;

import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatchListenerTest {

  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  void theListenerLearnsTheProcessorBeforeItRuns() {
    List<String> log = new ArrayList<>();
    processors.prepare(event -> event.with("prepared", true));
    processors.listener((event, name) -> log.add(name + " " + event.has("prepared")));
    processors.on(exists("a")).named("a").run(event -> log.add("ran"));
    processors.otherwise().run(event -> log.add("ran"));
    EventProcessor processor = processors.build();

    processor.invoke(Map.of("a", 1));
    processor.invoke(Map.of());

    assertEquals(List.of("a true", "ran", "otherwise true", "ran"), log);
  }

  @Test
  void theListenerLearnsHowEachProcessorEndsWhateverThePolicy() {
    List<String> log = new ArrayList<>();
    Error broken = new AssertionError("broken");
    processors.listener(new Endings(log));
    processors.on(exists("ends")).named("ends").run(event -> log.add("ran"));
    processors
        .on(exists("captured"))
        .named("captured")
        .onError(ErrorPolicy.capture())
        .run(
            event -> {
              throw new IOException("captured");
            });
    processors
        .otherwise()
        .named("breaks")
        .run(
            event -> {
              throw broken;
            });
    EventProcessor processor = processors.build();

    processor.invoke(Map.of("ends", 1));
    processor.invoke(Map.of("captured", 1));
    assertSame(broken, assertThrows(Error.class, () -> processor.invoke(Map.of())));

    assertEquals(
        List.of(
            "ends selected",
            "ran",
            "ends: null",
            "captured selected",
            "captured: java.io.IOException: captured",
            "breaks selected",
            "breaks: java.lang.AssertionError: broken"),
        log);
  }

  @Test
  void oneMoreListenerLearnsWhatIsInvokedThroughItAndNothingElseChanges() {
    List<String> log = new ArrayList<>();
    processors.listener(new Endings(log));
    processors.otherwise().named("all").run(event -> {});
    EventProcessor processor = processors.build();

    processor.withListener((event, name) -> log.add("another")).invoke(Map.of());
    processor.invoke(Map.of());

    assertEquals(List.of("all selected", "another", "all: null", "all selected", "all: null"), log);
  }

  private record Endings(List<String> log) implements DispatchListener {
    @Override
    public void selected(Event event, String processor) {
      log.add(processor + " selected");
    }

    @Override
    public void ended(Event event, String processor, @Nullable Throwable failure) {
      log.add(processor + ": " + failure);
    }
  }

  @Test
  void theListenerHearsNothingOfAnEventThatNobodyTakes() {
    List<String> log = new ArrayList<>();
    processors.listener((event, name) -> log.add(name));
    processors.on(exists("a")).run(event -> {});
    EventProcessor processor = processors.build();

    assertThrows(NoMatchException.class, () -> processor.invoke(Map.of()));
    assertEquals(List.of(), log);
  }

  @Test
  void aListenerThatThrowsAfterAProcessorChangesNoOutcome() {
    IllegalStateException broken = new IllegalStateException("broken");
    IllegalArgumentException failed = new IllegalArgumentException("failed");
    processors.listener(
        new DispatchListener() {
          @Override
          public void selected(Event event, String processor) {}

          @Override
          public void ended(Event event, String processor, @Nullable Throwable failure) {
            throw broken;
          }
        });
    processors
        .on(exists("fails"))
        .run(
            event -> {
              throw failed;
            });
    processors.otherwise().call(event -> "done");
    EventProcessor processor = processors.build();

    assertEquals("done", processor.invoke(Map.of()).get(0).value());
    assertSame(
        failed,
        assertThrows(RuntimeException.class, () -> processor.invoke(Map.of("fails", true))));
    assertEquals(List.of(broken), List.of(failed.getSuppressed()));
  }
}

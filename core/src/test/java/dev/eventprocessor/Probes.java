package dev.eventprocessor;

import java.util.List;
import java.util.Map;

/** What {@link Isolated} runs. */
final class Probes {

  private Probes() {}

  /** Everything but a typed value. */
  public static final class UsesNoType implements Runnable {
    public UsesNoType() {}

    @Override
    public void run() {
      EventProcessor.Builder processors = EventProcessor.builder();
      processors
          .otherwise()
          .with(Dependency.of("list", Dependency.EVENT, event -> List.of(event)).perInvocation())
          .call((event, list) -> event.text("name") + event.number("n") + event.json("name"));
      processors.build().invoke(Map.of("name", "x", "n", 5));
    }
  }

  /** Neither a dependency nor a typed value. */
  public static final class NeedsNothing implements Runnable {
    public NeedsNothing() {}

    @Override
    public void run() {
      EventProcessor.Builder processors = EventProcessor.builder();
      processors.prepare(event -> event).otherwise().call(event -> event.text("name"));
      processors.build().invoke(Map.of("name", "x"));
    }
  }

  /** A typed value. */
  public static final class UsesAType implements Runnable {
    public UsesAType() {}

    @Override
    public void run() {
      Event.of(Map.of("n", 5)).as("n", Integer.class);
    }
  }
}

package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A preparing step that needs a dependency, until it is bound to where that is found.
 *
 * @param dependency what it needs
 * @param step gets the thing as its second parameter
 */
record Step<A>(Dependency<A> dependency, BiFunction<Event, A, Event> step)
    implements UnaryOperator<Event> {

  /** Never called: {@link #bound} comes first. */
  @Override
  public Event apply(Event event) {
    throw new IllegalStateException("not bound");
  }

  private Event apply(Event event, Dependencies dependencies) {
    return step.apply(event, dependencies.get(dependency));
  }

  /** The same steps, those that need a dependency bound to where they find it. */
  static List<UnaryOperator<Event>> bound(
      List<UnaryOperator<Event>> steps, Dependencies dependencies) {
    List<UnaryOperator<Event>> bound = new ArrayList<>(steps.size());
    for (UnaryOperator<Event> step : steps) {
      bound.add(bound(step, dependencies));
    }
    return bound;
  }

  private static UnaryOperator<Event> bound(UnaryOperator<Event> step, Dependencies dependencies) {
    return step instanceof Step<?> unbound ? new BoundStep(unbound, dependencies) : step;
  }

  private record BoundStep(Step<?> step, Dependencies dependencies)
      implements UnaryOperator<Event> {
    @Override
    public Event apply(Event event) {
      return step.apply(event, dependencies);
    }
  }

  /** A processor that runs these steps before the one given, each as it finds its dependency. */
  static Processor before(Processor processor, List<UnaryOperator<Event>> steps, String owner) {
    List<UnaryOperator<Event>> kept = List.copyOf(steps);
    return new Processor() {
      @Override
      public @Nullable Object process(Event event, Dependencies dependencies) throws Exception {
        Event prepared = event;
        for (UnaryOperator<Event> step : kept) {
          prepared = Route.prepared(bound(step, dependencies), prepared, owner);
        }
        return processor.process(prepared, dependencies);
      }
    };
  }
}

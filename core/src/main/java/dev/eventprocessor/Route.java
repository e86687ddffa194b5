package dev.eventprocessor;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A finished registration: what every way of registering becomes. */
record Route(
    String name,
    Filter filter,
    @Nullable UnaryOperator<Event> preparation,
    Processor processor,
    List<Dependency<?>> needs) {

  Result run(Event event, Dependencies dependencies) throws Exception {
    Event mine = preparation == null ? event : prepared(preparation, event, name);
    return new Result(name, processor.process(mine, dependencies));
  }

  /** Runs a step; a step that returns nothing is a fault of the program, told by name. */
  static Event prepared(UnaryOperator<Event> step, Event event, String owner) {
    @Nullable Event prepared = step.apply(event);
    if (prepared == null) {
      throw new ConfigurationException(
          ErrorId.STEP_RETURNED_NULL,
          "A preparing step of "
              + owner
              + " returned null. Return the event itself where there is nothing to prepare.",
          null);
    }
    return prepared;
  }
}

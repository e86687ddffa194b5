package dev.eventprocessor;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A finished registration: what every way of registering becomes.
 *
 * @param order its place in the dispatch order of the whole registry; the lowest goes first
 * @param owner {@code the registry}, or the module that it was included with
 * @param errors what becomes of its failures; null where they bubble
 */
record Route(
    int order,
    String name,
    String owner,
    int rank,
    Filter filter,
    @Nullable UnaryOperator<Event> preparation,
    Processor processor,
    List<Dependency<?>> needs,
    @Nullable ErrorPolicy errors) {

  /** The only place where a processor runs, whatever the strategy. */
  Result run(Event event, Dependencies dependencies) throws Exception {
    try {
      Event mine = preparation == null ? event : prepared(preparation, event, name);
      return new Result(name, processor.process(mine, dependencies));
    } catch (Exception e) {
      if (errors == null || !errors.captures(e)) {
        throw e;
      }
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // Whoever waits for the thread still has to know.
      }
      return new Result(name, null, e);
    }
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

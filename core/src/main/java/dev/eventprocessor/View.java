package dev.eventprocessor;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The event as the steps of a registry or of an included module leave it, and the routes whose
 * filters see it so.
 *
 * @param parent the index of the view that the steps begin with; its own index for the first
 * @param owner whose steps they are, for messages
 */
record View(int parent, String owner, List<UnaryOperator<Event>> steps, Routes routes) {

  Event prepare(Event event) {
    Event prepared = event;
    for (int i = 0; i < steps.size(); i++) {
      prepared = Route.prepared(steps.get(i), prepared, owner);
    }
    return prepared;
  }
}

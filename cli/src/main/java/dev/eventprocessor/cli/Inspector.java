package dev.eventprocessor.cli;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.batch.BatchSettings;
import dev.eventprocessor.http.HttpSettings;
import dev.eventprocessor.spi.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes payloads apart: delivers each to a function whose application does nothing but keep what it
 * gets. Not thread-safe.
 */
final class Inspector implements ProcessorModule {

  private final Clouds clouds = new Clouds(this);
  private List<Event> events = new ArrayList<>();
  private List<Rejected> rejected = new ArrayList<>();

  /**
   * What is in a payload.
   *
   * @param events in the order in which they came
   * @param rejected the records that are not in their trigger's shape
   */
  record Inspection(List<Event> events, List<Rejected> rejected) {}

  /**
   * A record that is no event.
   *
   * @param event what is left of it, under {@code raw}
   */
  record Rejected(Event event, Fault fault) {}

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.batch(
        BatchSettings.DEFAULT.parkingLot(
            (event, reason) -> rejected.add(new Rejected(event, Fault.of(reason)))));
    processors.http(
        HttpSettings.DEFAULT
            .error(InvalidEventException.class, 500)
            .serverErrors(HttpSettings.ServerErrors.THROWN)); // For its id, which no answer has.
    processors.otherwise().named("inspect").run(event -> events.add(event));
  }

  /**
   * The events in a payload.
   *
   * @throws InputException when there is nothing to be had of the payload
   * @throws dev.eventprocessor.InvalidEventException when the payload is not in its cloud's shape
   */
  Inspection inspect(Payload payload) {
    events = new ArrayList<>();
    rejected = new ArrayList<>();
    Answer answer = clouds.senderOf(payload).deliver(payload);
    if (answer.failure() != null) {
      throw Failures.unchecked(answer.failure());
    }
    if (events.isEmpty() && answer.fate() == Answer.Fate.FAILED) {
      throw new InputException(refusal(answer.value()));
    }
    return new Inspection(events, rejected);
  }

  /** Google's adapter answers the sender what is wrong. */
  private static String refusal(@Nullable Object answer) {
    return answer instanceof Map<?, ?> reply && reply.get("body") instanceof String body
        ? Fault.parse(body).message()
        : "The adapter refuses the payload.";
  }
}

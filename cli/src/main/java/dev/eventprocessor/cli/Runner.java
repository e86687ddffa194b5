package dev.eventprocessor.cli;

import dev.eventprocessor.DispatchListener;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.spi.Applications;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers payloads to the user's application on the cloud that sends them, and keeps what its
 * processors come to. One payload at a time, of which the processors may run on many threads.
 */
final class Runner implements ProcessorModule, DispatchListener {

  private final ProcessorModule module;
  private final Clouds clouds = new Clouds(this);
  private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());

  Runner(ProcessorModule module) {
    this.module = module;
    Applications.build(module).close(); // Its faults, in its own name.
  }

  /**
   * What came of an event at a processor.
   *
   * @param failure what the processor threw; null where it is done
   */
  record Outcome(Event event, String processor, @Nullable Throwable failure) {}

  /**
   * What came of a payload.
   *
   * @param outcomes in the order in which the processors ended
   */
  record Run(List<Outcome> outcomes, Answer answer) {

    Run {
      outcomes = List.copyOf(outcomes);
    }

    boolean isSettled() {
      return answer.fate() == Answer.Fate.SETTLED
          && outcomes.stream().allMatch(outcome -> outcome.failure() == null);
    }
  }

  @Override
  public void register(EventProcessor.Builder processors) {
    module.register(processors);
    processors.listener(this);
  }

  @Override
  public void selected(Event event, String processor) {}

  @Override
  public void ended(Event event, String processor, @Nullable Throwable failure) {
    outcomes.add(new Outcome(event, processor, failure));
  }

  /**
   * Runs the processors of a payload's events.
   *
   * @throws InputException when there is nothing to be had of the payload
   */
  Run run(Payload payload) {
    outcomes.clear();
    Answer answer = clouds.senderOf(payload).deliver(payload);
    return new Run(outcomes, answer);
  }
}

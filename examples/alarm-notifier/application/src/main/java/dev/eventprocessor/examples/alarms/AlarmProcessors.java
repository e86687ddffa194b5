package dev.eventprocessor.examples.alarms;

import static dev.eventprocessor.Filters.eq;

import dev.eventprocessor.DependencyFactory;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import java.util.Map;

/** Tells the team when an alarm goes off. Written once; runs on AWS, Google Cloud and Azure. */
public final class AlarmProcessors implements ProcessorModule {

  static final DependencyFactory<Messenger> MESSENGER =
      DependencyFactory.of("messenger", Messenger::connect);

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.prepare(AlarmProcessors::liftDetail);

    processors
        .on(eq("detail.previousState.value", "OK").and(eq("detail.state.value", "ALARM")))
        .named("started-alarming")
        .with(MESSENGER.named("slack"))
        .run(
            (event, messenger) ->
                messenger.send(
                    "Alarm " + event.text("detail.alarmName") + " went from OK to ALARM"));

    processors
        .otherwise()
        .named("unexpected")
        .with(MESSENGER.named("slack"))
        .run((event, messenger) -> messenger.send("Unexpected event: " + content(event)));
  }

  /**
   * An alarm reaches us as CloudWatch made it, with its news under {@code detail}, or as a bus
   * delivers it, which makes the {@code detail} the data. After this step, filters find it in one
   * place.
   */
  private static Event liftDetail(Event event) {
    if (event.get("data.detail") instanceof Map<?, ?> detail) {
      return event.with("detail", detail);
    }
    return event.get("data") instanceof Map<?, ?> data ? event.with("detail", data) : event;
  }

  private static String content(Event event) {
    return event.has("data") ? event.json("data") : "(no data)";
  }
}

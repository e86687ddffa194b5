package dev.eventprocessor.azure;

import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A timer ("Timer trigger for Azure Functions"). Its keys are spelled {@code IsPastDue} or {@code
 * isPastDue}, in one payload also both ways, and a timer that has not run before leaves most out.
 */
final class TimerSource implements AzureSource {

  @Override
  public PortableEvent event(Bound bound) {
    Metadata timer = Metadata.of(Fields.of(Body.json(bound.value()), "timer's payload").map());
    Metadata status = Metadata.in(timer.map("ScheduleStatus"));
    @Nullable String function = bound.call().function();
    @Nullable String next = status.time("Next");
    return PortableEvent.of(Kind.SCHEDULE, "azure", "azure.timer")
        .derivedId(function, next)
        .put("type", "com.microsoft.functions.timer")
        .resource("name", function)
        .delivery("attempt", bound.call().attempt())
        .detail("schedule", "name", function)
        .detail("schedule", "last", status.time("Last"))
        .detail("schedule", "next", next)
        .detail("schedule", "late", timer.flag("IsPastDue"));
  }

  @Override
  public boolean mayHoldEvents() {
    return false;
  }

  @Override
  public Order order() {
    return Order.INDEPENDENT;
  }
}

package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.batch.BatchReport;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.spi.Results;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which a source runs its events and learns what came of them. */
final class Runs {

  private Runs() {}

  /** One event whose caller waits: what the processor returned. */
  static @Nullable Object answer(EventProcessor processor, Event event, Context context) {
    return Results.answer(processor.invoke(event, LambdaInvocation.of(context)));
  }

  /** The events of one delivery: all have to be done; what the last processor returned. */
  static @Nullable Object single(EventProcessor processor, List<Event> events, Context context) {
    @Nullable Object value = null;
    for (Event event : events) {
      value = Batch.single(processor, event, LambdaInvocation.of(context));
    }
    return value;
  }

  /**
   * The records of a trigger that takes back whole batches only.
   *
   * @throws RuntimeException when anything has to be delivered again
   */
  static void whole(EventProcessor processor, List<Item> items, Context context) {
    BatchReport report =
        Batch.run(processor, items, Order.INDEPENDENT, LambdaInvocation.of(context));
    BatchAnswer.whole(report, context);
  }
}

package dev.eventprocessor.examples.orders;

import static dev.eventprocessor.Filters.exists;

import dev.eventprocessor.DependencyFactory;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.batch.BatchSettings;
import java.io.IOException;
import java.util.List;

/**
 * Ships orders from a queue, a stream or a table's changes. What cannot be shipped now comes again,
 * what can never be shipped is parked, and neither keeps the other orders waiting.
 */
public final class OrderProcessors implements ProcessorModule {

  static final DependencyFactory<Warehouse> WAREHOUSE =
      DependencyFactory.of("warehouse", Warehouse::open);

  @Override
  public void register(EventProcessor.Builder processors) {
    Queues queues = new Queues(System.getenv("PARKED_ORDERS"));
    processors.batch(BatchSettings.DEFAULT.parallel(4).parkingLot(queues).retryDelay(queues));

    processors
        .on(exists("data.order"))
        .named("ship")
        .with(WAREHOUSE.named("north"))
        .run(OrderProcessors::ship);
  }

  private static void ship(Event order, Warehouse warehouse) throws IOException {
    if (!(order.get("data.items") instanceof List<?> items) || items.isEmpty()) {
      throw new RejectException("An order without items can never be shipped.");
    }
    warehouse.ship(order.text("data.order"), items);
  }
}

package dev.eventprocessor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that do not fit the type that is asked for. */
final class TypeFaults {

  private TypeFaults() {}

  static void causeAll(Faults faults) throws IOException {
    Map<String, Object> item = new HashMap<>(Map.of("price", "s3cret", "state", "NEW"));
    Event event = Event.of(Map.of("data", Map.of("items", List.of(item))));
    faults.cause(() -> event.number("data.items"));
    faults.cause(() -> event.as("data.other", Order.class));
    faults.cause(() -> event.as("data", Order.class));
    faults.cause(() -> event.list("data.items", Item.class));
    item.put("price", 3_000_000_000L);
    faults.cause(() -> event.as("data", Order.class));
    faults.cause(() -> event.as("data.items[0].price", int.class));
    item.remove("price");
    faults.cause(() -> event.as("data", Order.class));
    item.putAll(Map.of("price", 1, "state", "s3cret"));
    faults.cause(() -> event.as("data", Order.class));
    item.putAll(Map.of("price", -1, "state", "NEW"));
    faults.cause(() -> event.as("data", Order.class));
    faults.cause(() -> Event.of(Map.of("items", "s3cret")).as(Order.class));
    faults.cause(() -> Event.of(Map.of("items", List.of("s3cret"))).as(Order.class));
    faults.cause(() -> Event.of(Map.of("a\nb", Map.of("c.d", "s3cret"))).as(Numbers.class));
    faults.cause(() -> event.as("data", ProcessorModule.class));
    faults.cause(() -> Event.of(Map.of("it", Map.of("a", 1))).as(Holder.class));
    faults.cause(() -> Event.of(Map.of("a", Faults.nested(501))).as(Order.class));
    faults.cause(() -> Isolated.withoutJackson().run(Probes.UsesAType.class));
  }

  record Order(List<Item> items) {}

  record Item(int price, State state) {
    Item {
      if (price < 0) {
        throw new IllegalArgumentException("s3cret");
      }
    }
  }

  enum State {
    NEW,
    PAID
  }

  record Numbers(@JsonProperty("a\nb") Map<String, Integer> all) {}

  record Holder(Runnable it) {}
}

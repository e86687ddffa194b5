package dev.eventprocessor.examples.triggers;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints every event, without the provider's own payload. To look at test data: whatever is in an
 * event is in the log.
 */
public final class EventPrinter implements ProcessorModule {

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.otherwise().named("print").run(EventPrinter::print);
  }

  private static void print(Event event) {
    Map<String, @Nullable Object> portable = new LinkedHashMap<>(event.asMap());
    portable.remove("raw");
    if (portable.get("data") instanceof byte[] bytes) {
      portable.put("data", bytes.length + " bytes");
    }
    System.out.println("event: " + Json.writeText(portable));
  }
}

package dev.eventprocessor.examples.uploads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.NoMatchException;
import dev.eventprocessor.spi.Applications;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application without a cloud. */
class UploadProcessorsTest {

  private final EventProcessor processor = Applications.build(new UploadProcessors());

  @Test
  void anObjectIsAddedOrRemovedByWhatHappenedToIt() {
    assertEquals("add", processorOf(object("created")));
    assertEquals("remove", processorOf(object("deleted")));
    assertThrows(NoMatchException.class, () -> processorOf(object("archived")));
  }

  @Test
  void aMessageRemovesByHandWhereverItComesFrom() {
    Map<String, ?> data = Map.of("remove", Map.of("bucket", "b", "key", "k"));

    assertEquals("remove-by-hand", processorOf(Map.of("kind", "queue", "data", data)));
    assertEquals("remove-by-hand", processorOf(Map.of("kind", "topic", "data", data)));
    assertThrows(NoMatchException.class, () -> processorOf(Map.of("kind", "bus", "data", data)));
  }

  private String processorOf(Map<String, ?> event) {
    return processor.invoke(event).get(0).processor();
  }

  private static Map<String, ?> object(String action) {
    Map<String, ?> object = Map.of("action", action, "bucket", "b", "key", "k", "size", 352);
    return Map.of("kind", "object", "object", object);
  }
}

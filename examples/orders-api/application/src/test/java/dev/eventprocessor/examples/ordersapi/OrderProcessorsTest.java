package dev.eventprocessor.examples.ordersapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.spi.Applications;
import dev.eventprocessor.spi.HttpAnswer;
import dev.eventprocessor.spi.HttpExchange;
import dev.eventprocessor.spi.HttpPlatform;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application without a cloud. */
class OrderProcessorsTest {

  private final EventProcessor processor = Applications.build(new OrderProcessors());

  @Test
  void anOrderThatIsPlacedCanBeRead() {
    HttpAnswer placed = send("POST", "/orders", Map.of("item", "tea"));
    HttpAnswer read = send("GET", "/orders/1", Map.of());

    assertEquals(201, placed.status());
    assertEquals("/orders/1", placed.joinedHeaders().get("location"));
    assertEquals("{\"id\":\"1\",\"item\":\"tea\"}", read.text());
  }

  @Test
  void anOrderOfTheQueueIsAnOrderOfTheApi() {
    processor.invoke(Map.of("kind", "queue", "data", Map.of("item", "milk")));

    assertEquals("{\"id\":\"1\",\"item\":\"milk\"}", send("GET", "/orders/1", Map.of()).text());
  }

  @Test
  void whatIsWrongIsTheCallersToKnow() {
    assertEquals(404, send("GET", "/orders/1", Map.of()).status());
    assertEquals(400, send("POST", "/orders", Map.of()).status());
    assertEquals(405, send("DELETE", "/orders/1", Map.of()).status());
  }

  private HttpAnswer send(String method, String path, Map<String, ?> data) {
    Map<String, ?> http = Map.of("method", method, "path", path);
    Event event = Event.of(Map.of("kind", "http", "http", http, "data", data));
    return HttpExchange.of(processor, event, HttpPlatform.ofEverything("this test"))
        .answer(Invocation.UNKNOWN);
  }
}

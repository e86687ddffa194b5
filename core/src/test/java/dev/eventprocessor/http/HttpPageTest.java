package dev.eventprocessor.http;

import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Dependency;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.spi.Applications;
import dev.eventprocessor.spi.HttpAnswer;
import dev.eventprocessor.spi.HttpExchange;
import dev.eventprocessor.spi.HttpPlatform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The examples of docs/HTTP.md: they stand here as they stand there, and work. */
class HttpPageTest {

  static final class OrderNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static final class Orders {
    Map<String, String> read(String id) {
      if (!id.equals("7")) {
        throw new OrderNotFoundException();
      }
      return Map.of("id", id);
    }

    void writeTo(OutputStream out) throws IOException {
      out.write("7,tea\n".getBytes(StandardCharsets.UTF_8));
    }

    String place(@Nullable Object items) {
      return items instanceof List<?> list ? String.valueOf(list.size()) : "";
    }
  }

  static final class OrderProcessors implements ProcessorModule {
    static final Dependency<Orders> ORDERS = Dependency.of("orders", Orders::new);

    @Override
    public void register(EventProcessor.Builder processors) {
      processors.http(
          HttpSettings.DEFAULT
              .error(OrderNotFoundException.class, 404)
              .cors(CorsPolicy.ofOrigins("https://shop.example"))
              .webhook("/events"));

      processors
          .on(HttpRoute.get("/orders/{id}"))
          .named("read-order")
          .with(ORDERS)
          .call((event, orders) -> orders.read(event.text("http.pathparams.id")));

      processors
          .on(HttpRoute.post("/orders").and(exists("data.items")))
          .named("place-order")
          .with(ORDERS)
          .call(
              (event, orders) -> {
                String id = orders.place(event.get("data.items"));
                return HttpResponse.of(201)
                    .header("location", "/orders/" + id)
                    .body(Map.of("id", id));
              });

      processors
          .on(HttpRoute.get("/export").produces("text/csv"))
          .named("export-orders")
          .with(ORDERS)
          .call(
              (event, orders) ->
                  HttpResponse.of(200).header("content-type", "text/csv").body(orders::writeTo));
    }
  }

  private final EventProcessor processor = Applications.build(new OrderProcessors());

  @Test
  void thePageSaysWhatCompiles() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String page = Files.readString(root.resolve("docs/HTTP.md"));
    String source =
        Files.readString(Path.of("src/test/java/dev/eventprocessor/http/HttpPageTest.java"));
    Matcher block = Pattern.compile("(?s)```java\n(.*?)```").matcher(page);
    int blocks = 0;
    while (block.find()) {
      if (!block.group(1).contains("@AzureFunction")) {
        assertTrue(words(source).contains(words(block.group(1))), block.group(1));
        blocks++;
      }
    }
    assertEquals(3, blocks);
  }

  @Test
  void whatThePageSaysIsSo() {
    HttpAnswer read = send("GET", "/orders/7", Map.of());
    HttpAnswer missing = send("GET", "/orders/8", Map.of());
    HttpAnswer placed = send("POST", "/orders", Map.of("items", List.of("a", "b")));

    assertEquals("{\"id\":\"7\"}", read.text());
    assertEquals(404, missing.status());
    assertEquals(201, placed.status());
    assertEquals("/orders/2", placed.joinedHeaders().get("location"));
    assertEquals(404, send("POST", "/orders", Map.of()).status());
  }

  @Test
  void anExportIsWrittenAsItComes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    send("GET", "/export", Map.of()).writeTo(out);

    assertEquals("7,tea\n", out.toString(StandardCharsets.UTF_8));
  }

  private HttpAnswer send(String method, String path, Map<String, ?> data) {
    Event event =
        Event.of(
            Map.of("kind", "http", "data", data, "http", Map.of("method", method, "path", path)));
    return HttpExchange.of(processor, event, HttpPlatform.ofEverything("this test"))
        .answer(Invocation.UNKNOWN);
  }

  /** Indentation is the formatter's matter. */
  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }
}

package dev.eventprocessor.spi;

import static dev.eventprocessor.Filters.anyOf;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.Filters.prefix;
import static dev.eventprocessor.spi.Exchanges.assertProblem;
import static dev.eventprocessor.spi.Exchanges.header;
import static dev.eventprocessor.spi.Exchanges.request;
import static dev.eventprocessor.spi.Exchanges.send;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.EventPattern;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filter;
import dev.eventprocessor.http.HttpRoute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether it is the method that is wrong with a request which nothing accepts. */
class MethodNotAllowedTest {

  private static final Filter DRY = exists("http.headers.x-dry");

  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  void aMethodThatItsTargetTakesIsNotWrong() {
    processors.on(HttpRoute.get("/orders").and(DRY)).run(event -> {});
    processors.on(HttpRoute.post("/orders")).run(event -> {});
    EventProcessor processor = processors.build();

    assertProblem(404, "Not Found", send(processor, "GET", "/orders"));
    assertEquals(404, send(processor, "HEAD", "/orders").status());
    assertAllows("POST", send(processor, "PUT", "/orders"));
    assertEquals(204, status(processor, "GET", Map.of("x-dry", List.of("1"))));
  }

  @Test
  void ofAnotherTargetItMayBe() {
    processors.on(HttpRoute.get("/orders/{id}").and(DRY)).run(event -> {});
    processors.on(HttpRoute.get("/orders").and(eq("http.host", "a.example"))).run(event -> {});
    processors.on(HttpRoute.post("/orders")).run(event -> {});

    assertAllows("POST", send(processors.build(), "GET", "/orders"));
  }

  @Test
  void aRegistrationThatAsksForNoPathSaysNothingOfMethods() {
    processors.on(eq("kind", "queue").and(eq("http.method", "GET"))).run(event -> {});
    processors.on(DRY).run(event -> {});
    processors.on(HttpRoute.post("/orders")).run(event -> {});

    assertAllows("POST", send(processors.build(), "GET", "/orders"));
  }

  @Test
  void aPathWithoutAMethodTakesAllOfThem() {
    processors.on(prefix("http.path", "/orders").and(DRY)).run(event -> {});
    processors.on(HttpRoute.post("/orders")).run(event -> {});

    assertProblem(404, "Not Found", send(processors.build(), "GET", "/orders"));
  }

  @Test
  void alternativesAreTargetsEachByItself() {
    processors
        .on(anyOf(HttpRoute.get("/orders").filter().and(DRY), eq("kind", "queue")))
        .run(event -> {});
    processors
        .on(
            eq("http.method", "DELETE")
                .and(anyOf(eq("http.path", "/orders"), eq("http.path", "/carts")))
                .and(anyOf(DRY, exists("http.headers.x-force"))))
        .run(event -> {});
    processors.on(HttpRoute.post("/orders")).run(event -> {});
    EventProcessor processor = processors.build();

    assertEquals(404, send(processor, "GET", "/orders").status());
    assertEquals(404, send(processor, "DELETE", "/orders").status());
    assertAllows("POST", send(processor, "PATCH", "/orders"));
  }

  @Test
  void aPatternSaysItsTargetField() {
    processors
        .on(
            EventPattern.parse(
                "{\"http\": {\"method\": [\"GET\"], \"path\": [\"/orders\"],"
                    + " \"headers\": {\"x-dry\": [\"1\"]}}}"))
        .run(event -> {});
    processors.on(HttpRoute.post("/orders")).run(event -> {});
    EventProcessor processor = processors.build();

    assertEquals(404, send(processor, "GET", "/orders").status());
    assertAllows("POST", send(processor, "PUT", "/orders"));
  }

  @Test
  void aModuleSeesTheRequestAsItsStepsLeaveIt() {
    processors.include(
        module -> {
          module.prepare(
              event ->
                  event.with(
                      "http",
                      Map.of("method", String.valueOf(event.get("http.method")), "path", "/v2")));
          module.on(HttpRoute.get("/v2").and(DRY)).run(event -> {});
        });
    processors.on(HttpRoute.post("/v1")).run(event -> {});

    assertEquals(404, send(processors.build(), "GET", "/v1").status());
  }

  @Test
  void optionsAreWhatTheTargetTakesAllTheSame() {
    processors.on(HttpRoute.of("OPTIONS", "/orders").and(DRY)).run(event -> {});
    processors.on(HttpRoute.post("/orders")).run(event -> {});

    HttpAnswer options = send(processors.build(), "OPTIONS", "/orders");

    assertEquals(204, options.status());
    assertEquals("POST", header(options, "allow"));
  }

  private static int status(
      EventProcessor processor, String method, Map<String, List<String>> headers) {
    return send(processor, request(method, "/orders", headers)).status();
  }

  private static void assertAllows(String methods, HttpAnswer answer) {
    assertProblem(405, "Method Not Allowed", answer);
    assertEquals(methods, header(answer, "allow"));
  }
}

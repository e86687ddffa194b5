package dev.eventprocessor.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.Registration;
import dev.eventprocessor.http.HttpRoute;
import dev.eventprocessor.http.HttpSettings;
import dev.eventprocessor.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests to an application of one route, and what is looked at in answers. */
final class Exchanges {

  private static final HttpPlatform PLATFORM = HttpPlatform.ofEverything("this test");

  private Exchanges() {}

  interface Answering {
    void of(Registration on);
  }

  static EventProcessor build(HttpSettings settings, Answering answer, HttpRoute route) {
    EventProcessor.Builder processors = EventProcessor.builder().http(settings);
    answer.of(processors.on(route));
    return processors.build();
  }

  static HttpAnswer send(EventProcessor processor, String method, String path) {
    return send(processor, request(method, path, Map.of()));
  }

  static HttpAnswer send(EventProcessor processor, Event request) {
    return send(processor, request, PLATFORM);
  }

  static HttpAnswer send(EventProcessor processor, Event request, HttpPlatform platform) {
    return HttpExchange.of(processor, request, platform).answer(Invocation.UNKNOWN);
  }

  static Event request(String method, String path, Map<String, List<String>> headers) {
    return Event.of(
        Map.of(
            "kind",
            "http",
            "http",
            Map.of("method", method, "path", path, "rawpath", path, "headers", headers)));
  }

  static @Nullable String header(HttpAnswer answer, String name) {
    return answer.joinedHeaders().get(name);
  }

  static void assertProblem(int status, String title, HttpAnswer answer) {
    assertEquals(status, answer.status());
    assertEquals(List.of("application/problem+json"), answer.headers().get("content-type"));
    assertEquals(
        Map.of("type", "about:blank", "title", title, "status", (long) status),
        Json.read(answer.bytes()));
  }
}

package dev.eventprocessor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.event.HttpText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRouteTest {

  @ParameterizedTest
  @CsvSource({
    "/users/{id}, /users/7, true",
    "/users/{id}, /users/, false",
    "/users/{id}, /users/7/, false",
    "/users/{id}, /users/7/orders, false",
    "/users/{id}, /user/7, false",
    "/users/{id}, /users/a%2Fb, true",
    "/users/{id}, /users/a%0Ab, true",
    "/users/{id}/orders, /users/7/orders, true",
    "/users/{id}/orders, /users//orders, false",
    "/{a}/{b}, /x/y, true",
    "/files/{path...}, /files/, true",
    "/files/{path...}, /files/a/b/c, true",
    "/files/{path...}, /files, false",
    "/{all...}, /, true",
    "/a.b, /a.b, true",
    "/a.b/{c}, /axb/c, false",
    "/a+b(c)$/{d}, /a+b(c)$/d, true",
    "/gr\u00f6\u00dfe, /gr%C3%B6%C3%9Fe, true",
    "/, /, true",
    "/a, /A, false",
  })
  void aTemplateFitsWholePaths(String template, String raw, boolean fits) {
    assertEquals(fits, HttpRoute.get(template).filter().matches(request("GET", raw)));
  }

  @Test
  void getIsHeadAsWellAndNothingElseIs() {
    assertTrue(HttpRoute.get("/a").filter().matches(request("HEAD", "/a")));
    assertFalse(HttpRoute.get("/a").filter().matches(request("POST", "/a")));
    for (HttpRoute route : List.of(HttpRoute.post("/a"), HttpRoute.of("PURGE", "/a"))) {
      assertFalse(route.filter().matches(request("HEAD", "/a")));
    }
    assertTrue(HttpRoute.put("/a").filter().matches(request("PUT", "/a")));
    assertTrue(HttpRoute.patch("/a").filter().matches(request("PATCH", "/a")));
    assertTrue(HttpRoute.delete("/a").filter().matches(request("DELETE", "/a")));
  }

  @ParameterizedTest
  @CsvSource({
    "/users/{id}, /users/7, 7",
    "/users/{id}, /users/a%2Fb%20c, a/b c",
    "/users/{id}, /users/a+b, a+b",
    "/users/{id}, /users/100%2525, 100%25",
    "/files/{id...}, /files/a/b%2Fc, a/b/c",
    "/files/{id...}, /files/, ''",
    "/{x}/{id}/z, /1/%E2%82%AC/z, \u20ac",
  })
  void parametersAreDecodedExactlyOnce(String template, String raw, String id) {
    Event prepared = HttpRoute.get(template).apply(request("GET", raw));

    assertEquals(id, prepared.text("http.pathparams.id"));
    assertEquals(raw, prepared.text("http.rawpath"), "the rest of the request stays");
  }

  @Test
  void withoutTheRawPathParametersAreWhatThePlatformDecoded() {
    Event event = Event.of(Map.of("http", Map.of("method", "GET", "path", "/users/a b")));

    assertEquals("a b", HttpRoute.get("/users/{id}").apply(event).text("http.pathparams.id"));
  }

  @Test
  void parametersAreTheRoutesAndNotThePlatforms() {
    Event event =
        Event.of(Map.of("http", Map.of("path", "/users/7", "pathparams", Map.of("proxy", "x"))));

    assertEquals(
        Map.of("id", "7"), HttpRoute.get("/users/{id}").apply(event).get("http.pathparams"));
  }

  @Test
  void theRouteWithFewerParametersGoesFirstWhereverItIsRegistered() {
    List<String> ran = new ArrayList<>();
    EventProcessor.Builder processors = EventProcessor.builder();
    for (String template :
        List.of("/{rest...}", "/users/{id...}", "/{a}/{b}", "/users/{id}", "/users/me")) {
      processors.on(HttpRoute.get(template)).named(template).run(event -> ran.add(template));
    }
    EventProcessor processor = processors.build();

    processor.invoke(request("GET", "/users/me"));
    processor.invoke(request("GET", "/users/7"));
    processor.invoke(request("GET", "/others/7"));
    processor.invoke(request("GET", "/others/7/x"));

    assertEquals(List.of("/users/me", "/users/{id}", "/{a}/{b}", "/{rest...}"), ran);
  }

  @Test
  void manyRoutesFindTheSameByTheIndex() {
    EventProcessor.Builder processors = EventProcessor.builder();
    for (int i = 0; i < 40; i++) {
      String name = "r" + i;
      processors
          .on(HttpRoute.get("/r" + i + "/{id}"))
          .named(name)
          .call(event -> name + " " + event.text("http.pathparams.id"));
    }
    EventProcessor processor = processors.build();

    for (int i = 0; i < 40; i++) {
      Event event = request("GET", "/r" + i + "/x%2Fy");
      assertEquals("r" + i + " x/y", processor.invoke(event).get(0).value());
      assertEquals(List.of("r" + i), processor.explain(event).runs());
    }
    assertFalse(processor.accepts(request("POST", "/r1/x")));
  }

  @Test
  void templatesThatDifferInNamesOnlyAreDuplicates() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(HttpRoute.get("/users/{id}")).run(event -> {});
    processors.on(HttpRoute.get("/users/{name}")).run(event -> {});

    ConfigurationException refused = assertThrows(ConfigurationException.class, processors::build);

    assertEquals(ErrorId.FILTER_DUPLICATE, refused.id());
  }

  @Test
  void aRouteIsNarrowedByAnyFilter() {
    HttpRoute route = HttpRoute.get("/a/{b}").and(Filters.exists("http.query.q"));

    assertFalse(route.filter().matches(request("GET", "/a/b")));
    assertEquals(3, route.filter().conditions());
    assertEquals("b", route.apply(request("GET", "/a/b")).text("http.pathparams.b"));
  }

  private static Event request(String method, String raw) {
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("method", method);
    http.put("path", HttpText.path(raw));
    http.put("rawpath", raw);
    return Event.of(Map.of("kind", "http", "http", http));
  }
}

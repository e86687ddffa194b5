package dev.eventprocessor.contract;

import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.prefix;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.http.CorsPolicy;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.http.HttpRoute;
import dev.eventprocessor.http.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application of the contract. What is sent under {@code /echo/} is kept in {@link #events} and
 * answered with its data; the others answer as they are called.
 */
public final class HttpApplication implements ProcessorModule {

  /** What came under {@code /echo/}; guarded by itself. */
  public final List<Event> events = new ArrayList<>();

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.http(
        HttpSettings.DEFAULT
            .error(UnsupportedOperationException.class, 501)
            .cors(CorsPolicy.ofOrigins("https://shop.example"))
            .webhook("/hook"));
    processors.on(prefix("http.path", "/echo/")).named("echo").call(this::echo);
    processors.on(HttpRoute.get("/users/{id}")).named("user").call(HttpApplication::parameters);
    processors.on(HttpRoute.get("/users/me")).named("me").call(event -> "me");
    processors.on(HttpRoute.delete("/users/{id}")).named("delete").run(event -> {});
    processors.on(HttpRoute.get("/files/{path...}")).named("f").call(HttpApplication::parameters);
    processors
        .on(HttpRoute.post("/sns").and(eq("data.Type", "Notification")))
        .named("notification")
        .call(event -> event.get("data.Message"));
    processors
        .on(HttpRoute.get("/report").produces("text/csv"))
        .named("csv")
        .call(event -> HttpResponse.of(200).header("content-type", "text/csv").body("1,2"));
    processors
        .on(HttpRoute.get("/report").produces("application/json"))
        .named("json")
        .call(event -> List.of(1L, 2L));
    processors.on(HttpRoute.post("/orders")).named("order").call(event -> event.text("data.id"));
    registerAnswers(processors);
    registerFailures(processors);
    registerWebSocket(processors);
  }

  private @Nullable Object echo(Event event) {
    synchronized (events) {
      events.add(event);
    }
    return event.get("data");
  }

  private static Object parameters(Event event) {
    Object parameters = event.get("http.pathparams");
    return parameters == null ? Map.of() : parameters;
  }

  private static void registerAnswers(EventProcessor.Builder processors) {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("/map", Map.of("id", 1L));
    answers.put("/list", List.of(1L, "x"));
    answers.put("/text", "h\u00e4 \u20ac");
    answers.put("/empty-text", "");
    answers.put("/bytes", new byte[] {0, (byte) 0xff, 13, 10});
    answers.put("/number", 5L);
    answers.put("/created", HttpResponse.of(201).header("location", "/orders/7"));
    answers.put("/redirect", HttpResponse.of(302).header("location", "https://a.example/?q=1"));
    answers.put("/not-modified", HttpResponse.of(304).header("etag", "\"1\""));
    answers.put("/teapot", HttpResponse.of(418).body("short and stout"));
    answers.put(
        "/html",
        HttpResponse.ok("<p>\u00e4</p>").header("content-type", "text/html; charset=utf-8"));
    answers.put(
        "/png", HttpResponse.ok(new byte[] {(byte) 0x89, 'P'}).header("content-type", "image/png"));
    answers.put(
        "/headers",
        HttpResponse.of(200).header("x-one", "1").header("X-Two", "a").header("x-two", "b"));
    answers.put("/cookie", HttpResponse.of(200).cookie("a", "1", "Path=/", "HttpOnly").body("x"));
    answers.put("/cookies", HttpResponse.of(200).cookie("a", "1").cookie("b", "2", "Secure"));
    answers.put("/large", "x".repeat(1_000_000));
    answers.put(
        "/stream",
        HttpResponse.of(200)
            .header("content-type", "text/csv")
            .body(
                out -> {
                  for (int line = 0; line < 3; line++) {
                    out.write((line + ",\u20ac\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                  }
                }));
    answers.put("/stream-bytes", HttpResponse.of(200).body(out -> out.write(new byte[] {0, -1})));
    answers.put("/stream-nothing", HttpResponse.of(200).body(out -> {}));
    answers.put("/stream-fails", streamed(new IllegalStateException("s3cret"), 0));
    answers.put("/stream-rejects", streamed(new RejectException("s3cret"), 0));
    answers.put("/stream-breaks", streamed(new IllegalStateException("s3cret"), 100_000));
    answers.forEach(
        (path, answer) -> processors.on(HttpRoute.get(path)).named(path).call(event -> answer));
    processors.on(HttpRoute.get("/nothing")).named("/nothing").run(event -> {});
  }

  /** Fails after so many bytes. */
  private static HttpResponse streamed(RuntimeException failure, int bytes) {
    return HttpResponse.of(200)
        .header("content-type", "text/csv")
        .body(
            out -> {
              out.write(new byte[bytes]);
              throw failure;
            });
  }

  private static void registerFailures(EventProcessor.Builder processors) {
    Map<String, RuntimeException> failures = new LinkedHashMap<>();
    failures.put("/fails", new IllegalStateException("s3cret"));
    failures.put("/rejects", new RejectException("s3cret"));
    failures.put("/later", new RetryException("s3cret", Duration.ofSeconds(7)));
    failures.put("/sometime", new RetryException("s3cret"));
    failures.put("/declared", new UnsupportedOperationException("s3cret"));
    failures.forEach(
        (path, failure) ->
            processors
                .on(HttpRoute.get(path))
                .named(path)
                .run(
                    event -> {
                      throw failure;
                    }));
    processors
        .on(HttpRoute.get("/no-json"))
        .named("/no-json")
        .call(event -> Thread.currentThread());
  }

  /** Connections and messages have a route, and neither method nor path. */
  private static void registerWebSocket(EventProcessor.Builder processors) {
    String route = "http.route";
    processors
        .on(eq(route, "$connect"))
        .named("connect")
        .call(event -> HttpResponse.of(200).header("sec-websocket-protocol", "a"));
    processors.on(eq(route, "$disconnect")).named("disconnect").run(event -> {});
    processors.on(eq(route, "$default")).named("message").call(event -> event.get("data"));
    processors
        .on(eq(route, "fails"))
        .named("failing-message")
        .run(
            event -> {
              throw new IllegalStateException("s3cret");
            });
  }
}

package dev.eventprocessor.http;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.spi.HttpExchange;
import dev.eventprocessor.spi.HttpPlatform;
import java.util.List;

/** Causes every error of HTTP, for the approved texts. */
public final class HttpFaults {

  private HttpFaults() {}

  /** What throws when it is run. */
  public static List<Runnable> all() {
    HttpResponse ok = HttpResponse.of(200);
    return List.of(
        () -> HttpSettings.DEFAULT.error(IllegalStateException.class, 200),
        () -> {
          throw HttpText.mangled("this platform", "Turn binary bodies on.");
        },
        CorsPolicy::ofOrigins,
        () -> CorsPolicy.ofAnyOrigin().withCredentials(),
        () -> HttpRoute.get("orders"),
        () -> HttpRoute.of("get", "/orders"),
        () -> HttpRoute.get("/orders/{id"),
        () -> HttpRoute.get("/orders/x{id}"),
        () -> HttpRoute.get("/{rest...}/orders"),
        () -> HttpRoute.get("/{id}/{id}"),
        () -> HttpResponse.of(100),
        () -> HttpResponse.of(204).body("x"),
        () -> ok.header("", "x"),
        () -> ok.header("s3cret\n", "x"),
        () -> ok.header("x-order", "s3cret\r\nx: y"),
        () -> ok.cookie("id", "s3cret; Domain=x"),
        () -> ok.cookie("a b", "x"),
        () -> send(ok.cookie("a", "s3cret").cookie("b", "s3cret")),
        () -> send(ok.body(out -> out.write(new byte[11]))));
  }

  /** To a platform that can send little. */
  private static void send(HttpResponse response) {
    EventProcessor.Builder processors =
        EventProcessor.builder()
            .http(HttpSettings.DEFAULT.serverErrors(HttpSettings.ServerErrors.THROWN));
    processors.on(Filters.any()).call(event -> response);
    HttpExchange.of(
            processors.build(),
            Event.of(java.util.Map.of()),
            new HttpPlatform("this platform", 1, 10, 10))
        .answer(Invocation.UNKNOWN);
  }
}

package dev.eventprocessor.http;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.spi.HttpExchange;
import java.util.List;

/** Causes every error of HTTP, for the approved texts. */
public final class HttpFaults {

  private HttpFaults() {}

  /** What throws when it is run. */
  public static List<Runnable> all() {
    HttpResponse ok = HttpResponse.of(200);
    return List.of(
        () -> HttpSettings.DEFAULT.error(IllegalStateException.class, 200),
        () -> HttpText.refuseMangled("s3cret\uFFFD", "image/png", "this platform"),
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
        () -> twoCookies());
  }

  private static void twoCookies() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors
        .on(Filters.any())
        .call(event -> HttpResponse.of(200).cookie("a", "s3cret").cookie("b", "s3cret"));
    HttpExchange.answer(processors.build(), Event.of(java.util.Map.of()), Invocation.UNKNOWN)
        .onlyCookie("this platform");
  }
}

package dev.eventprocessor.examples.ordersapi;

import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;

import dev.eventprocessor.Dependency;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.http.CorsPolicy;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.http.HttpRoute;
import dev.eventprocessor.http.HttpSettings;

/** An HTTP API and a queue, which take the same orders. Written once, deployed to three clouds. */
public final class OrderProcessors implements ProcessorModule {

  static final Dependency<Orders> ORDERS = Dependency.of("orders", Orders::new);

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.http(
        HttpSettings.DEFAULT
            .error(OrderNotFoundException.class, 404)
            .cors(CorsPolicy.ofOrigins("https://shop.example")));

    processors
        .on(HttpRoute.post("/orders"))
        .named("place-order")
        .with(ORDERS)
        .call(OrderProcessors::place);

    processors
        .on(HttpRoute.get("/orders/{id}"))
        .named("read-order")
        .with(ORDERS)
        .call((event, orders) -> orders.find(event.text("http.pathparams.id")));

    processors
        .on(eq("kind", "queue").and(exists("data.item")))
        .named("import-order")
        .with(ORDERS)
        .run((event, orders) -> orders.add(event.text("data.item")));
  }

  private static HttpResponse place(Event event, Orders orders) {
    Order order = orders.add(event.text("data.item"));
    return HttpResponse.of(201).header("location", "/orders/" + order.id()).body(order);
  }
}

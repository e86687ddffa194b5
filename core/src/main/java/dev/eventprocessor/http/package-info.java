/**
 * HTTP that means the same on every platform: what a processor answers, where requests go, and what
 * callers are told of failures.
 *
 * <pre>{@code
 * processors.http(
 *     HttpSettings.DEFAULT
 *         .error(OrderNotFoundException.class, 404)
 *         .cors(CorsPolicy.ofOrigins("https://shop.example")));
 *
 * processors
 *     .on(HttpRoute.get("/orders/{id}"))
 *     .named("read-order")
 *     .call(event -> orders.read(event.text("http.pathparams.id")));
 *
 * processors
 *     .on(HttpRoute.post("/orders"))
 *     .named("place-order")
 *     .call(event -> HttpResponse.of(201).header("location", "/orders/7"));
 * }</pre>
 *
 * <p>A processor that returns a plain value answers 200 with it, one that returns nothing 204. What
 * it throws becomes a problem document (RFC 9457) that tells nothing of the exception. Nothing of
 * this package is loaded for a function that gets no requests.
 */
@NullMarked
package dev.eventprocessor.http;

import org.jspecify.annotations.NullMarked;

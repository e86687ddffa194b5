package dev.eventprocessor.spi;

import dev.eventprocessor.Event;
import dev.eventprocessor.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook agrees to get events ("Webhook event delivery", Azure Event Grid; "HTTP 1.1 Web
 * Hooks for Event Delivery", CloudEvents, chapter 4). Stateless.
 */
final class Handshakes {

  private static final String VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent";

  private Handshakes() {}

  /** Null for a request that is no handshake. */
  static @Nullable HttpResponse answer(String method, Event request) {
    if (method.equals("OPTIONS")) {
      @Nullable String origin = first(request, "webhook-request-origin");
      return origin == null ? null : allowed(origin, first(request, "webhook-request-rate"));
    }
    boolean validation =
        method.equals("POST") && "SubscriptionValidation".equals(first(request, "aeg-event-type"));
    return validation ? validated(request) : null;
  }

  private static HttpResponse allowed(String origin, @Nullable String rate) {
    HttpResponse response =
        HttpResponse.of(200).header("webhook-allowed-origin", origin).header("allow", "POST");
    return rate == null ? response : response.header("webhook-allowed-rate", rate);
  }

  /** 200 and nothing else is accepted. */
  private static @Nullable HttpResponse validated(Event request) {
    return request.get("data") instanceof List<?> events
            && events.size() == 1
            && events.get(0) instanceof Map<?, ?> event
            && VALIDATION.equals(event.get("eventType"))
            && event.get("data") instanceof Map<?, ?> data
            && data.get("validationCode") instanceof String code
        ? HttpResponse.ok(Map.of("validationResponse", code))
        : null;
  }

  /** The first value of a request's header; null where there is none. */
  static @Nullable String first(Event request, String name) {
    return request.get("http") instanceof Map<?, ?> http
            && http.get("headers") instanceof Map<?, ?> headers
            && headers.get(name) instanceof List<?> values
            && !values.isEmpty()
            && values.get(0) instanceof String first
        ? first
        : null;
  }
}

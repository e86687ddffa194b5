package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to send, and what each cloud is sent of it. A provider's own payload goes to its cloud
 * as it is; anything else is taken for a message's content and goes to all three, each time in that
 * cloud's envelopes.
 *
 * @param name how it is called in the report
 * @param aws what Lambda is sent
 * @param google what the Functions Framework is sent
 * @param azure what the Functions worker is sent
 */
record Parcel(String name, List<Delivery> aws, List<Delivery> google, List<Delivery> azure) {

  /** A message's content, for all clouds. */
  static Parcel ofContent(String name, byte[] content) {
    return new Parcel(
        name, Envelopes.aws(content), Envelopes.google(content), Envelopes.azure(content));
  }

  /** A file's content, by what it is. */
  static Parcel ofFile(String name, byte[] content) {
    @Nullable Object json;
    try {
      json = Json.read(content);
    } catch (InvalidEventException notJson) {
      return ofBrokenFile(name, content);
    }
    @Nullable Parcel provider = null;
    if (json instanceof Map<?, ?> map) {
      provider = ofPayload(name, map, content);
    } else if (json instanceof List<?> list) {
      provider = ofEventGridEvents(name, list);
    }
    return provider == null ? ofContent(name, content) : provider;
  }

  /** Sent as it is, to see what each cloud's function says to it. */
  private static Parcel ofBrokenFile(String name, byte[] content) {
    Delivery pubSub = Envelopes.google(new byte[0]).get(0);
    return new Parcel(
        name,
        List.of(Delivery.ofBody("payload as it is", content)),
        List.of(
            new Delivery("Pub/Sub, data as it is", null, pubSub.headers(), Payload.of(content))),
        List.of(
            new Delivery(
                "Event Grid, as it is", "alarms-eventgrid", Map.of(), Payload.of(content))));
  }

  private static @Nullable Parcel ofPayload(String name, Map<?, ?> json, byte[] content) {
    if (json.get("Records") instanceof List<?>
        || (json.containsKey("detail-type") && json.containsKey("source"))) {
      return toAws(name, Delivery.ofBody("Lambda event", content));
    }
    if (json.get("headers") instanceof Map<?, ?> all) {
      Map<String, String> headers = cloudEventHeaders(all);
      if (headers.containsKey("ce-type")) {
        Payload data = Payload.of(data(json));
        return toGoogle(name, new Delivery("CloudEvent", null, headers, data));
      }
    }
    if (isEventGrids(json)) {
      return toAzure(name, eventGrid(content));
    }
    if (json.containsKey("specversion")) {
      Map<String, String> type = Map.of("Content-Type", "application/cloudevents+json");
      return toGoogle(name, new Delivery("CloudEvent", null, type, Payload.of(content)));
    }
    if (isLegacy(json)) {
      Map<String, String> type = Map.of("Content-Type", "application/json");
      return toGoogle(name, new Delivery("legacy event", null, type, Payload.of(content)));
    }
    if (json.get("Data") instanceof Map<?, ?> data
        && json.get("Metadata") instanceof Map<?, ?> metadata) {
      return toAzure(name, binding(data, strings(metadata)));
    }
    return null;
  }

  /** A webhook gets them in a list; the host calls a function once for each. */
  private static @Nullable Parcel ofEventGridEvents(String name, List<?> list) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Object element : list) {
      if (!(element instanceof Map<?, ?> event) || !isEventGrids(event)) {
        return null;
      }
      deliveries.add(eventGrid(Json.write(event)));
    }
    return deliveries.isEmpty() ? null : new Parcel(name, List.of(), List.of(), deliveries);
  }

  private static Delivery eventGrid(byte[] event) {
    return new Delivery("Event Grid", "alarms-eventgrid", Map.of(), Payload.of(event));
  }

  private static boolean isEventGrids(Map<?, ?> event) {
    return event.containsKey("specversion")
        ? event.get("type") instanceof String type && type.startsWith("Microsoft.")
        : event.containsKey("eventTime") && event.containsKey("eventType");
  }

  /** An event for a background function, which the framework makes into a CloudEvent. */
  private static boolean isLegacy(Map<?, ?> json) {
    boolean flat = json.containsKey("eventId") && json.containsKey("eventType");
    return json.containsKey("data") && (flat || json.get("context") instanceof Map<?, ?>);
  }

  /** Only what makes the CloudEvent; a capture's other headers are those of its connection. */
  private static Map<String, String> cloudEventHeaders(Map<?, ?> headers) {
    Map<String, String> kept = new LinkedHashMap<>();
    strings(headers)
        .forEach(
            (name, value) -> {
              String lowerCase = name.toLowerCase(Locale.ROOT);
              if (lowerCase.startsWith("ce-") || lowerCase.equals("content-type")) {
                kept.put(lowerCase, value);
              }
            });
    return kept;
  }

  /** Azure's custom-handler form; only a Storage queue's metadata has a pop receipt. */
  private static Delivery binding(Map<?, ?> data, Map<String, String> metadata) {
    boolean queue = metadata.containsKey("PopReceipt") || metadata.containsKey("DequeueCount");
    Object value = data.isEmpty() ? "" : data.values().iterator().next();
    byte[] body = value instanceof String text ? bytes(text) : Json.write(value);
    return queue
        ? new Delivery("Storage queue", "alarms-queue", metadata, Payload.of(body))
        : new Delivery("Service Bus", "alarms-servicebus", metadata, Payload.of(body));
  }

  private static byte[] data(Map<?, ?> json) {
    if (json.get("data_base64") instanceof String base64) {
      try {
        return Base64.getDecoder().decode(base64);
      } catch (IllegalArgumentException notBase64) {
        return bytes(base64);
      }
    }
    return json.containsKey("data") ? Json.write(json.get("data")) : new byte[0];
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> strings(Map<?, ?> map) {
    Map<String, String> strings = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            strings.put(
                key.toString(), value instanceof String text ? text : Json.writeText(value)));
    return strings;
  }

  private static Parcel toAws(String name, Delivery delivery) {
    return new Parcel(name, List.of(delivery), List.of(), List.of());
  }

  private static Parcel toGoogle(String name, Delivery delivery) {
    return new Parcel(name, List.of(), List.of(delivery), List.of());
  }

  private static Parcel toAzure(String name, Delivery delivery) {
    return new Parcel(name, List.of(), List.of(), List.of(delivery));
  }
}

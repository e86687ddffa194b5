package dev.eventprocessor.examples.triggers;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.azure.FunctionAnswer;
import dev.eventprocessor.runtimes.azure.FunctionsApp;
import dev.eventprocessor.runtimes.azure.TypedValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Payloads in the words of the host's custom handlers, sent as the host sends them to Java. */
final class Calls {

  private Calls() {}

  /** What the host sends with every call of these triggers; a payload's own values come over it. */
  private static final Map<String, String> ALWAYS =
      Map.ofEntries(
          Map.entry("DeliveryCount", "1"),
          Map.entry("SequenceNumber", "7"),
          Map.entry("EnqueuedTimeUtc", "\"2026-11-24T00:01:00\""),
          Map.entry("ExpiresAtUtc", "\"2026-11-25T00:01:00\""),
          Map.entry("ApplicationProperties", "{}"),
          Map.entry("Id", "id"),
          Map.entry("DequeueCount", "1"),
          Map.entry("InsertionTime", "\"2026-11-24T00:01:00+00:00\""),
          Map.entry("ExpirationTime", "\"2026-12-01T00:01:00+00:00\""),
          Map.entry("SystemProperties", "{}"),
          Map.entry("SystemPropertiesArray", "[]"),
          Map.entry("Properties", "{}"),
          Map.entry("PropertiesArray", "[]"),
          Map.entry("PartitionContext", "{}"),
          Map.entry("BlobTrigger", "container/blob"),
          Map.entry("Uri", "\"https://a.blob.core.windows.net/container/blob\""),
          Map.entry("Metadata", "{}"),
          Map.entry("MessageIdArray", "[]"),
          Map.entry("DeliveryCountArray", "[]"),
          Map.entry("SequenceNumberArray", "[]"),
          Map.entry("EnqueuedTimeUtcArray", "[]"),
          Map.entry("ExpiresAtUtcArray", "[]"),
          Map.entry("SessionIdArray", "[]"),
          Map.entry("ContentTypeArray", "[]"),
          Map.entry("CorrelationIdArray", "[]"),
          Map.entry("ApplicationPropertiesArray", "[]"));

  /** Calls the function; what it prints are its events. */
  static FunctionAnswer call(
      FunctionsApp app, String function, TypedValue value, Map<?, ?> metadata)
      throws InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(ALWAYS);
    metadata.forEach(
        (name, given) -> {
          if (given != null) {
            all.put((String) name, given instanceof String text ? text : Json.writeText(given));
          }
        });
    return app.invoke(function, value, all);
  }

  /** A request, of which the payload has lists of values or one, under keys in either case. */
  static TypedValue request(Map<?, ?> payload) {
    Map<String, Object> fields = new LinkedHashMap<>();
    payload.forEach((key, value) -> fields.put(((String) key).toLowerCase(Locale.ROOT), value));
    Map<String, String> headers = new LinkedHashMap<>();
    ((Map<?, ?>) fields.getOrDefault("headers", Map.of()))
        .forEach(
            (name, value) ->
                headers.put(
                    ((String) name).toLowerCase(Locale.ROOT),
                    value instanceof List<?> list
                        ? String.join(",", list.stream().map(String::valueOf).toList())
                        : String.valueOf(value)));
    String method = String.valueOf(fields.get("method"));
    return TypedValue.http(
        method.isEmpty() ? "GET" : method,
        String.valueOf(fields.get("url")),
        headers,
        text(fields.getOrDefault("body", "")));
  }

  /** The events that were printed during a call. */
  static List<Map<?, ?>> events(FunctionAnswer answer) {
    List<Map<?, ?>> events = new ArrayList<>();
    for (String line : answer.printed()) {
      if (line.startsWith("event: ")) {
        events.add((Map<?, ?>) Json.read(line.substring("event: ".length())));
      }
    }
    return events;
  }

  static TypedValue bytes(Object value) {
    return TypedValue.bytes(value instanceof byte[] bytes ? bytes : text(value));
  }

  static TypedValue bytesList(List<?> values) {
    return TypedValue.bytesList(
        values.stream().map(value -> value instanceof byte[] b ? b : text(value)).toList());
  }

  static byte[] base64(Object value) {
    return Base64.getDecoder().decode((String) value);
  }

  private static byte[] text(Object value) {
    String text = value instanceof String given ? given : Json.writeText(value);
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

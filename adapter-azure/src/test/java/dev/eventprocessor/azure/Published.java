package dev.eventprocessor.azure;

import dev.eventprocessor.fakes.azure.FakeHttpRequestMessage;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A payload that somebody published, as the host binds it.
 *
 * @param file where it stands in the collection
 * @param trigger the name of its folder
 * @param payload the file's JSON
 */
record Published(String file, String trigger, Object payload) {

  /** All of Azure's; skips the calling test where there are none. */
  static List<Published> all() throws IOException {
    Path azure = SharedFolder.require("corpus/azure");
    List<Published> all = new ArrayList<>();
    for (Path folder : list(azure)) {
      for (Path file : list(folder)) {
        String trigger = folder.getFileName().toString();
        Object json = Json.read(Files.readAllBytes(file));
        all.add(new Published(azure.relativize(file).toString(), trigger, json));
      }
    }
    return all;
  }

  /** The bindings of the calls that the host would make: one for each event of Event Grid. */
  List<Binding> bindings() {
    return bindings(payload);
  }

  /** The same for a changed payload of this trigger. */
  List<Binding> bindings(Object changed) {
    if (trigger.equals("eventgrid")) {
      List<Binding> bindings = new ArrayList<>();
      for (Object event : changed instanceof List<?> list ? list : List.of(changed)) {
        bindings.add(Binding.eventGrid(event));
      }
      return bindings;
    }
    Map<?, ?> whole = changed instanceof Map<?, ?> map ? map : Map.of();
    Map<?, ?> data = whole.get("Data") instanceof Map<?, ?> map ? map : Map.of();
    Object value = data.isEmpty() ? null : data.values().iterator().next();
    Binding binding = binding(value);
    if (whole.get("Metadata") instanceof Map<?, ?> metadata) {
      metadata.forEach((name, each) -> binding.metadata((String) name, each));
    }
    return List.of(binding);
  }

  private Binding binding(Object value) {
    boolean many = value instanceof List<?>;
    return switch (trigger) {
      case "timer" -> Binding.timer(value);
      case "queue" -> Binding.storageQueue("q", value);
      case "servicebus" ->
          many
              ? Binding.serviceBusTopicBatch("t", "s", value)
              : Binding.serviceBusQueue("q", value);
      case "eventhub" ->
          many ? Binding.eventHubBatch("h", bytes(value)) : Binding.eventHub("h", value);
      case "kafka" -> many ? Binding.kafkaBatch("t", bytes(value)) : Binding.kafka("t", value);
      case "blob" -> Binding.blob("c/{name}", value);
      case "cosmosdb" -> Binding.cosmosDb("d", "c", value);
      case "http" ->
          Binding.http(
              FakeHttpRequestMessage.ofHost(value instanceof Map<?, ?> map ? map : Map.of()));
      default -> throw new IllegalArgumentException(trigger);
    };
  }

  /** The collection writes lists of bytes as base64. */
  private Object bytes(Object value) {
    if (!file.contains("bytes") || !(value instanceof List<?> list)) {
      return value;
    }
    List<Object> bytes = new ArrayList<>();
    for (Object element : list) {
      bytes.add(element instanceof String text && isBase64(text) ? decoded(text) : element);
    }
    return bytes;
  }

  private static boolean isBase64(String text) {
    try {
      return decoded(text).length > 0;
    } catch (IllegalArgumentException changed) {
      return false;
    }
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text);
  }

  /** The payload with each of its values replaced in turn, once by each of these. */
  List<Object> withReplaced(Object... replacements) {
    List<Object> mutations = new ArrayList<>();
    for (Object replacement : replacements) {
      int places = places(payload);
      for (int place = 0; place < places; place++) {
        mutations.add(replaced(payload, new int[] {place}, replacement));
      }
    }
    return mutations;
  }

  private static int places(Object value) {
    int places = 1;
    if (value instanceof Map<?, ?> map) {
      for (Object each : map.values()) {
        places += places(each);
      }
    } else if (value instanceof List<?> list) {
      for (Object each : list) {
        places += places(each);
      }
    }
    return places;
  }

  private static Object replaced(Object value, int[] place, Object replacement) {
    if (place[0]-- == 0) {
      return replacement;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(key, replaced(each, place, replacement)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(replaced(each, place, replacement)));
      return copy;
    }
    return value;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }
}

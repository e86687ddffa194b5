package dev.eventprocessor.cli;

import dev.eventprocessor.json.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that Azure's host makes of a payload. A custom handler's payload is one call; anything
 * else is what Event Grid posts, of which each event is a call of its own, or what was told.
 * Stateless.
 */
final class AzureCalls {

  /** Of one message; a batch has lists of the same names with Array behind. */
  private static final Set<String> SINGLE = Set.of("MessageId", "SequenceNumber", "Offset");

  private AzureCalls() {}

  static List<HostCall> of(Payload payload) {
    @Nullable Object value = Json.read(payload.bytes());
    if (value instanceof Map<?, ?> map && map.get("Data") instanceof Map<?, ?> data) {
      return List.of(ofCustomHandler(map, data, payload));
    }
    BindingType type =
        payload.told().bindings().isEmpty() ? plain(value) : payload.told().bindings().get(0);
    if (type.trigger() != BindingType.Trigger.EVENTGRID) {
      return List.of(call(type, value, Map.of(), payload));
    }
    List<HostCall> calls = new ArrayList<>();
    for (Object event : value instanceof List<?> list ? list : one(value)) {
      calls.add(type.call(event, false));
    }
    return calls;
  }

  private static List<?> one(@Nullable Object value) {
    return java.util.Collections.singletonList(value);
  }

  /** A request that is none of Event Grid's handshakes is an HTTP trigger's. */
  private static BindingType plain(@Nullable Object value) {
    boolean isRequest =
        value instanceof Map<?, ?> map
            && map.get("method") instanceof String
            && map.get("headers") instanceof Map<?, ?> headers
            && !headers.containsKey("WebHook-Request-Origin");
    return BindingType.parse(isRequest ? "http" : "eventgrid");
  }

  private static HostCall ofCustomHandler(Map<?, ?> whole, Map<?, ?> data, Payload payload) {
    BindingType type = type(data, payload.told().bindings());
    Object value = type.name() == null ? first(data) : data.get(type.name());
    Map<?, ?> metadata = whole.get("Metadata") instanceof Map<?, ?> map ? map : Map.of();
    HostCall call = call(type, value, metadata, payload);
    if (call instanceof HostCall.Message message) {
      for (Map.Entry<?, ?> entry : metadata.entrySet()) {
        message.binding().metadata(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    return call;
  }

  private static @Nullable Object first(Map<?, ?> data) {
    return data.isEmpty() ? null : data.values().iterator().next();
  }

  private static BindingType type(Map<?, ?> data, List<BindingType> told) {
    if (told.isEmpty()) {
      throw new InputException(
          "An Azure custom handler's payload does not say its trigger. Tell it: --binding NAME=TYPE,"
              + " where NAME is a name in Data and TYPE is "
              + BindingType.POSSIBLE
              + ".");
    }
    for (BindingType type : told) {
      if (type.name() == null || data.containsKey(type.name())) {
        return type;
      }
    }
    throw new InputException(
        "The payload's Data has no binding \""
            + told.get(0).name()
            + "\". It has "
            + data.keySet()
            + ": name one of them.");
  }

  private static HostCall call(
      BindingType type, @Nullable Object value, Map<?, ?> metadata, Payload payload) {
    Object bound = payload.told().encoding() == Payload.Encoding.PLAIN ? value : decoded(value);
    return type.call(bound, isBatch(value, metadata));
  }

  private static boolean isBatch(@Nullable Object value, Map<?, ?> metadata) {
    for (Object name : metadata.keySet()) {
      if (String.valueOf(name).endsWith("Array")) {
        return true;
      }
      if (SINGLE.contains(name)) {
        return false;
      }
    }
    return value instanceof List<?>;
  }

  private static @Nullable Object decoded(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> each = new ArrayList<>(list.size());
      for (Object element : list) {
        each.add(decoded(element));
      }
      return each;
    }
    try {
      return value instanceof String text ? Base64.getDecoder().decode(text) : value;
    } catch (IllegalArgumentException notBase64) {
      throw new InputException(
          "A value that was told to be bytes is not base64. Encode it as RFC 4648 has it, or do not"
              + " say that it is bytes.");
    }
  }
}

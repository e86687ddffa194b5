package dev.eventprocessor.gcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Firestore's {@code DocumentEventData} from protobuf's wire bytes, as Eventarc sends it, to plain
 * maps; without a protobuf library, which would cost a user's artifact 1.9 MB ({@code
 * google/events/cloud/firestore/v1/data.proto}, google-cloudevents).
 *
 * <p>Fields that are not known are skipped; a value of no known type is an error, because leaving
 * it out would lose it. Of a field that stands twice the last one counts.
 */
final class FirestoreProtobuf {

  private FirestoreProtobuf() {}

  /**
   * {@code value}, {@code oldValue} and {@code updateMask}, each only where it is there.
   *
   * @throws dev.eventprocessor.InvalidEventException when the bytes are something else
   */
  static Map<String, Object> decode(byte[] bytes) {
    WireReader event = WireReader.of(bytes, "the event");
    Map<String, Object> data = new LinkedHashMap<>(4);
    while (event.next()) {
      switch (event.field()) {
        case 1 -> put(data, "value", document(event.message("value")));
        case 2 -> put(data, "oldValue", document(event.message("oldValue")));
        case 3 -> put(data, "updateMask", mask(event.message("updateMask")));
        default -> event.skip();
      }
    }
    return data;
  }

  private static void put(
      Map<String, Object> data, String name, @Nullable Map<String, ?> documentOrMask) {
    if (documentOrMask != null) {
      data.put(name, documentOrMask);
    }
  }

  /** Null for the empty one, which means that there is none. */
  private static @Nullable Map<String, Object> document(WireReader message) {
    Map<String, Object> document = new LinkedHashMap<>(8);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    document.put("fields", fields);
    boolean empty = true;
    while (message.next()) {
      empty = false;
      switch (message.field()) {
        case 1 -> document.put("name", message.text());
        case 2 -> entry(message.message(), fields, 1);
        case 3 -> document.put("createTime", time(message.message()));
        case 4 -> document.put("updateTime", time(message.message()));
        default -> message.skip();
      }
    }
    return empty ? null : document;
  }

  private static @Nullable Map<String, List<String>> mask(WireReader message) {
    List<String> paths = new ArrayList<>();
    while (message.next()) {
      if (message.field() == 1) {
        paths.add(message.text());
      } else {
        message.skip();
      }
    }
    return paths.isEmpty() ? null : Map.of("fieldPaths", paths);
  }

  private static void entry(WireReader entry, Map<String, @Nullable Object> fields, int depth) {
    String key = "";
    @Nullable WireReader value = null;
    while (entry.next()) {
      switch (entry.field()) {
        case 1 -> key = entry.text();
        case 2 -> value = entry.message();
        default -> entry.skip();
      }
    }
    if (value == null) {
      throw entry.malformed("a field has no value");
    }
    fields.put(key, value(value, depth));
  }

  private static @Nullable Object value(WireReader message, int depth) {
    @Nullable Object value = message; // Itself, as long as there is none: null is a value.
    while (message.next()) {
      switch (message.field()) {
        case 1 -> value = message.whole() != 0;
        case 2 -> value = message.whole();
        case 3 -> value = FirestoreValues.fraction(message.fraction());
        case 5, 17 -> value = message.text();
        case 6 -> value = map(message.message(), FirestoreValues.deeper(depth));
        case 8 -> value = point(message.message());
        case 9 -> value = list(message.message(), FirestoreValues.deeper(depth));
        case 10 -> value = time(message.message());
        case 11 -> value = nothing(message);
        case 18 -> value = message.bytes();
        default -> message.skip();
      }
    }
    if (value == message) {
      throw message.malformed("a value is of no known type");
    }
    return value;
  }

  private static Map<String, @Nullable Object> map(WireReader message, int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (message.next()) {
      if (message.field() == 1) {
        entry(message.message(), map, depth);
      } else {
        message.skip();
      }
    }
    return map;
  }

  private static List<@Nullable Object> list(WireReader message, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    while (message.next()) {
      if (message.field() == 1) {
        list.add(value(message.message(), depth));
      } else {
        message.skip();
      }
    }
    return list;
  }

  private static Map<String, Object> point(WireReader message) {
    double latitude = 0;
    double longitude = 0;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> latitude = message.fraction();
        case 2 -> longitude = message.fraction();
        default -> message.skip();
      }
    }
    return FirestoreValues.point(
        FirestoreValues.fraction(latitude), FirestoreValues.fraction(longitude));
  }

  private static String time(WireReader message) {
    long seconds = 0;
    long nanos = 0;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> seconds = message.whole();
        case 2 -> nanos = message.whole();
        default -> message.skip();
      }
    }
    @Nullable String time = FirestoreValues.time(seconds, nanos);
    if (time == null) {
      throw message.malformed("a time is out of range");
    }
    return time;
  }

  private static @Nullable Object nothing(WireReader message) {
    if (message.whole() != 0) {
      throw message.malformed("a null is not null");
    }
    return null;
  }
}

package dev.eventprocessor.gcp;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Firestore's {@code DocumentEventData} from its JSON form, as functions of the first generation
 * get it, to the same plain maps that {@link FirestoreProtobuf} makes ("ProtoJSON Format", Protocol
 * Buffers documentation).
 */
final class FirestoreJson {

  private FirestoreJson() {}

  /**
   * {@code value}, {@code oldValue} and {@code updateMask}, each only where it is there.
   *
   * @param event the data, read as JSON
   * @throws dev.eventprocessor.InvalidEventException when it is something else
   */
  static Map<String, Object> decode(@Nullable Object event) {
    Map<?, ?> from = map(event, "the event");
    Map<String, Object> data = new LinkedHashMap<>(4);
    put(data, "value", document(from.get("value"), "value"));
    put(data, "oldValue", document(from.get("oldValue"), "oldValue"));
    put(data, "updateMask", mask(from.get("updateMask")));
    return data;
  }

  private static void put(
      Map<String, Object> data, String name, @Nullable Map<String, ?> documentOrMask) {
    if (documentOrMask != null) {
      data.put(name, documentOrMask);
    }
  }

  /** Null for the empty one, which means that there is none. */
  private static @Nullable Map<String, Object> document(@Nullable Object value, String place) {
    Map<?, ?> from = value == null ? Map.of() : map(value, place);
    if (from.isEmpty()) {
      return null;
    }
    Map<String, Object> document = new LinkedHashMap<>(8);
    document.put("fields", fields(from.get("fields"), 1));
    for (String name : new String[] {"name", "createTime", "updateTime"}) {
      @Nullable Object text = from.get(name);
      if (text != null) {
        document.put(name, text(text, name));
      }
    }
    return document;
  }

  private static @Nullable Map<String, List<String>> mask(@Nullable Object value) {
    Map<?, ?> from = value == null ? Map.of() : map(value, "updateMask");
    List<String> paths = new ArrayList<>();
    for (Object path : listOrNone(from.get("fieldPaths"), "updateMask.fieldPaths")) {
      paths.add(text(path, "updateMask.fieldPaths"));
    }
    return paths.isEmpty() ? null : Map.of("fieldPaths", paths);
  }

  private static Map<String, @Nullable Object> fields(@Nullable Object value, int depth) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (value != null) {
      for (Map.Entry<?, ?> entry : map(value, "fields").entrySet()) {
        fields.put((String) entry.getKey(), value(entry.getValue(), depth));
      }
    }
    return fields;
  }

  /** A map with one key, the value's type. */
  private static @Nullable Object value(@Nullable Object typed, int depth) {
    Map<?, ?> map = map(typed, "a value");
    @Nullable Object value = map; // Itself, as long as there is none: null is a value.
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      @Nullable Object next = value((String) entry.getKey(), entry.getValue(), depth, map);
      if (next != map) {
        if (value != map) {
          throw wrong("a value has two types");
        }
        value = next;
      }
    }
    if (value == map) {
      throw wrong("a value is of no known type");
    }
    return value;
  }

  private static @Nullable Object value(
      String type, @Nullable Object value, int depth, Object unknown) {
    return switch (type) {
      case "nullValue" -> nothing(value);
      case "booleanValue" -> truth(value);
      case "integerValue" -> whole(value);
      case "doubleValue" -> fraction(value, type);
      case "timestampValue", "stringValue", "referenceValue" -> text(value, type);
      case "bytesValue" -> bytes(text(value, type));
      case "geoPointValue" -> point(map(value, type));
      case "arrayValue" -> list(map(value, type), FirestoreValues.deeper(depth));
      case "mapValue" -> fields(map(value, type).get("fields"), FirestoreValues.deeper(depth));
      default -> unknown;
    };
  }

  private static List<@Nullable Object> list(Map<?, ?> array, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (Object value : listOrNone(array.get("values"), "arrayValue.values")) {
      list.add(value(value, depth));
    }
    return list;
  }

  private static Map<String, Object> point(Map<?, ?> point) {
    @Nullable Object latitude = point.get("latitude");
    @Nullable Object longitude = point.get("longitude");
    return FirestoreValues.point(
        latitude == null ? (Object) 0.0 : fraction(latitude, "latitude"),
        longitude == null ? (Object) 0.0 : fraction(longitude, "longitude"));
  }

  /** Protobuf's JSON form writes the null itself, or its name in the schema. */
  private static @Nullable Object nothing(@Nullable Object value) {
    if (value == null || "NULL_VALUE".equals(value)) {
      return null;
    }
    throw wrong("nullValue", "null", value);
  }

  private static Boolean truth(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw wrong("booleanValue", "a boolean", value);
  }

  private static Long whole(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof String text) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        throw wrong("integerValue", "a whole number", value);
      }
    }
    throw wrong("integerValue", "a whole number", value);
  }

  private static Object fraction(@Nullable Object value, String type) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    if (value instanceof String text && FirestoreValues.isFractionBeyondJson(text)) {
      return text;
    }
    if (value instanceof BigDecimal) {
      throw wrong(type + " is larger than a double");
    }
    throw wrong(type, "a number", value);
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw wrong("bytesValue", "base64", base64);
    }
  }

  private static String text(@Nullable Object value, String name) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(name, "text", value);
  }

  private static List<?> listOrNone(@Nullable Object value, String name) {
    if (value == null || value instanceof List<?>) {
      return value == null ? List.of() : (List<?>) value;
    }
    throw wrong(name, "a list", value);
  }

  private static Map<?, ?> map(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(name, "a map", value);
  }

  private static InvalidEventException wrong(String name, String expected, @Nullable Object found) {
    return wrong(name + " should be " + expected + " but is " + Json.typeOf(found));
  }

  private static InvalidEventException wrong(String what) {
    return FirestoreValues.malformed(ErrorId.PAYLOAD_WRONG_SHAPE, what);
  }
}

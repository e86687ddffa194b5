package dev.eventprocessor.gcp;

import dev.eventprocessor.testing.RandomCases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random Firestore values, what they are in protobuf's JSON form, and the plain values of both. */
final class FirestoreForms {

  private FirestoreForms() {}

  static Map<String, Object> fields(Random random, int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      fields.put(RandomCases.text(random), value(random, depth));
    }
    return fields;
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 9)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextBoolean() ? random.nextLong() : (long) random.nextInt(3);
      case 3 -> fraction(random);
      case 4, 5 -> RandomCases.text(random);
      case 6 -> time(random);
      case 7 -> content(random);
      case 8 ->
          random.nextBoolean()
              ? new WireWriter.Point(random.nextInt(180) / 2.0, random.nextGaussian())
              : new WireWriter.Reference("projects/p/databases/(default)/documents/a/b");
      case 9 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> fields(random, depth - 1);
    };
  }

  private static double fraction(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Double.NaN;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 2 -> random.nextInt(4);
      default -> random.nextGaussian() * Math.pow(10, random.nextInt(300) - 150);
    };
  }

  private static Instant time(Random random) {
    int digits = random.nextInt(4);
    long nanos = random.nextInt(1000) * (digits == 0 ? 0 : (long) Math.pow(10, 9 - 3 * digits));
    return Instant.ofEpochSecond((random.nextLong() >>> 1) % 253_402_300_799L, nanos);
  }

  private static byte[] content(Random random) {
    byte[] content = new byte[random.nextInt(5)];
    random.nextBytes(content);
    return content;
  }

  /** The value as an event has it; bytes as a list of numbers, so that they compare. */
  static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, field) -> plain.put((String) key, plain(field)));
      return plain;
    } else if (value instanceof List<?> list) {
      List<Object> plain = new ArrayList<>();
      list.forEach(element -> plain.add(plain(element)));
      return plain;
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      return number.toString();
    } else if (value instanceof byte[] content) {
      List<Object> plain = new ArrayList<>();
      for (byte one : content) {
        plain.add(one);
      }
      return plain;
    } else if (value instanceof WireWriter.Point point) {
      return Map.of("latitude", point.latitude(), "longitude", point.longitude());
    } else if (value instanceof WireWriter.Reference reference) {
      return reference.name();
    }
    return value instanceof Instant time ? time.toString() : value;
  }

  /** The fields in protobuf's JSON form. */
  static Map<String, Object> json(Map<String, Object> fields) {
    Map<String, Object> json = new LinkedHashMap<>();
    fields.forEach((key, value) -> json.put(key, typed(value)));
    return json;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> typed(Object value) {
    if (value == null) {
      return one("nullValue", null);
    } else if (value instanceof Boolean) {
      return one("booleanValue", value);
    } else if (value instanceof Long number) {
      return one("integerValue", number % 2 == 0 ? number.toString() : number);
    } else if (value instanceof Double number) {
      return one("doubleValue", Double.isFinite(number) ? number : number.toString());
    } else if (value instanceof Instant time) {
      return one("timestampValue", time.toString());
    } else if (value instanceof byte[] content) {
      return one("bytesValue", Base64.getEncoder().encodeToString(content));
    } else if (value instanceof WireWriter.Point) {
      return one("geoPointValue", plain(value));
    } else if (value instanceof WireWriter.Reference reference) {
      return one("referenceValue", reference.name());
    } else if (value instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      list.forEach(element -> values.add(typed(element)));
      return one("arrayValue", values.isEmpty() ? Map.of() : Map.of("values", values));
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> fields = json((Map<String, Object>) map);
      return one("mapValue", fields.isEmpty() ? Map.of() : Map.of("fields", fields));
    }
    return one("stringValue", value);
  }

  private static Map<String, Object> one(String key, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }
}

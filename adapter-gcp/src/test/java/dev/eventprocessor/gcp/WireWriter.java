package dev.eventprocessor.gcp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes protobuf's wire format, and Firestore's documents in it. Not thread-safe. */
final class WireWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A document of these plain values; a double, an {@link Instant} and bytes keep their type. */
  static WireWriter document(String name, Map<String, ?> fields) {
    WireWriter document = new WireWriter().text(1, name);
    fields.forEach((key, value) -> document.message(2, entry(key, value)));
    return document;
  }

  static WireWriter value(Object value) {
    WireWriter typed = new WireWriter();
    if (value == null) {
      return typed.whole(11, 0);
    } else if (value instanceof Boolean truth) {
      return typed.whole(1, truth ? 1 : 0);
    } else if (value instanceof Long number) {
      return typed.whole(2, number);
    } else if (value instanceof Double number) {
      return typed.fraction(3, number);
    } else if (value instanceof Instant time) {
      return typed.message(10, time(time));
    } else if (value instanceof byte[] content) {
      return typed.bytes(18, content);
    } else if (value instanceof Point point) {
      return typed.message(
          8, new WireWriter().fraction(1, point.latitude()).fraction(2, point.longitude()));
    } else if (value instanceof Reference reference) {
      return typed.text(5, reference.name());
    } else if (value instanceof List<?> list) {
      WireWriter array = new WireWriter();
      list.forEach(element -> array.message(1, value(element)));
      return typed.message(9, array);
    } else if (value instanceof Map<?, ?> map) {
      WireWriter fields = new WireWriter();
      map.forEach((key, field) -> fields.message(1, entry((String) key, field)));
      return typed.message(6, fields);
    }
    return typed.text(17, (String) value);
  }

  static WireWriter time(Instant time) {
    return new WireWriter().whole(1, time.getEpochSecond()).whole(2, time.getNano());
  }

  private static WireWriter entry(String key, Object value) {
    return new WireWriter().text(1, key).message(2, value(value));
  }

  WireWriter whole(int field, long value) {
    return varint((long) field << 3).varint(value);
  }

  WireWriter fraction(int field, double value) {
    varint(((long) field << 3) | 1);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < Long.BYTES; i++) {
      bytes.write((int) (bits >>> (8 * i)));
    }
    return this;
  }

  WireWriter fixed32(int field, int value) {
    varint(((long) field << 3) | 5);
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes.write(value >>> (8 * i));
    }
    return this;
  }

  WireWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  WireWriter bytes(int field, byte[] value) {
    varint(((long) field << 3) | 2).varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  WireWriter message(int field, WireWriter value) {
    return bytes(field, value.toBytes());
  }

  WireWriter varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  record Point(double latitude, double longitude) {}

  record Reference(String name) {}
}

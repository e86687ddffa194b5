package dev.eventprocessor.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What JSON-like values are and when two are equal: numbers by value whatever their Java type,
 * because one cloud's runtime reads 5 as an Integer and another's as a Double.
 */
public final class Values {

  /** Up to here every whole number is a double. */
  private static final long EXACT = 1L << 53;

  private Values() {}

  /** Whether an event can hold this value, all the way down. */
  public static boolean isJson(@Nullable Object value) {
    if (value instanceof List<?> list) {
      for (Object element : list) {
        if (!isJson(element)) {
          return false;
        }
      }
      return true;
    }
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!(entry.getKey() instanceof String) || !isJson(entry.getValue())) {
          return false;
        }
      }
      return true;
    }
    return value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof byte[]
        || isFinite(value);
  }

  private static boolean isFinite(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue());
    }
    return isWhole(value) || value instanceof BigDecimal || value instanceof BigInteger;
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }

  /** Whether a number was read from digits only, without a fraction or an exponent. */
  public static boolean isWrittenWhole(@Nullable Object value) {
    return value != null
        && (isWhole(value)
            || value instanceof BigInteger
            || (value instanceof BigDecimal decimal
                && decimal.scale() == 0
                && decimal.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0));
  }

  /** Strict JSON equality: no conversion between types, numbers by value, deep. */
  public static boolean equal(@Nullable Object a, @Nullable Object b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null) {
      return false;
    }
    if (a instanceof String text) { // Asked first: it is what most are.
      return text.equals(b);
    }
    if (a instanceof Number x) {
      return b instanceof Number y && equalNumbers(x, y);
    }
    if (a instanceof List<?> x) {
      return b instanceof List<?> y && equalLists(x, y);
    }
    if (a instanceof Map<?, ?> x) {
      return b instanceof Map<?, ?> y && equalMaps(x, y);
    }
    if (a instanceof byte[] x) {
      return b instanceof byte[] y && Arrays.equals(x, y);
    }
    return a.equals(b);
  }

  private static boolean equalNumbers(Number a, Number b) {
    if (isWhole(a) && isWhole(b)) {
      return a.longValue() == b.longValue();
    }
    if (isExactDouble(a) && isExactDouble(b)) {
      return a.doubleValue() == b.doubleValue();
    }
    @Nullable BigDecimal x = exact(a);
    @Nullable BigDecimal y = exact(b);
    return x != null && y != null && x.compareTo(y) == 0;
  }

  /** A number of which the nearest double is the number itself. */
  private static boolean isExactDouble(Number number) {
    if (number instanceof Double) {
      return true;
    }
    long value = isWhole(number) ? number.longValue() : Long.MAX_VALUE;
    return value >= -EXACT && value <= EXACT;
  }

  /** The same value, a number as a {@code Long} or {@code Double} where it is one. */
  public static @Nullable Object simplest(@Nullable Object value) {
    if (!(value instanceof BigDecimal) && !(value instanceof BigInteger)) {
      return value;
    }
    double near = ((Number) value).doubleValue();
    return Double.isFinite(near) && equal(near, value) ? near : value;
  }

  private static boolean equalLists(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> others = b.iterator();
    for (Object element : a) {
      if (!equal(element, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      @Nullable Object other = b.get(entry.getKey());
      if (!equal(entry.getValue(), other) || (other == null && !b.containsKey(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Agrees with {@link #equal}: equal values have equal hashes. */
  public static int hash(@Nullable Object value) {
    if (value instanceof Number number) {
      @Nullable BigDecimal exact = number instanceof Float ? exact(number) : null;
      double near = exact == null ? number.doubleValue() : exact.doubleValue();
      return Double.hashCode(near + 0.0); // -0.0 becomes 0.0
    }
    if (value instanceof List<?> list) {
      int hash = 1;
      for (Object element : list) {
        hash = 31 * hash + hash(element);
      }
      return hash;
    }
    if (value instanceof Map<?, ?> map) {
      int hash = 0;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        hash += entry.getKey().hashCode() ^ hash(entry.getValue());
      }
      return hash;
    }
    return value instanceof byte[] bytes
        ? Arrays.hashCode(bytes)
        : value == null ? 0 : value.hashCode();
  }

  /** The same value, of which nothing can change any more but the content of bytes. */
  public static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object element : list) {
        copy.add(copy(element));
      }
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        copy.put(entry.getKey(), copy(entry.getValue()));
      }
      return Collections.unmodifiableMap(copy);
    }
    return value instanceof byte[] bytes ? bytes.clone() : value;
  }

  /** A literal as it is printed in filters: as JSON has it, but for bytes. */
  public static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    if (value instanceof List<?> list) {
      StringBuilder text = new StringBuilder("[");
      for (Object element : list) {
        text.append(text.length() == 1 ? "" : ", ").append(text(element));
      }
      return text.append(']').toString();
    }
    if (value instanceof Map<?, ?> map) {
      StringBuilder text = new StringBuilder("{");
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.append(text.length() == 1 ? "" : ", ").append(text(entry.getKey()));
        text.append(": ").append(text(entry.getValue()));
      }
      return text.append('}').toString();
    }
    return value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
  }

  /**
   * The number without rounding; null for what is none (NaN, the infinities). Of a double and a
   * float it is the shortest decimal that means it, which the JDK finds only from version 19 on:
   * before, 4e23 is printed as 3.9999999999999997E23.
   */
  public static @Nullable BigDecimal exact(Number number) {
    if (isWhole(number)) {
      return BigDecimal.valueOf(number.longValue());
    }
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (number instanceof Float f) {
      return Float.isFinite(f) ? Decimals.of(f) : null;
    }
    double value = number.doubleValue();
    if (value == (int) value) {
      return BigDecimal.valueOf((int) value);
    }
    return Double.isFinite(value) ? Decimals.of(value) : null;
  }
}

package dev.eventprocessor.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Texts of HTTP as an event has them under {@code http}: a query as lists of values, headers under
 * lower-case names, cookies by name. Stateless; every method takes time linear in its text.
 */
public final class HttpText {

  private HttpText() {}

  /**
   * The parameters of a query as it was sent ({@code a=1&b=x+y&a=2}), decoded, in the order in
   * which they were sent. A name without a value has the empty text.
   */
  public static Map<String, List<String>> query(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    int from = 0;
    while (from < query.length()) {
      int to = query.indexOf('&', from);
      int end = to < 0 ? query.length() : to;
      int equals = query.indexOf('=', from);
      if (end > from) {
        boolean hasValue = equals >= 0 && equals < end;
        String name = decode(query.substring(from, hasValue ? equals : end));
        add(parameters, name, hasValue ? decode(query.substring(equals + 1, end)) : "");
      }
      from = end + 1;
    }
    return parameters;
  }

  /** Adds the cookies of a {@code Cookie} header, or of one of its parts, as they stand there. */
  public static void addCookies(String header, Map<String, String> cookies) {
    int from = 0;
    while (from < header.length()) {
      int to = header.indexOf(';', from);
      int end = to < 0 ? header.length() : to;
      int equals = header.indexOf('=', from);
      if (equals >= 0 && equals < end) {
        cookies.putIfAbsent(
            header.substring(from, equals).trim(), header.substring(equals + 1, end).trim());
      }
      from = end + 1;
    }
  }

  /** Adds a value; one name may have several. */
  public static void add(Map<String, List<String>> values, String name, String value) {
    List<String> list = values.get(name);
    if (list == null) {
      list = new ArrayList<>(1);
      values.put(name, list);
    }
    list.add(value);
  }

  /** A header's name as an event has it. */
  public static String headerName(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Form-decoded text: {@code +} is a space, {@code %XX} a byte of UTF-8. A percent sign that
   * begins no such byte stands for itself.
   */
  public static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '%'
          && i + 2 < bytes.length
          && digit(bytes[i + 1]) >= 0
          && digit(bytes[i + 2]) >= 0) {
        b = (byte) (digit(bytes[i + 1]) << 4 | digit(bytes[i + 2]));
        i += 2;
      } else if (b == '+') {
        b = ' ';
      }
      bytes[length++] = b;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static int digit(byte b) {
    return Character.digit(b, 16);
  }
}

package dev.eventprocessor.event;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts of HTTP as an event has them under {@code http}: a query as lists of values, headers under
 * lower-case names, cookies by name. Stateless; every method takes time linear in its text.
 */
public final class HttpText {

  private HttpText() {}

  private enum Slashes {
    DECODED,
    KEPT
  }

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
      if (end > from) {
        int equals = equalsSign(query, from, end);
        String name = decode(query.substring(from, equals));
        add(parameters, name, equals < end ? decode(query.substring(equals + 1, end)) : "");
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
      int equals = equalsSign(header, from, end);
      if (equals < end) {
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

  /**
   * The address that the platform's own front end saw: the last one of {@code x-forwarded-for}.
   * Those before it are what the client says, and cannot be believed. Without the port that some
   * append.
   *
   * @param forwarded the header's values
   * @return null where there is none
   */
  public static @Nullable String remoteIp(List<String> forwarded) {
    if (forwarded.isEmpty()) {
      return null;
    }
    String lines = forwarded.get(forwarded.size() - 1);
    String last = lines.substring(lines.lastIndexOf(',') + 1).trim();
    int bracket = last.indexOf(']');
    if (last.startsWith("[") && bracket > 0) {
      return last.substring(1, bracket);
    }
    int colon = last.indexOf(':');
    boolean port = colon > 0 && colon == last.lastIndexOf(':');
    String address = port ? last.substring(0, colon) : last;
    return address.isEmpty() ? null : address;
  }

  /**
   * The media type to read a request's body by: what the sender declares, apart from messages of
   * Amazon SNS, which are JSON and declared to be text ("HTTP/HTTPS notification JSON format",
   * Amazon SNS Developer Guide). Of several the first: gateways join them, or do not.
   *
   * @param headers under names in lower case
   * @return null where nothing is declared
   */
  public static @Nullable String bodyType(Map<String, List<String>> headers) {
    if (headers.containsKey("x-amz-sns-message-type")
        && !headers.containsKey("x-amz-sns-rawdelivery")) {
      return "application/json";
    }
    @Nullable List<String> types = headers.get("content-type");
    String type = types == null || types.isEmpty() ? "" : types.get(0);
    int comma = type.indexOf(',');
    String first = comma < 0 || type.lastIndexOf('"', comma) >= 0 ? type : type.substring(0, comma);
    return first.isBlank() ? null : first;
  }

  /**
   * A request's body that the platform hands over as text, whatever it is: what is declared to be
   * no text is bytes, as it is on platforms that hand over bytes.
   *
   * @param type {@link #bodyType}
   */
  public static Content body(String text, @Nullable String type) {
    return type == null || Content.isText(type)
        ? Content.decode(text, type)
        : Content.decode(text.getBytes(StandardCharsets.UTF_8), type);
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
    return text.indexOf('%') < 0 && text.indexOf('+') < 0
        ? text
        : decode(text, ' ', Slashes.DECODED);
  }

  /** Percent-decoded text of a path: {@code +} is itself. Otherwise as {@link #decode}. */
  public static String decodePath(String text) {
    return text.indexOf('%') < 0 ? text : decode(text, '+', Slashes.DECODED);
  }

  /**
   * A path as an event has it: decoded as {@link #decodePath}, apart from slashes, which stay
   * {@code %2F} where they came so. Each slash in it separates segments.
   */
  public static String path(String raw) {
    return raw.indexOf('%') < 0 ? raw : decode(raw, '+', Slashes.KEPT);
  }

  /**
   * Whether the platform made text of a request's body that is declared to be none, with loss: what
   * was not UTF-8 is lost by then, and has left the replacement character. A platform that reads
   * such bytes in another charset leaves no trace of it, so that all but ASCII counts as lost.
   *
   * @param charset in which the platform may have read the bytes
   * @param type the declared media type; null where none is declared
   */
  public static boolean isMangled(String body, Charset charset, @Nullable String type) {
    if (type == null || type.indexOf('/') < 0 || Content.isText(type)) {
      return false;
    }
    return body.indexOf('\uFFFD') >= 0
        || (!charset.equals(StandardCharsets.UTF_8) && !isAscii(body));
  }

  /**
   * What a request is refused with whose body {@linkplain #isMangled is mangled}.
   *
   * @param platform for the message
   * @param advice what to do on that platform, in whole sentences
   */
  public static InvalidEventException mangled(String platform, String advice) {
    return new InvalidEventException(
        ErrorId.REQUEST_UNSUPPORTED,
        "The HTTP request has a body that is declared to be no text, and "
            + platform
            + " made text of it, with loss. "
            + advice);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static String decode(String text, char plus, Slashes slashes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '%'
          && i + 2 < bytes.length
          && digit(bytes[i + 1]) >= 0
          && digit(bytes[i + 2]) >= 0) {
        byte decoded = (byte) (digit(bytes[i + 1]) << 4 | digit(bytes[i + 2]));
        if (decoded == '/' && slashes == Slashes.KEPT) {
          bytes[length++] = b;
          bytes[length++] = '2';
          b = 'F';
        } else {
          b = decoded;
        }
        i += 2;
      } else if (b == '+') {
        b = (byte) plus;
      }
      bytes[length++] = b;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** The end where there is none. It looks no further: a text of many parts stays linear. */
  private static int equalsSign(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) != '=') {
      at++;
    }
    return at;
  }

  private static int digit(byte b) {
    return Character.digit(b, 16);
  }
}

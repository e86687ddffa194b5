package dev.eventprocessor.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client sends it.
 *
 * @param target the path and the query, encoded
 * @param headers in order; names may repeat
 * @param content empty where there is none
 */
public record HttpSent(String method, String target, List<Header> headers, HttpBytes content) {

  /** One line of the head. */
  public record Header(String name, String value) {}

  /** A request without headers and body. */
  public static HttpSent of(String method, String target) {
    return new HttpSent(method, target, List.of(), HttpBytes.of(new byte[0]));
  }

  /** With one more header. */
  public HttpSent header(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new HttpSent(method, target, more, content);
  }

  /** With a body of this type. */
  public HttpSent body(String type, byte[] bytes) {
    HttpSent typed = header("Content-Type", type);
    return new HttpSent(method, target, typed.headers, HttpBytes.of(bytes));
  }

  /** With a text in UTF-8 as the body. */
  public HttpSent body(String type, String text) {
    return body(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The body; empty where there is none. */
  public byte[] body() {
    return content.get();
  }

  /** The path as it is sent. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The query as it is sent; null where there is none. */
  public @Nullable String query() {
    int query = target.indexOf('?');
    return query < 0 ? null : target.substring(query + 1);
  }

  /** The headers by lower-case names, values in order. */
  public Map<String, List<String>> headerLists() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (Header header : headers) {
      lists
          .computeIfAbsent(header.name().toLowerCase(Locale.ROOT), none -> new ArrayList<>())
          .add(header.value());
    }
    return lists;
  }

  /** The headers by lower-case names, values joined by commas, those of cookies by semicolons. */
  public Map<String, String> joinedHeaders() {
    Map<String, String> joined = new LinkedHashMap<>();
    headerLists()
        .forEach(
            (name, values) ->
                joined.put(name, String.join(name.equals("cookie") ? "; " : ",", values)));
    return joined;
  }

  /** The parameters of the query, each decoded by the JDK's own decoder. */
  public Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    rawParameters()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        parameters
                            .computeIfAbsent(decoded(name), none -> new ArrayList<>())
                            .add(decoded(value))));
    return parameters;
  }

  /** The parameters of the query as they are sent. */
  public Map<String, List<String>> rawParameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    @Nullable String query = query();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (!part.isEmpty()) {
        parameters
            .computeIfAbsent(name, none -> new ArrayList<>())
            .add(equals < 0 ? "" : part.substring(equals + 1));
      }
    }
    return parameters;
  }

  /** What is no encoding stays as it is. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }

  /** Whether gateways hand the body over as text. */
  public boolean isText() {
    String type = String.valueOf(joinedHeaders().get("content-type"));
    return type.startsWith("text/") || type.contains("json") || type.contains("urlencoded");
  }

  /** The body as text. */
  public String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }
}

package dev.eventprocessor.http;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a processor answers to a request, where a value alone does not say it: a status, headers,
 * cookies, a body. Immutable; each method gives a new one.
 *
 * <pre>{@code
 * return HttpResponse.of(201)
 *     .header("location", "/orders/" + id)
 *     .cookie("seen", "yes", "Path=/", "HttpOnly")
 *     .body(Map.of("id", id));
 * }</pre>
 */
public final class HttpResponse {

  private static final String COOKIE = "set-cookie";

  private final int status;
  private final Map<String, List<String>> headers;
  private final List<String> cookies;
  private final @Nullable Object body;

  private HttpResponse(
      int status, Map<String, List<String>> headers, List<String> cookies, @Nullable Object body) {
    this.status = status;
    this.headers = headers;
    this.cookies = cookies;
    this.body = body;
  }

  /**
   * A response without headers and body.
   *
   * @throws InvalidEventException {@code response-malformed}, for a status that ends no request:
   *     below 200 or above 599
   */
  public static HttpResponse of(int status) {
    if (status < 200 || status > 599) {
      throw malformed("the status " + status, "Use one from 200 to 599.");
    }
    return new HttpResponse(status, Map.of(), List.of(), null);
  }

  /** 200 with a body; see {@link #body(Object)}. */
  public static HttpResponse ok(Object body) {
    return of(200).body(body);
  }

  /**
   * What a processor's return value means: a response as it is, 204 for nothing, 200 with the value
   * as the body otherwise.
   */
  public static HttpResponse ofValue(@Nullable Object value) {
    if (value instanceof HttpResponse response) {
      return response;
    }
    return value == null ? of(204) : ok(value);
  }

  /**
   * With one more value of a header; a name may have several, and means the same in any case.
   *
   * @throws InvalidEventException {@code response-malformed}, for a name that is no token and a
   *     value with a control character, either of which could begin a header of somebody else's
   */
  public HttpResponse header(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    requireToken(lower, "a header's name");
    requireNoControl(value, "a value of the header " + lower);
    if (lower.equals(COOKIE)) {
      return new HttpResponse(status, headers, added(cookies, value), body);
    }
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.put(lower, added(more.getOrDefault(lower, List.of()), value));
    return new HttpResponse(status, Collections.unmodifiableMap(more), cookies, body);
  }

  /**
   * With one more cookie, each a {@code Set-Cookie} header of its own.
   *
   * @param attributes as they stand in the header: {@code "Path=/"}, {@code "HttpOnly"}, {@code
   *     "Max-Age=3600"}
   * @throws InvalidEventException {@code response-malformed}, for a name that is no token and for
   *     anything with a semicolon or a control character
   */
  public HttpResponse cookie(String name, String value, String... attributes) {
    requireToken(name, "a cookie's name");
    StringBuilder cookie = new StringBuilder(name).append('=').append(cookiePart(value, name));
    for (String attribute : attributes) {
      cookie.append("; ").append(cookiePart(attribute, name));
    }
    return new HttpResponse(status, headers, added(cookies, cookie.toString()), body);
  }

  /**
   * With this body. Text is sent in UTF-8 as {@code text/plain}, {@code byte[]} and an {@link
   * HttpBody} as {@code application/octet-stream}, anything else as JSON, unless a {@code
   * content-type} header says otherwise. Records and other types of yours need jackson-databind.
   *
   * @throws InvalidEventException {@code response-malformed}, for a status that has no body
   */
  public HttpResponse body(Object content) {
    if (status == 204 || status == 205 || status == 304) {
      throw malformed("a body with status " + status, "Such a response has none: leave it out.");
    }
    return new HttpResponse(status, headers, cookies, content);
  }

  /**
   * With a body that is written as it comes.
   *
   * @throws InvalidEventException {@code response-malformed}, for a status that has no body
   */
  public HttpResponse body(HttpBody writer) {
    return body((Object) writer);
  }

  /** The status. */
  public int status() {
    return status;
  }

  /** The headers but for {@code set-cookie}, under names in lower case; not to be changed. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The values of the {@code Set-Cookie} headers. */
  public List<String> cookies() {
    return cookies;
  }

  /** The body as it was given; null where there is none. */
  public @Nullable Object body() {
    return body;
  }

  private static List<String> added(List<String> values, String value) {
    List<String> more = new ArrayList<>(values.size() + 1);
    more.addAll(values);
    more.add(value);
    return Collections.unmodifiableList(more);
  }

  private static String cookiePart(String text, String cookie) {
    requireNoControl(text, "the cookie " + cookie);
    if (text.indexOf(';') >= 0) {
      throw malformed("a semicolon in the cookie " + cookie, "Encode the value.");
    }
    return text;
  }

  /** As "HTTP Semantics", RFC 9110, 5.6.2 has it. The name itself is not told where it is none. */
  private static void requireToken(String name, String what) {
    if (!isOfToken(name)) {
      throw malformed(what + " with a character that none has", "Use letters, digits and hyphens.");
    }
    if (name.isEmpty()) {
      throw malformed(what + " that is empty", "Name it.");
    }
  }

  /** Whether all characters may stand in a token ("HTTP Semantics", RFC 9110, 5.6.2). */
  static boolean isOfToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 127 || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void requireNoControl(String value, String what) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 127) {
        throw malformed("a control character in " + what, "Remove or encode it.");
      }
    }
  }

  private static InvalidEventException malformed(String what, String remedy) {
    return new InvalidEventException(
        ErrorId.RESPONSE_MALFORMED, "An HTTP response cannot have " + what + ". " + remedy);
  }
}

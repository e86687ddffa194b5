package dev.eventprocessor.spi;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.internal.TypedValues;
import dev.eventprocessor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response that only has to be put into a platform's form: its body is text or bytes, and says of
 * what type. Immutable, apart from the bytes.
 */
public final class HttpAnswer {

  private static final String TYPE = "content-type";
  private static final String LENGTH = "content-length";

  private final int status;
  private final Map<String, List<String>> headers;
  private final List<String> cookies;
  private final @Nullable Object body;
  private final @Nullable Throwable failure;

  private HttpAnswer(
      int status,
      Map<String, List<String>> headers,
      List<String> cookies,
      @Nullable Object body,
      @Nullable Throwable failure) {
    this.status = status;
    this.headers = headers;
    this.cookies = cookies;
    this.body = body;
    this.failure = failure;
  }

  /**
   * A processor's response, its body written.
   *
   * @throws InvalidEventException {@code answer-not-json}
   */
  static HttpAnswer of(HttpResponse response, @Nullable Throwable failure) {
    @Nullable Object body = response.body();
    Map<String, List<String>> headers = new LinkedHashMap<>(response.headers());
    if (body != null) {
      headers.putIfAbsent(TYPE, List.of(type(body)));
      body = body instanceof String || body instanceof byte[] ? body : json(body);
    }
    return new HttpAnswer(response.status(), headers, response.cookies(), body, failure);
  }

  private static String type(Object body) {
    if (body instanceof byte[]) {
      return "application/octet-stream";
    }
    return body instanceof String ? "text/plain; charset=utf-8" : "application/json";
  }

  /** Types of the application are Jackson's matter, and loaded only then. */
  private static String json(Object body) {
    try {
      return Json.writeText(body);
    } catch (InvalidEventException notPlain) {
      if (notPlain.id() != ErrorId.ANSWER_NOT_JSON) {
        throw notPlain;
      }
      try {
        return Json.writeText(TypedValues.plain(body));
      } catch (NoClassDefFoundError withoutDatabind) {
        throw notPlain;
      }
    }
  }

  /** The same for a request by {@code HEAD}: without its body, and with the length that it has. */
  HttpAnswer toHead() {
    if (body == null) {
      return this;
    }
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.put(LENGTH, List.of(Integer.toString(bytes().length)));
    return new HttpAnswer(status, more, cookies, null, failure);
  }

  /** The same, with headers that the application's policy adds. */
  HttpAnswer with(Map<String, String> added) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    for (Map.Entry<String, String> header : added.entrySet()) {
      @Nullable List<String> own = more.get(header.getKey());
      if (own == null || !header.getKey().equals("vary")) {
        more.put(header.getKey(), List.of(header.getValue()));
      } else {
        more.put("vary", List.of(String.join(", ", own) + ", " + header.getValue()));
      }
    }
    return new HttpAnswer(status, more, cookies, body, failure);
  }

  /** The status. */
  public int status() {
    return status;
  }

  /** What the status is called. */
  public String reason() {
    return HttpReasons.of(status);
  }

  /** The headers but for {@code set-cookie}, under names in lower case. */
  public Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /**
   * The headers but for {@code set-cookie}, several values of one joined as RFC 9110, 5.3 has it.
   */
  public Map<String, String> joinedHeaders() {
    Map<String, String> joined = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      joined.put(header.getKey(), String.join(", ", header.getValue()));
    }
    return joined;
  }

  /** The values of the {@code Set-Cookie} headers. */
  public List<String> cookies() {
    return cookies;
  }

  /**
   * The headers as {@link #joinedHeaders} has them, with the only cookie among them, for a platform
   * that has one line for each name.
   *
   * @param platform for the message
   * @throws InvalidEventException {@code response-unsupported}
   */
  public Map<String, String> singleHeaders(String platform) {
    Map<String, String> single = joinedHeaders();
    @Nullable String cookie = onlyCookie(platform);
    if (cookie != null) {
      single.put("set-cookie", cookie);
    }
    return single;
  }

  /**
   * The only cookie, for a platform that cannot send two; null where there is none.
   *
   * @param platform for the message
   * @throws InvalidEventException {@code response-unsupported}
   */
  public @Nullable String onlyCookie(String platform) {
    if (cookies.size() > 1) {
      throw new InvalidEventException(
          ErrorId.RESPONSE_UNSUPPORTED,
          "The response has "
              + cookies.size()
              + " Set-Cookie headers, and "
              + platform
              + " can send one only; they cannot be joined. Set one cookie, which may hold several"
              + " values.");
    }
    return cookies.isEmpty() ? null : cookies.get(0);
  }

  /** Whether there is a body. */
  public boolean hasBody() {
    return body != null;
  }

  /** The body where it is text; null where it is bytes, and where there is none. */
  public @Nullable String text() {
    return body instanceof String text ? text : null;
  }

  /** The body as bytes, text in UTF-8; empty where there is none. Not to be changed. */
  public byte[] bytes() {
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
  }

  /** What the function's log has to tell; null where all is well, and where nothing matched. */
  public @Nullable Throwable failure() {
    return failure;
  }
}

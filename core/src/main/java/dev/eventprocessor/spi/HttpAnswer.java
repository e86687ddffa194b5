package dev.eventprocessor.spi;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.http.HttpBody;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.internal.TypedValues;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.io.OutputStream;
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

  /** The most bytes that a character of Java's becomes. */
  private static final int MOST_UTF8 = 3;

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
      body = isSent(body) ? body : json(body);
    }
    return new HttpAnswer(response.status(), headers, response.cookies(), body, failure);
  }

  /** What needs no JSON. */
  private static boolean isSent(Object body) {
    return body instanceof String || body instanceof byte[] || body instanceof HttpBody;
  }

  private static String type(Object body) {
    if (body instanceof byte[] || body instanceof HttpBody) {
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

  /**
   * The same for a request by {@code HEAD}: without its body, and with the length that it has. A
   * streamed one is not written to learn it.
   */
  HttpAnswer toHead() {
    if (body == null) {
      return this;
    }
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    if (!isStreamed()) {
      more.put(LENGTH, List.of(Integer.toString(bytes().length)));
    }
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

  /**
   * The same as this platform can send it: a streamed body written whole where there are no
   * streams.
   *
   * @throws InvalidEventException {@code response-unsupported}
   */
  HttpAnswer sendable(HttpPlatform platform) throws IOException {
    requireCookies(platform);
    if (body == null || platform.isStreaming()) {
      return this;
    }
    HttpAnswer whole =
        isStreamed() ? new HttpAnswer(status, headers, cookies, written(platform), failure) : this;
    whole.requireSize(platform);
    return whole;
  }

  private void requireCookies(HttpPlatform platform) {
    if (cookies.size() > platform.cookies()) {
      throw new InvalidEventException(
          ErrorId.RESPONSE_UNSUPPORTED,
          "The response has "
              + cookies.size()
              + " Set-Cookie headers, and "
              + platform.name()
              + " can send one only; they cannot be joined. Set one cookie, which may hold several"
              + " values.");
    }
  }

  /** Text where it is: it needs no base64. */
  private Object written(HttpPlatform platform) throws IOException {
    BoundedBytes out = new BoundedBytes(platform);
    writeTo(out);
    byte[] bytes = out.all();
    @Nullable List<String> types = headers.get(TYPE);
    @Nullable String text =
        types != null && Content.isText(types.get(0)) ? Content.utf8(bytes) : null;
    return text == null ? bytes : text;
  }

  private void requireSize(HttpPlatform platform) {
    int most = body instanceof String ? platform.text() : platform.bytes();
    boolean small = body instanceof String text && text.length() <= most / MOST_UTF8;
    if (!small && bytes().length > most) {
      throw platform.tooLarge(most);
    }
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
   * that has one line for each name, and therefore can send one cookie.
   */
  public Map<String, String> singleHeaders() {
    Map<String, String> single = joinedHeaders();
    if (!cookies.isEmpty()) {
      single.put("set-cookie", cookies.get(0));
    }
    return single;
  }

  /** Whether there is a body. */
  public boolean hasBody() {
    return body != null;
  }

  /** Whether the body is written as it comes: {@link #writeTo} is the only way to it. */
  boolean isStreamed() {
    return body instanceof HttpBody;
  }

  /**
   * Writes the body, whatever it is.
   *
   * @throws IOException when the platform's stream fails
   * @throws RuntimeException what the application's own writer throws, checked or not
   */
  public void writeTo(OutputStream out) throws IOException {
    if (!(body instanceof HttpBody stream)) {
      out.write(bytes());
      return;
    }
    try {
      stream.writeTo(out);
    } catch (Exception failure) {
      throw Failures.unchecked(failure);
    }
  }

  /** The body where it is text; null where it is bytes or streamed, and where there is none. */
  public @Nullable String text() {
    return body instanceof String text ? text : null;
  }

  /**
   * The body as bytes, text in UTF-8; empty where there is none, and where it is streamed. Not to
   * be changed.
   */
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

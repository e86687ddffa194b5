package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpRequest;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.JsonLimits;
import dev.eventprocessor.spi.HttpPlatform;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is no event of any kind: it is one itself. The query is read from the URL, and not
 * with the framework's own method, which takes parameters out of a form's body, too.
 */
final class HttpSource {

  static final String TRIGGER = "gcp.http";

  /** The response's stream is the connection's own. */
  static final HttpPlatform PLATFORM = HttpPlatform.ofEverything("Google Cloud");

  private HttpSource() {}

  /** The event, finished but for {@code raw}. */
  static PortableEvent event(HttpRequest request, Headers headers, @Nullable Content content) {
    @Nullable String query = request.getQuery().orElse(null);
    String rawPath = rawPath(request.getUri());
    String path = HttpText.path(rawPath);
    return PortableEvent.of(Kind.HTTP, "gcp", TRIGGER)
        .put("subject", path)
        .put("traceparent", headers.first("traceparent"))
        .detail("http", "method", request.getMethod())
        .detail("http", "path", path)
        .detail("http", "rawpath", rawPath)
        .detail("http", "rawquery", query)
        .detail("http", "query", query == null ? Map.of() : HttpText.query(query))
        .detail("http", "headers", headers.map())
        .detail("http", "cookies", cookies(headers))
        .detail("http", "scheme", headers.first("x-forwarded-proto"))
        .detail("http", "host", headers.first("host"))
        .detail("http", "remoteip", HttpText.remoteIp(headers.all("x-forwarded-for")))
        .content(content);
  }

  /** What is known of a request whose body is refused, as its event would have it. */
  static Map<String, ?> head(HttpRequest request, Headers headers) {
    return Map.of("method", request.getMethod(), "headers", headers.map());
  }

  /** From the address, because the framework decodes the path that it gives alone. */
  private static String rawPath(String uri) {
    int authority = uri.indexOf("://");
    int slash = uri.indexOf('/', authority < 0 ? 0 : authority + 3);
    int query = uri.indexOf('?');
    int end = query < 0 ? uri.length() : query;
    return slash < 0 || slash >= end ? "/" : uri.substring(slash, end);
  }

  private static Map<String, String> cookies(Headers headers) {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String line : headers.all("cookie")) {
      HttpText.addCookies(line, cookies);
    }
    return cookies;
  }

  /** The whole body, no larger than what is read anywhere. */
  static byte[] body(HttpRequest request) throws IOException {
    int most = JsonLimits.DEFAULT.maxBytes();
    byte[] body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      throw CloudEventSource.tooLarge("The request's body");
    }
    return body;
  }

  /** The body as it is declared. */
  static Content content(byte[] body, Headers headers) {
    return Content.decode(body, headers.contentType());
  }

  /**
   * The body of a request that is no event: what it is declared to be counts, even where that is
   * bytes of any kind.
   */
  static Content declared(byte[] body, Headers headers) {
    return Content.decode(body, HttpText.bodyType(headers.map()));
  }

  /** The request as a map; its body is decoded when it is asked for. */
  static Map<String, @Nullable Object> raw(HttpRequest request, Headers headers, Content body) {
    Map<String, @Nullable Object> raw = new LinkedHashMap<>();
    raw.put("method", request.getMethod());
    raw.put("path", request.getPath());
    if (request.getQuery().isPresent()) {
      raw.put("query", request.getQuery().get());
    }
    raw.put("headers", headers.map());
    return RawEvent.of(raw, "body", body);
  }
}

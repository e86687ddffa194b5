package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpRequest;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.JsonLimits;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is no event of any kind: it is one itself. The query is read from the URL, and not
 * with the framework's own method, which takes parameters out of a form's body, too.
 */
final class HttpSource {

  static final String TRIGGER = "gcp.http";

  private HttpSource() {}

  /** The event, finished but for {@code raw}. */
  static PortableEvent event(HttpRequest request, Headers headers, @Nullable Content content) {
    @Nullable String query = request.getQuery().orElse(null);
    return PortableEvent.of(Kind.HTTP, "gcp", TRIGGER)
        .put("subject", request.getPath())
        .put("traceparent", headers.first("traceparent"))
        .detail("http", "method", request.getMethod())
        .detail("http", "path", request.getPath())
        .detail("http", "rawquery", query)
        .detail("http", "query", query == null ? null : HttpText.query(query))
        .detail("http", "headers", headers.map())
        .detail("http", "cookies", cookies(headers))
        .content(content);
  }

  private static @Nullable Map<String, String> cookies(Headers headers) {
    @Nullable List<String> lines = headers.map().get("cookie");
    if (lines == null) {
      return null;
    }
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String line : lines) {
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

  /** The body as it is declared; of JSON without the mark that some put before it. */
  static Content content(byte[] body, Headers headers) {
    boolean marked =
        body.length > 3
            && body[0] == (byte) 0xEF
            && body[1] == (byte) 0xBB
            && body[2] == (byte) 0xBF
            && (body[3] == '{' || body[3] == '[');
    byte[] unmarked = marked ? Arrays.copyOfRange(body, 3, body.length) : body;
    return Content.decode(unmarked, headers.contentType());
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

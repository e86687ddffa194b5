package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpRequest;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.JsonLimits;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is no event of any kind: it is one itself. */
final class HttpSource {

  static final String TRIGGER = "gcp.http";

  private HttpSource() {}

  /** The event, finished but for {@code raw}. */
  static PortableEvent event(HttpRequest request, Headers headers, @Nullable Content content) {
    Map<String, List<String>> query = request.getQueryParameters();
    return PortableEvent.of(Kind.HTTP, "gcp", TRIGGER)
        .put("subject", request.getPath())
        .put("traceparent", headers.first("traceparent"))
        .detail("http", "method", request.getMethod())
        .detail("http", "path", request.getPath())
        .detail("http", "query", query.isEmpty() ? null : query)
        .detail("http", "headers", headers.map())
        .content(content);
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

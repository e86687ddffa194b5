package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lambda@Edge: a request or response on its way through CloudFront ("Lambda@Edge event structure",
 * CloudFront Developer Guide). The map that the processor returns goes on in its place; where
 * nothing is returned, it goes on as it came.
 */
final class CloudFrontSource implements LambdaSource {

  private static final String GROUP = "http";

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields cf = Fields.of(payload, "CloudFront event").element("Records", 0).requiredFields("cf");
    @Nullable Fields request = cf.fields("request");
    @Nullable Fields config = cf.fields("config");
    PortableEvent event = PortableEvent.of(Kind.HTTP, "aws", "aws.cloudfront");
    if (config != null) {
      @Nullable String stage = config.text("eventType");
      event
          .put("id", config.text("requestId"))
          .put("source", config.text("distributionId"))
          .put("type", stage == null ? null : "com.amazonaws.cloudfront." + stage)
          .resource("id", config.text("distributionId"));
    }
    if (request != null) {
      describe(request, event);
    }
    Map<String, @Nullable Object> unchanged = unchanged(cf); // Fails before anything is run.
    @Nullable Object value = Runs.answer(processor, event.build(payload), context);
    return value instanceof Map<?, ?> ? value : unchanged;
  }

  private static Map<String, @Nullable Object> unchanged(Fields cf) {
    @Nullable Fields response = cf.fields("response");
    return response == null ? cf.requiredFields("request").map() : response.map();
  }

  private static void describe(Fields request, PortableEvent event) {
    Map<String, List<String>> headers = headers(request);
    @Nullable String query = request.text("querystring");
    @Nullable Fields body = request.fields("body");
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String cookie : headers.getOrDefault("cookie", List.of())) {
      HttpText.addCookies(cookie, cookies);
    }
    @Nullable List<String> host = headers.get("host");
    @Nullable String uri = request.text("uri"); // As it was sent.
    @Nullable String path = uri == null ? null : HttpText.path(uri);
    event
        .put("subject", path)
        .content(body == null ? null : body(body, HttpText.bodyType(headers)))
        .detail(GROUP, "method", request.text("method"))
        .detail(GROUP, "path", path)
        .detail(GROUP, "rawpath", uri)
        .detail(GROUP, "query", query == null ? Map.of() : HttpText.query(query))
        .detail(GROUP, "rawquery", query)
        .detail(GROUP, "headers", headers)
        .detail(GROUP, "cookies", cookies)
        .detail(GROUP, "host", host == null ? null : host.get(0))
        .detail(GROUP, "remoteip", request.text("clientIp"));
  }

  private static @Nullable Content body(Fields body, @Nullable String type) {
    @Nullable String data = body.text("data");
    if (data == null || data.isEmpty()) {
      return null;
    }
    return "base64".equals(body.text("encoding"))
        ? Content.base64(data, type)
        : HttpText.body(data, type);
  }

  /** {@code {"name": [{"key": ..., "value": ...}]}} */
  private static Map<String, List<String>> headers(Fields request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    @Nullable Fields sent = request.fields("headers");
    if (sent != null) {
      for (String name : sent.map().keySet()) {
        for (int i = 0; i < sent.size(name); i++) {
          @Nullable String value = sent.element(name, i).text("value");
          if (value != null) {
            HttpText.add(headers, HttpText.headerName(name), value);
          }
        }
      }
    }
    return headers;
  }
}

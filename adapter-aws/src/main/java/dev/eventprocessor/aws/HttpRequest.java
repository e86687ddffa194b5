package dev.eventprocessor.aws;

import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP request as one of AWS's payloads has it. Not thread-safe; one a request. */
final class HttpRequest {

  private static final String GROUP = "http";

  private static final String GATEWAY = "the gateway in front of the function";
  private static final String MANGLED =
      "Add its media type to the binaryMediaTypes of the REST API, or send a reference to the"
          + " content (for example an object in S3) in place of the content.";

  private final Fields request;
  private final HttpShape shape;
  private final @Nullable Fields context;
  private final @Nullable Fields http;
  private final Map<String, List<String>> headers;

  HttpRequest(Fields request, HttpShape shape) {
    this.request = request;
    this.shape = shape;
    this.context = request.fields("requestContext");
    this.http = context == null ? null : context.fields("http");
    this.headers = HttpLists.headers(request);
    List<String> cookies = shape == HttpShape.V2 ? request.texts("cookies") : List.of();
    if (!cookies.isEmpty()) { // Taken out of the headers by payload 2.0 alone.
      headers.putIfAbsent("cookie", List.of(String.join("; ", cookies)));
    }
  }

  /**
   * Whether the gateway handed a body of bytes over as text ("Working with binary media types for
   * REST APIs", API Gateway Developer Guide).
   */
  boolean isMangled() {
    @Nullable String body = isBase64() ? null : request.text("body");
    return body != null
        && HttpText.isMangled(body, StandardCharsets.UTF_8, HttpText.bodyType(headers));
  }

  /** What is told of a body that {@link #isMangled}. */
  static InvalidEventException mangled() {
    return HttpText.mangled(GATEWAY, MANGLED);
  }

  /** Tells all that the payload says of the request. */
  void describe(PortableEvent event) {
    @Nullable String rawPath = path();
    @Nullable String path = rawPath == null ? null : HttpText.path(rawPath);
    @Nullable String route = route();
    event
        .put("id", text(context, "requestId"))
        .put("subject", route == null ? path : route)
        .put("time", time())
        .content(body())
        .put("traceparent", TraceHeader.traceparent(first("x-amzn-trace-id")))
        .put("traceparent", first("traceparent"))
        .put("tracestate", first("tracestate"))
        .detail(GROUP, "method", method())
        .detail(GROUP, "path", path)
        .detail(GROUP, "rawpath", rawPath)
        .detail(GROUP, "route", route)
        .detail(GROUP, "pathparams", pathParameters())
        .detail(GROUP, "query", query())
        .detail(GROUP, "rawquery", rawQuery())
        .detail(GROUP, "headers", headers)
        .detail(GROUP, "cookies", cookies())
        .detail(GROUP, "scheme", first("x-forwarded-proto"))
        .detail(GROUP, "host", host())
        .detail(GROUP, "remoteip", remoteIp())
        .detail(GROUP, "protocol", text(http == null ? context : http, "protocol"))
        .detail(GROUP, "principal", principal())
        .detail(GROUP, "stage", text(context, "stage"));
    if (shape == HttpShape.WEBSOCKET) {
      event
          .put("type", "com.amazonaws.apigateway.websocket." + text(context, "eventType"))
          .detail(GROUP, "connection", text(context, "connectionId"));
    }
    describeResource(event);
  }

  private void describeResource(PortableEvent event) {
    @Nullable Fields elb = context == null ? null : context.fields("elb");
    @Nullable String arn = elb == null ? text(context, "serviceArn") : text(elb, "targetGroupArn");
    event.put("source", arn == null ? text(context, "apiId") : arn);
    Arn.describe(arn, event);
    if (arn == null) {
      event.resource("id", text(context, "apiId")).resource("account", text(context, "accountId"));
    }
  }

  private @Nullable String method() {
    return switch (shape) {
      case V2 -> text(http, "method");
      case LATTICE_V1, LATTICE_V2 -> request.text("method");
      default -> request.text("httpMethod");
    };
  }

  /** As it was sent, as far as the gateway tells; without the stage that payload 2.0 puts first. */
  private @Nullable String path() {
    @Nullable String path = sentPath();
    int query = path == null ? -1 : path.indexOf('?');
    path = path == null || query < 0 ? path : path.substring(0, query);
    String stage = "/" + text(context, "stage");
    if (shape != HttpShape.V2 || path == null || !path.startsWith(stage)) {
      return path;
    }
    String rest = path.substring(stage.length());
    if (rest.isEmpty()) {
      return "/";
    }
    return rest.startsWith("/") ? rest : path;
  }

  private @Nullable String sentPath() {
    return request.text(
        switch (shape) {
          case V2 -> "rawPath";
          case LATTICE_V1 -> "raw_path";
          default -> "path";
        });
  }

  /** The template, without the method that payload 2.0 puts before it; absent for the default. */
  private @Nullable String route() {
    @Nullable String route =
        switch (shape) {
          case V1 -> request.text("resource");
          case V2 -> request.text("routeKey");
          case WEBSOCKET -> text(context, "routeKey");
          default -> null;
        };
    if (route == null || (shape == HttpShape.V2 && route.equals("$default"))) {
      return null;
    }
    return shape == HttpShape.V2 ? route.substring(route.indexOf(' ') + 1) : route;
  }

  private @Nullable Map<String, Object> pathParameters() {
    if (shape != HttpShape.V1 && shape != HttpShape.V2) {
      return null;
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    @Nullable Fields parameters = request.fields("pathParameters");
    if (parameters != null) {
      for (String name : parameters.map().keySet()) {
        @Nullable String value = parameters.text(name);
        if (value != null) {
          plain.put(name, value);
        }
      }
    }
    return plain;
  }

  private @Nullable String rawQuery() {
    if (shape == HttpShape.V2) {
      return request.text("rawQueryString");
    }
    @Nullable String path = shape == HttpShape.LATTICE_V1 ? sentPath() : null;
    int query = path == null ? -1 : path.indexOf('?');
    return path == null || query < 0 ? null : path.substring(query + 1);
  }

  /** From the raw text where there is one: the maps join or drop what is repeated. */
  private Map<String, List<String>> query() {
    @Nullable String raw = rawQuery();
    if (raw != null) {
      return HttpText.query(raw);
    }
    Map<String, List<String>> query = new LinkedHashMap<>();
    HttpLists.addAll(query, request.fields("multiValueQueryStringParameters"));
    HttpLists.addAbsent(
        query,
        request.fields(
            shape == HttpShape.LATTICE_V1 ? "query_string_parameters" : "queryStringParameters"));
    return shape == HttpShape.ALB || shape == HttpShape.ALB_LISTS
        ? HttpLists.decoded(query)
        : query;
  }

  private Map<String, String> cookies() {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String cookie : headers.getOrDefault("cookie", List.of())) {
      HttpText.addCookies(cookie, cookies);
    }
    return cookies;
  }

  private @Nullable String host() {
    @Nullable String host = first("host");
    return host == null ? text(context, "domainName") : host;
  }

  /**
   * The address that the gateway saw. Balancers append theirs to what the client sent in the
   * header, so that only the last one can be believed.
   */
  private @Nullable String remoteIp() {
    if (shape == HttpShape.V2) {
      return text(http, "sourceIp");
    }
    if (shape == HttpShape.V1 || shape == HttpShape.WEBSOCKET) {
      return text(context == null ? null : context.fields("identity"), "sourceIp");
    }
    return HttpText.remoteIp(headers.getOrDefault("x-forwarded-for", List.of()));
  }

  /** The claims, or what the authorizer or the caller's identity says. */
  private @Nullable Object principal() {
    if (context == null) {
      return null;
    }
    @Nullable Fields authorizer =
        context.fields(shape == HttpShape.LATTICE_V2 ? "identity" : "authorizer");
    if (authorizer == null) {
      return null;
    }
    @Nullable Fields jwt = authorizer.fields("jwt");
    for (@Nullable Object part :
        new @Nullable Object[] {
          jwt == null ? null : jwt.map().get("claims"),
          authorizer.map().get("lambda"),
          authorizer.map().get("iam"),
          authorizer.map().get("claims")
        }) {
      if (part instanceof Map<?, ?>) {
        return part;
      }
    }
    return authorizer.map();
  }

  private @Nullable String time() {
    if (context == null || shape == HttpShape.LATTICE_V2) {
      return null;
    }
    @Nullable Long v1 = context.number("requestTimeEpoch");
    return Times.ofEpochMillis(v1 == null ? context.number("timeEpoch") : v1);
  }

  /** As the request's own header declares it; absent where there is none. */
  private @Nullable Content body() {
    @Nullable String body = request.text("body");
    if (body == null || body.isEmpty()) {
      return null;
    }
    @Nullable String type = HttpText.bodyType(headers);
    return isBase64() ? Content.base64(body, type) : HttpText.body(body, type);
  }

  private boolean isBase64() {
    return Boolean.TRUE.equals(
        request.flag(shape == HttpShape.LATTICE_V1 ? "is_base64_encoded" : "isBase64Encoded"));
  }

  private @Nullable String first(String header) {
    @Nullable List<String> values = headers.get(header);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  private static @Nullable String text(@Nullable Fields fields, String key) {
    return fields == null ? null : fields.text(key);
  }
}

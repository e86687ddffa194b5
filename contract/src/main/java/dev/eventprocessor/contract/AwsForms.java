package dev.eventprocessor.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes AWS's payloads of requests, as its documents have them, and a response of an answer. */
final class AwsForms {

  private static final String ADDRESS = "192.0.2.3";

  private AwsForms() {}

  /** API Gateway's payload 1.0. */
  static Map<String, @Nullable Object> version1(HttpSent request) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("resource", "/{proxy+}");
    payload.put("path", request.path());
    payload.put("httpMethod", request.method());
    payload.put("headers", last(request.headerLists()));
    payload.put("multiValueHeaders", request.headerLists());
    boolean query = request.query() != null;
    payload.put("queryStringParameters", query ? last(request.parameters()) : null);
    payload.put("multiValueQueryStringParameters", query ? request.parameters() : null);
    payload.put("pathParameters", Map.of("proxy", request.path().substring(1)));
    payload.put(
        "requestContext",
        Map.of("requestId", "r", "stage", "prod", "identity", Map.of("sourceIp", ADDRESS)));
    putBody(request, "isBase64Encoded", null, payload);
    return payload;
  }

  /** API Gateway's payload 2.0. */
  static Map<String, @Nullable Object> version2(HttpSent request) {
    return version2(request, "$default", "abc.execute-api.eu-west-1.amazonaws.com");
  }

  /** The same of a stage with a name, which stands before the path. */
  static Map<String, @Nullable Object> version2InStage(HttpSent request) {
    return version2(request, "prod", "abc.execute-api.eu-west-1.amazonaws.com");
  }

  /** The same of a function URL. */
  static Map<String, @Nullable Object> functionUrl(HttpSent request) {
    return version2(request, "$default", "abc.lambda-url.eu-west-1.on.aws");
  }

  private static Map<String, @Nullable Object> version2(
      HttpSent request, String stage, String domain) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("version", "2.0");
    payload.put("routeKey", "$default");
    String path = request.path();
    payload.put("rawPath", stage.equals("$default") ? path : "/" + stage + path);
    @Nullable String query = request.query();
    payload.put("rawQueryString", query == null ? "" : query);
    Map<String, String> headers = request.joinedHeaders();
    @Nullable String cookie = headers.remove("cookie");
    if (cookie != null) {
      payload.put("cookies", List.of(cookie.split("; ?", -1)));
    }
    payload.put("headers", headers);
    Map<String, Object> http =
        Map.of("method", request.method(), "path", path, "sourceIp", ADDRESS);
    payload.put(
        "requestContext",
        Map.of("requestId", "r", "stage", stage, "domainName", domain, "http", http));
    if (request.body().length > 0) {
      putBody(request, "isBase64Encoded", "", payload);
    }
    return payload;
  }

  /** An Application Load Balancer's. */
  static Map<String, @Nullable Object> balancer(HttpSent request) {
    Map<String, @Nullable Object> payload = balanced(request);
    payload.put("headers", request.joinedHeaders());
    payload.put("queryStringParameters", last(request.rawParameters()));
    return payload;
  }

  /** The same with multi-value headers. */
  static Map<String, @Nullable Object> balancerOfLists(HttpSent request) {
    Map<String, @Nullable Object> payload = balanced(request);
    payload.put("multiValueHeaders", request.headerLists());
    payload.put("multiValueQueryStringParameters", request.rawParameters());
    return payload;
  }

  private static Map<String, @Nullable Object> balanced(HttpSent request) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("requestContext", Map.of("elb", Map.of("targetGroupArn", "arn:aws:e:r:1:t/1")));
    payload.put("httpMethod", request.method());
    payload.put("path", request.path());
    putBody(request, "isBase64Encoded", "", payload);
    return payload;
  }

  /** VPC Lattice's, version 1. */
  static Map<String, @Nullable Object> lattice1(HttpSent request) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("raw_path", request.target());
    payload.put("method", request.method());
    payload.put("headers", request.joinedHeaders());
    payload.put("query_string_parameters", last(request.parameters()));
    putBody(request, "is_base64_encoded", "", payload);
    return payload;
  }

  /** VPC Lattice's, version 2. */
  static Map<String, @Nullable Object> lattice2(HttpSent request) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("version", "2.0");
    payload.put("path", request.path());
    payload.put("method", request.method());
    payload.put("headers", request.headerLists());
    payload.put("queryStringParameters", request.parameters());
    payload.put("requestContext", Map.of("serviceNetworkArn", "arn:aws:v:r:1:servicenetwork/1"));
    putBody(request, "isBase64Encoded", "", payload);
    return payload;
  }

  /**
   * What a WebSocket API sends.
   *
   * @param type {@code CONNECT}, {@code MESSAGE} or {@code DISCONNECT}
   * @param body of a message; null where there is none
   */
  static Map<String, @Nullable Object> webSocket(String type, String route, @Nullable String body) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    if (body == null) {
      payload.put("headers", Map.of("Host", "a.example", "Sec-WebSocket-Protocol", "a, b"));
    } else {
      payload.put("body", body);
    }
    payload.put("isBase64Encoded", false);
    payload.put(
        "requestContext",
        Map.of("requestId", "r", "connectionId", "c", "eventType", type, "routeKey", route));
    return payload;
  }

  private static Map<String, String> last(Map<String, List<String>> lists) {
    Map<String, String> last = new LinkedHashMap<>();
    lists.forEach((name, values) -> last.put(name, values.get(values.size() - 1)));
    return last;
  }

  private static void putBody(
      HttpSent request, String flag, @Nullable String none, Map<String, @Nullable Object> payload) {
    boolean text = request.isText() || request.body().length == 0;
    String body = text ? request.text() : Base64.getEncoder().encodeToString(request.body());
    payload.put("body", request.body().length == 0 ? none : body);
    payload.put(flag, !text);
  }

  /** As the gateways make it: all headers of both maps, {@code Set-Cookie} of either form. */
  static HttpGot response(@Nullable Object answer) {
    if (!(answer instanceof Map<?, ?> form)) {
      throw new AssertionError("no response: " + answer);
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    List<String> cookies = new ArrayList<>();
    for (String key : List.of("headers", "multiValueHeaders")) {
      if (form.get(key) instanceof Map<?, ?> map) {
        map.forEach((name, value) -> headers.put(String.valueOf(name), values(value)));
      }
    }
    @Nullable List<String> set = headers.remove("set-cookie");
    cookies.addAll(set == null ? List.of() : set);
    cookies.addAll(values(form.get("cookies")));
    String body = String.valueOf(form.get("body"));
    boolean encoded = Boolean.TRUE.equals(form.get("isBase64Encoded"));
    byte[] bytes =
        encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    int status = form.get("statusCode") instanceof Number number ? number.intValue() : 0;
    return new HttpGot(status, headers, cookies, bytes);
  }

  private static List<String> values(@Nullable Object value) {
    List<String> values = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> values.add(String.valueOf(element)));
    } else if (value != null) {
      values.add(String.valueOf(value));
    }
    return values;
  }
}

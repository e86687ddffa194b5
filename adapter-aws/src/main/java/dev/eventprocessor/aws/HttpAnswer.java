package dev.eventprocessor.aws;

import dev.eventprocessor.json.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a processor returns as a response: a map with {@code statusCode} as it is, anything else as
 * the body of a response with status 200 and the content type that fits; 204 for nothing.
 * Stateless.
 */
final class HttpAnswer {

  private static final String STATUS = "statusCode";

  private HttpAnswer() {}

  /**
   * The response in the trigger's form.
   *
   * @param lists whether the load balancer's target group has multi-value headers turned on, and so
   *     wants them back
   */
  static Map<?, ?> of(@Nullable Object value, HttpShape shape, boolean lists) {
    if (value instanceof Map<?, ?> map && map.get(STATUS) instanceof Number) {
      return map;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    int status = value == null ? 204 : 200;
    answer.put(STATUS, status);
    if (shape == HttpShape.ALB) {
      answer.put("statusDescription", value == null ? "204 No Content" : "200 OK");
    }
    if (shape != HttpShape.ALB || !lists) {
      answer.put("headers", value == null ? Map.of() : Map.of("content-type", type(value)));
    } else {
      answer.put(
          "multiValueHeaders",
          value == null ? Map.of() : Map.of("content-type", List.of(type(value))));
    }
    answer.put("body", value == null ? "" : body(value));
    answer.put("isBase64Encoded", value instanceof byte[]);
    return answer;
  }

  private static String type(Object value) {
    if (value instanceof byte[]) {
      return "application/octet-stream";
    }
    return value instanceof String ? "text/plain; charset=utf-8" : "application/json";
  }

  private static String body(Object value) {
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    return value instanceof String text ? text : Json.writeText(value);
  }
}

package dev.eventprocessor.cli;

import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.json.Json;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request in which a payload of Google Cloud came: written out, as its parts in JSON, or
 * nothing but its body. Stateless.
 */
final class GoogleRequests {

  private static final String JSON = "application/json";

  private static final String CLOUD_EVENT = "application/cloudevents+json; charset=utf-8";

  private GoogleRequests() {}

  /**
   * Makes the request.
   *
   * @throws InputException when the payload says that it is a request and is none
   * @throws dev.eventprocessor.InvalidEventException when it is neither a request nor JSON
   */
  static FakeHttpRequest of(Payload payload) {
    byte[] bytes = payload.bytes();
    if (HttpMessage.isOne(bytes)) {
      return HttpMessage.read(bytes);
    }
    @Nullable Members members = Members.of(bytes);
    if (members == null) {
      Json.read(bytes); // Says what is wrong where it is not JSON.
      return post(bytes, JSON);
    }
    String form = payload.told().form() == null ? "" : payload.told().form();
    if (members.has("specversion") || form.equals("cloudevent-structured")) {
      return post(bytes, CLOUD_EVENT);
    }
    boolean bare = form.equals("gcf-legacy") || form.equals("pubsub-push");
    return members.has("headers") && !bare ? inParts(members) : post(bytes, JSON);
  }

  private static FakeHttpRequest post(byte[] body, String type) {
    return FakeHttpRequest.post(body).header("Content-Type", type);
  }

  private static FakeHttpRequest inParts(Members parts) {
    byte[] written = java.util.Objects.requireNonNull(parts.raw("headers"));
    if (!(Json.read(written) instanceof Map<?, ?> headers)) {
      throw new InputException(
          "\"headers\" of the payload is no object. Write {\"headers\": {\"NAME\": \"VALUE\"}, ...}.");
    }
    String method = orElse(parts.text("method"), "POST");
    String target = orElse(parts.text("url"), orElse(parts.text("path"), "/"));
    FakeHttpRequest request = new FakeHttpRequest(method, target, body(parts, isJson(headers)));
    for (Map.Entry<?, ?> header : headers.entrySet()) {
      for (Object value : header.getValue() instanceof List<?> all ? all : one(header)) {
        if (value != null) {
          request.header(String.valueOf(header.getKey()), String.valueOf(value));
        }
      }
    }
    return request;
  }

  private static List<?> one(Map.Entry<?, ?> header) {
    return java.util.Collections.singletonList(header.getValue());
  }

  private static byte[] body(Members parts, boolean isJson) {
    for (String name : List.of("data_base64", "body_base64")) {
      @Nullable String base64 = parts.text(name);
      if (base64 != null) {
        return decoded(name, base64);
      }
    }
    byte @Nullable [] body = parts.content("body");
    if (body == null) {
      body = isJson ? parts.raw("data") : parts.content("data");
    }
    return body == null ? new byte[0] : body;
  }

  private static byte[] decoded(String name, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw new InputException(
          "\""
              + name
              + "\" of the payload is not base64. Encode the body's bytes as RFC 4648 has it.");
    }
  }

  /** Without a type a text is JSON, too: it is written as it stands. */
  private static boolean isJson(Map<?, ?> headers) {
    for (Map.Entry<?, ?> header : headers.entrySet()) {
      if (String.valueOf(header.getKey()).equalsIgnoreCase("Content-Type")) {
        return String.valueOf(header.getValue()).toLowerCase(Locale.ROOT).contains("json");
      }
    }
    return true;
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null ? other : text;
  }
}

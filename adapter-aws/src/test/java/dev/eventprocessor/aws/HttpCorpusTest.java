package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.contract.HttpBytes;
import dev.eventprocessor.contract.HttpDescribed;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every collected request: method, path, query, headers, cookies, body and parameters are what the
 * file says, read here by AWS's documents and without the adapter's own readers.
 */
class HttpCorpusTest {

  private static final Set<String> TRIGGERS =
      Set.of(
          "aws.alb",
          "aws.apigw-http",
          "aws.apigw-rest",
          "aws.apigw-websocket",
          "aws.cloudfront",
          "aws.function-url",
          "aws.vpc-lattice-v1",
          "aws.vpc-lattice-v2");

  static List<Corpus.Payload> requests() throws IOException {
    List<Corpus.Payload> requests = new ArrayList<>(Corpus.payloads("index.jsonl", "aws"));
    requests.removeIf(payload -> !TRIGGERS.contains(payload.trigger()));
    return requests;
  }

  @Test
  void everyTriggerOfHttpIsThere() throws IOException {
    assertEquals(
        TRIGGERS.size(), requests().stream().map(Corpus.Payload::trigger).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theEventIsTheRequestThatTheFileDescribes(Corpus.Payload payload) throws IOException {
    Corpus.Run run = Corpus.run(payload.bytes(), null);

    assertEquals(Kind.HTTP.text(), run.events().get(0).get("kind"));
    if (isOfAResponse(payload)) {
      assertFalse(run.events().get(0).has("http"));
      return;
    }
    @Nullable String undecoded = undecoded((Map<?, ?>) Json.read(payload.bytes()));
    if (undecoded == null) {
      described(payload).assertIs(run.events().get(0));
    } else {
      described(payload).assertHeadIs(run.events().get(0));
      assertEquals(undecoded, run.events().get(0).get("data"));
      assertTrue(run.events().get(0).has("dataerror"));
    }
  }

  /** A body that is said to be base64 and is none; null where it is what is said. */
  private static @Nullable String undecoded(Map<?, ?> json) {
    @Nullable String body = text(json, "body");
    if (body == null
        || !(Boolean.TRUE.equals(json.get("isBase64Encoded"))
            || Boolean.TRUE.equals(json.get("is_base64_encoded")))) {
      return null;
    }
    try {
      Base64.getDecoder().decode(body);
      return null;
    } catch (IllegalArgumentException notBase64) {
      return body;
    }
  }

  /** At the edge, a response may come without its request. */
  private static boolean isOfAResponse(Corpus.Payload payload) throws IOException {
    Map<?, ?> cf = at(Json.read(payload.bytes()), "Records", 0, "cf");
    return cf.containsKey("response") && !cf.containsKey("request");
  }

  private static HttpDescribed described(Corpus.Payload payload) throws IOException {
    Map<?, ?> json = (Map<?, ?>) Json.read(payload.bytes());
    return switch (payload.trigger()) {
      case "aws.cloudfront" -> atTheEdge(at(json, "Records", 0, "cf", "request"));
      case "aws.apigw-http", "aws.function-url" -> version2(json);
      case "aws.vpc-lattice-v1" ->
          new HttpDescribed(
              text(json, "method"),
              text(json, "raw_path"),
              lists(at(json, "query_string_parameters"), Map.of()),
              lists(at(json, "headers"), Map.of()),
              body(json, "is_base64_encoded"),
              null);
      case "aws.vpc-lattice-v2" -> plain(json, "method", false);
      case "aws.alb" -> plain(json, "httpMethod", false);
      case "aws.apigw-websocket" -> plain(json, "httpMethod", false);
      default -> plain(json, "httpMethod", true);
    };
  }

  private static HttpDescribed plain(Map<?, ?> json, String method, boolean parameters) {
    return new HttpDescribed(
        text(json, method),
        text(json, "path"),
        lists(at(json, "multiValueQueryStringParameters"), at(json, "queryStringParameters")),
        lists(at(json, "multiValueHeaders"), at(json, "headers")),
        body(json, "isBase64Encoded"),
        parameters ? texts(at(json, "pathParameters")) : null);
  }

  /** Its stage stands before the path, and its cookies in a list of their own. */
  private static HttpDescribed version2(Map<?, ?> json) {
    String path = String.valueOf(text(json, "rawPath"));
    String stage = "/" + text(at(json, "requestContext"), "stage");
    Map<String, List<String>> headers = lists(at(json, "headers"), Map.of());
    if (json.get("cookies") instanceof List<?> cookies) {
      List<String> texts = new ArrayList<>();
      cookies.forEach(cookie -> texts.add((String) cookie));
      headers.put("cookie", List.of(String.join("; ", texts)));
    }
    return new HttpDescribed(
        text(at(json, "requestContext", "http"), "method"),
        path.startsWith(stage + "/") ? path.substring(stage.length()) : path,
        HttpDescribed.parameters(text(json, "rawQueryString")),
        headers,
        body(json, "isBase64Encoded"),
        texts(at(json, "pathParameters")));
  }

  private static HttpDescribed atTheEdge(Map<?, ?> request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    at(request, "headers")
        .forEach(
            (name, entries) -> {
              List<String> values = new ArrayList<>();
              ((List<?>) entries)
                  .forEach(entry -> values.add((String) ((Map<?, ?>) entry).get("value")));
              headers.put((String) name, values);
            });
    Map<?, ?> body = at(request, "body");
    String data = String.valueOf(body.get("data"));
    return new HttpDescribed(
        text(request, "method"),
        text(request, "uri"),
        HttpDescribed.parameters(text(request, "querystring")),
        headers,
        body.get("data") == null || data.isEmpty()
            ? null
            : bytes(data, "base64".equals(body.get("encoding"))),
        null);
  }

  private static @Nullable HttpBytes body(Map<?, ?> json, String flag) {
    @Nullable String body = text(json, "body");
    return body == null || body.isEmpty() ? null : bytes(body, Boolean.TRUE.equals(json.get(flag)));
  }

  /** Some files say that a text is base64 which is none: such a body stays as it came. */
  private static HttpBytes bytes(String body, boolean base64) {
    try {
      return HttpBytes.of(
          base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return HttpBytes.of(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Every name of both maps, with the values of the first that has it. */
  private static Map<String, List<String>> lists(Map<?, ?> first, Map<?, ?> second) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (Map<?, ?> map : List.of(first, second)) {
      map.forEach(
          (name, value) -> {
            List<String> values = new ArrayList<>();
            for (Object each : value instanceof List<?> list ? list : List.of(value)) {
              values.add(String.valueOf(each));
            }
            lists.putIfAbsent((String) name, values);
          });
    }
    return lists;
  }

  private static Map<String, String> texts(Map<?, ?> map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.forEach((name, value) -> texts.put((String) name, (String) value));
    return texts;
  }

  private static @Nullable String text(Map<?, ?> map, String key) {
    return (String) map.get(key);
  }

  /** The map under these keys; an empty one where there is none. */
  private static Map<?, ?> at(Object json, Object... keys) {
    @Nullable Object value = json;
    for (Object key : keys) {
      value =
          value instanceof List<?> list
              ? list.get((int) key)
              : value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}

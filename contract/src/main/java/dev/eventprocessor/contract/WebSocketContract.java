package dev.eventprocessor.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Connections and messages of API Gateway's WebSocket APIs: they have a route and neither method
 * nor path, and are answered like requests.
 */
public final class WebSocketContract {

  private WebSocketContract() {}

  /**
   * A test for each of them.
   *
   * @param lambda what a payload is answered
   */
  public static Stream<DynamicTest> tests(Function<Object, @Nullable Object> lambda) {
    return Stream.of(
        test(
            "a connection is accepted and has its protocol",
            lambda,
            AwsForms.webSocket("CONNECT", "$connect", null),
            new HttpGot(200, Map.of("sec-websocket-protocol", List.of("a")), List.of(), bytes(""))),
        test(
            "a message is answered",
            lambda,
            AwsForms.webSocket("MESSAGE", "$default", "{\"a\":[1,\"\u20ac\"]}"),
            new HttpGot(
                200,
                Map.of("content-type", List.of("application/json")),
                List.of(),
                bytes("{\"a\":[1,\"\u20ac\"]}"))),
        test(
            "the end of a connection is taken note of",
            lambda,
            AwsForms.webSocket("DISCONNECT", "$disconnect", null),
            new HttpGot(204, Map.of(), List.of(), bytes(""))),
        test(
            "a message of no route is not found",
            lambda,
            AwsForms.webSocket("MESSAGE", "other", "x"),
            problem(404, "Not Found")),
        test(
            "a failure is answered and not told",
            lambda,
            AwsForms.webSocket("MESSAGE", "fails", "x"),
            problem(500, "Internal Server Error")));
  }

  private static DynamicTest test(
      String name, Function<Object, @Nullable Object> lambda, Object payload, HttpGot wanted) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          HttpGot got = AwsForms.response(lambda.apply(payload));
          String body = new String(got.body(), StandardCharsets.UTF_8);
          assertFalse(body.contains("s3cret"), "told to the caller");
          assertEquals(new String(wanted.body(), StandardCharsets.UTF_8), body);
          assertEquals(wanted.status(), got.status());
          wanted
              .headers()
              .forEach((header, values) -> assertEquals(values, got.headers().get(header)));
          assertEquals(wanted.cookies(), got.cookies());
        });
  }

  private static HttpGot problem(int status, String title) {
    return new HttpGot(
        status,
        Map.of("content-type", List.of("application/problem+json")),
        List.of(),
        bytes("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + "}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

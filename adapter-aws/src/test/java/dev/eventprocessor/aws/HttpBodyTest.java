package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies of requests that AWS hands over as text, whatever they are declared to be. */
class HttpBodyTest {

  private static final String UPLOAD =
      """
      {"resource": "/uploads", "path": "/uploads", "httpMethod": "POST",
       "headers": {"Content-Type": "image/png"},
       "requestContext": {"requestId": "r", "stage": "prod", "apiId": "a"},
       "body": "s3cret BODY", "isBase64Encoded": false}
      """;

  @Test
  void bytesThatTheGatewayMadeTextOfAreRefusedAndNotProcessedInPart() throws IOException {
    Function function = new Function();

    String answer = function.answer(UPLOAD.replace("BODY", "\uFFFDPNG"));

    assertTrue(answer.contains("\"statusCode\":415"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertEquals(List.of(), function.events());
    String log = function.context.log();
    assertTrue(
        log.startsWith("dev.eventprocessor.InvalidEventException: [request-unsupported]"), log);
    assertTrue(log.contains("binaryMediaTypes"), log);
    assertFalse(log.contains("s3cret"), log);
  }

  @Test
  void bytesThatAreWholeAsTextAreBytes() throws IOException {
    Event event = new Function().event(UPLOAD.replace("BODY", "PNG"));

    assertArrayEquals(bytes("s3cret PNG"), (byte[]) event.get("data"));
  }

  @Test
  void textAndBase64MayHoldTheCharacterThatStandsForWhatIsLost() throws IOException {
    Event text =
        new Function().event(UPLOAD.replace("image/png", "text/plain").replace("BODY", "\uFFFD"));
    Event base64 =
        new Function()
            .event(UPLOAD.replace("s3cret BODY", "77+9").replace("\": false", "\": true"));

    assertEquals("s3cret \uFFFD", text.get("data"));
    assertArrayEquals(bytes("\uFFFD"), (byte[]) base64.get("data"));
  }

  @Test
  void atTheEdgeTheFirstOfSeveralTypesCounts() throws IOException {
    assertEquals(Map.of("a", 1L), edge("application/json, text/plain", "{\"a\": 1}").get("data"));
  }

  @Test
  void atTheEdgeWhatIsDeclaredToBeNoTextIsBytes() throws IOException {
    assertArrayEquals(bytes("PNG"), (byte[]) edge("image/png", "PNG").get("data"));
  }

  @Test
  void atTheEdgeMessagesOfSnsAreJson() throws IOException {
    Event message =
        edge(
            Map.of("Content-Type", "text/plain", "x-amz-sns-message-type", "Notification"),
            "{\"Type\": \"Notification\"}");

    assertEquals("Notification", message.get("data.Type"));
  }

  private static Event edge(String type, String body) throws IOException {
    return edge(Map.of("Content-Type", type), body);
  }

  private static Event edge(Map<String, String> headers, String body) throws IOException {
    Map<String, Object> sent = new LinkedHashMap<>();
    headers.forEach(
        (name, value) ->
            sent.put(name.toLowerCase(Locale.ROOT), List.of(Map.of("key", name, "value", value))));
    Map<String, Object> request =
        Map.of(
            "method",
            "POST",
            "uri",
            "/",
            "querystring",
            "",
            "headers",
            sent,
            "body",
            Map.of("action", "read-only", "encoding", "text", "data", body));
    Map<String, Object> cf =
        Map.of(
            "config",
            Map.of("distributionId", "d", "eventType", "viewer-request", "requestId", "r"),
            "request",
            request);
    byte[] payload = Json.write(Map.of("Records", List.of(Map.of("cf", cf))));
    return new Function().event(new String(payload, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

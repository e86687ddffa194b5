package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaEntrypointTest {

  private static final String SECRET = "s3cr3t";

  private final Function function = new Function();

  @Test
  void whatIsNoTriggersPayloadIsADirectInvocation() throws IOException {
    String payload = "{\"order\": 4711, \"answer\": {\"accepted\": true}}";

    String answer = function.answer(payload);

    Event event = function.events().get(0);
    Function.assertHolds(
        Map.of(
            "kind", "invoke",
            "cloud", "aws",
            "trigger", "aws.direct",
            "data.order", 4711L,
            "resource.name", "function"),
        event);
    Function.assertRaw(payload, event);
    assertEquals("{\"accepted\":true}", answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "12.5",
        "\"text\"",
        "[]",
        "{}",
        "{\"Records\": []}",
        "{\"Records\": null}",
        "{\"Records\": {\"eventSource\": \"aws:sqs\"}}",
        "{\"Records\": [1]}",
        "{\"Records\": [{\"id\": 1}]}",
        "{\"Records\": [{\"eventSource\": \"my:own\"}]}",
        "{\"detail-type\": \"mine\"}",
        "{\"source\": \"mine\", \"detail\": {}}",
      })
  void aUsersPayloadIsNotTakenForATriggers(String payload) throws IOException {
    Event event = function.event(payload);

    assertEquals("aws.direct", event.get("trigger"));
    assertEquals(Json.read(payload), event.get("data"));
    Function.assertRaw(payload, event);
  }

  @Test
  void emptyPayloadsAreTypedErrors() {
    assertRefused(ErrorId.PAYLOAD_EMPTY, new byte[0]);
    assertRefused(ErrorId.PAYLOAD_EMPTY, bytes(" \n "));
  }

  @Test
  void payloadsThatAreNoJsonAreTypedErrorsWithoutAWordOfThem() {
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes(SECRET));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes("{\"key\": " + SECRET + "}"));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes("{\"key\": \"" + SECRET));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes("{\"key\": 1} " + SECRET));
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
  }

  @Test
  void payloadsAreReadUpToTheLimitAndRefusedBeyondIt() throws IOException {
    byte[] largest = spaces(JsonLimits.DEFAULT.maxBytes());
    largest[0] = '1';

    assertEquals("\"done\"", function.answer(largest));
    assertRefused(ErrorId.PAYLOAD_TOO_LARGE, spaces(JsonLimits.DEFAULT.maxBytes() + 1));
    assertRefused(ErrorId.PAYLOAD_TOO_LARGE, spaces(20 * 1024 * 1024));
  }

  @Test
  void payloadsNestedTenThousandDeepAreTypedErrors() {
    assertRefused(ErrorId.PAYLOAD_TOO_DEEP, bytes("[".repeat(10_000) + "]".repeat(10_000)));
    assertRefused(
        ErrorId.PAYLOAD_TOO_DEEP,
        bytes("{\"key\":".repeat(10_000) + "\"" + SECRET + "\"" + "}".repeat(10_000)));
  }

  @Test
  void badInputLeavesTheFunctionAsItWas() throws IOException {
    assertRefused(ErrorId.PAYLOAD_NOT_JSON, bytes("{"));

    assertEquals("\"done\"", function.answer("{}"));
  }

  @Test
  void whatAProcessorThrowsReachesLambdaAsItIs() {
    assertEquals(
        "failed on purpose",
        assertThrows(IllegalStateException.class, () -> function.answer("\"fail\"")).getMessage());
    assertEquals(
        "broken on purpose",
        assertThrows(AssertionError.class, () -> function.answer("\"break\"")).getMessage());
  }

  @Test
  void withoutAnApplicationTheFunctionDoesNotStart() {
    ConfigurationException missing =
        assertThrows(ConfigurationException.class, LambdaEntrypoint::new);

    assertEquals(ErrorId.MODULE_MISSING, missing.id());
  }

  private void assertRefused(ErrorId id, byte[] payload) {
    int before = function.events().size();

    InvalidEventException refused =
        assertThrows(InvalidEventException.class, () -> function.answer(payload));

    assertEquals(id, refused.id());
    assertTrue(refused.getMessage().startsWith("[" + id.text() + "] "), refused.getMessage());
    assertFalse(refused.getMessage().contains(SECRET), refused.getMessage());
    assertNull(refused.getCause(), "a parser's words quote what it read");
    assertEquals(before, function.events().size());
  }

  private static byte[] spaces(int length) {
    byte[] payload = new byte[length];
    Arrays.fill(payload, (byte) ' ');
    return payload;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

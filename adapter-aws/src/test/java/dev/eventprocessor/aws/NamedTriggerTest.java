package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.eventprocessor.event.Capabilities;
import dev.eventprocessor.event.CapabilityTable;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sources by their triggers' names: what they are named for is what they are recognised as. */
class NamedTriggerTest {

  @TestFactory
  Stream<DynamicTest> everyPayloadIsKnownByItsMarkersAsByItsName() throws IOException {
    return Corpus.payloads("index.jsonl", "aws").stream()
        .filter(payload -> !payload.trigger().equals("aws.s3-test-event"))
        .map(
            payload ->
                DynamicTest.dynamicTest(
                    payload.file(),
                    () ->
                        assertEquals(
                            Triggers.sourceOf(Json.read(payload.bytes())).getClass(),
                            NamedTriggers.sourceOf(payload.trigger()).getClass())));
  }

  @TestFactory
  Stream<DynamicTest> everyTriggerOfTheTableHasASource() {
    return CapabilityTable.all().stream()
        .map(Capabilities::trigger)
        .filter(trigger -> trigger.startsWith("aws."))
        .map(
            trigger ->
                DynamicTest.dynamicTest(
                    trigger, () -> assertNotNull(NamedTriggers.sourceOf(trigger))));
  }

  @Test
  void aPlainSourceIsOfTheKindThatTheTableHas() {
    assertEquals(
        new PlainSource(Kind.AUTH, "aws.transfer-idp"), NamedTriggers.sourceOf("aws.transfer-idp"));
    assertEquals(
        new PlainSource(Kind.AUTH, "aws.transfer-idp"),
        Triggers.sourceOf(
            Map.of("username", "u", "protocol", "SFTP", "serverId", "s", "sourceIp", "i")));
  }
}

package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.Capabilities;
import dev.eventprocessor.event.CapabilityTable;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.fakes.aws.FakeContext;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.Applications;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sources by their triggers' names: what they are named for is what they are recognised as. */
class NamedTriggerTest {

  private static final EventProcessor PROCESSOR =
      Applications.build(processors -> processors.otherwise().named("none").run(event -> fail()));

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

  @TestFactory
  Stream<DynamicTest> aPayloadThatIsNotOfTheNamedTriggerIsAFaultAndNotAnEmptyBatch() {
    return Stream.of(
            "sqs sns s3 kinesis dynamodb ses codecommit msk kafka-selfmanaged activemq rabbitmq"
                .split(" ", -1),
            "documentdb firehose kinesis-analytics s3-batch cloudwatch-logs eventbridge"
                .split(" ", -1))
        .flatMap(Stream::of)
        .map(
            trigger ->
                DynamicTest.dynamicTest(
                    trigger,
                    () ->
                        assertThrows(
                            InvalidEventException.class,
                            () ->
                                NamedTriggers.sourceOf("aws." + trigger)
                                    .handle(
                                        Map.of("state", "ALARM"), PROCESSOR, new FakeContext()))));
  }

  @Test
  void theTestEventOfS3IsSwallowedByItsNameToo() {
    Map<String, String> test = Map.of("Service", "Amazon S3", "Event", "s3:TestEvent");

    assertNull(NamedTriggers.sourceOf("aws.s3").handle(test, PROCESSOR, new FakeContext()));
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

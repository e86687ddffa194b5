package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amazon EventBridge and its schedules, from the payload to the portable event and the answer. */
class EventBridgeTest {

  private final Function function = new Function();

  @Test
  void anEventOfABusIsAPortableBusEvent() throws IOException {
    String payload =
        """
        {
          "version": "0",
          "id": "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
          "detail-type": "EC2 Instance State-change Notification",
          "source": "aws.ec2",
          "account": "111122223333",
          "time": "2026-11-24T00:01:00Z",
          "region": "us-west-1",
          "resources": ["arn:aws:ec2:us-west-1:111122223333:instance/i-1234567890abcdef0"],
          "detail": {"state": "terminated", "answer": "noted"}
        }
        """;

    String answer = function.answer(payload);

    Event event = function.events().get(0);
    Function.assertHolds(
        Map.ofEntries(
            Map.entry("kind", "bus"),
            Map.entry("cloud", "aws"),
            Map.entry("trigger", "aws.eventbridge"),
            Map.entry("id", "6a7e8feb-b491-4cf7-a9f1-bf3703467718"),
            Map.entry("source", "aws.ec2"),
            Map.entry("type", "EC2 Instance State-change Notification"),
            Map.entry("time", "2026-11-24T00:01:00Z"),
            Map.entry("data.state", "terminated"),
            Map.entry("resource.name", "i-1234567890abcdef0"),
            Map.entry("resource.region", "us-west-1"),
            Map.entry("resource.account", "111122223333")),
        event);
    Function.assertRaw(payload, event);
    assertEquals("\"noted\"", answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws.events", "aws.scheduler"})
  void aTickIsAScheduleEvent(String source) throws IOException {
    Event event =
        function.event(
            """
            {"id": "53dc4d37", "detail-type": "Scheduled Event", "source": "%s",
             "time": "2026-11-24T00:01:00Z", "resources": ["arn:aws:events:eu-west-1:1:rule/nightly"],
             "detail": "{}"}
            """
                .formatted(source));

    Function.assertHolds(
        Map.of(
            "kind", "schedule",
            "trigger", "aws.schedule",
            "time", "2026-11-24T00:01:00Z",
            "data", Map.of()),
        event);
  }

  @Test
  void someoneElsesScheduledEventIsNoTick() throws IOException {
    Event event =
        function.event(
            "{\"detail-type\": \"Scheduled Event\", \"source\": \"my\", \"detail\": {}}");

    assertEquals("aws.eventbridge", event.get("trigger"));
  }

  @Test
  void aDetailOfNullIsAbsent() throws IOException {
    Event event =
        function.event("{\"detail-type\": \"mine\", \"source\": \"my.app\", \"detail\": null}");

    assertEquals("aws.eventbridge", event.get("trigger"));
    assertFalse(event.has("data"));
  }

  @Test
  void aFieldInTheWrongShapeIsATypedErrorThatNamesIt() {
    InvalidEventException refused =
        assertThrows(
            InvalidEventException.class,
            () ->
                function.answer(
                    "{\"id\": [\"s3cr3t\"], \"detail-type\": \"t\", \"source\": \"s\","
                        + " \"detail\": {}}"));

    assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, refused.id());
    assertEquals(
        "[payload-wrong-shape] In the EventBridge event, id should be text but is a list. Compare"
            + " it with the provider's documented payload; test events made by hand often lack"
            + " fields.",
        refused.getMessage());
  }
}

package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amazon SNS, from the payload to the portable event and the answer. */
class SnsTest {

  private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms";

  private final Function function = new Function();

  @Test
  void aNotificationIsAPortableTopicEvent() throws IOException {
    String record =
        """
        {
          "EventSource": "aws:sns",
          "EventVersion": "1.0",
          "EventSubscriptionArn": "arn:aws:sns:eu-west-1:123456789012:alarms:21be56ed",
          "Sns": {
            "Type": "Notification",
            "MessageId": "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
            "TopicArn": "arn:aws:sns:eu-west-1:123456789012:alarms",
            "Subject": "It burns",
            "Message": "{\\"state\\": \\"ALARM\\"}",
            "Timestamp": "2026-11-24T00:01:00.000Z",
            "SignatureVersion": "1",
            "MessageAttributes": {
              "Severity": {"Type": "Number", "Value": "3"},
              "host": {"Type": "String", "Value": "web-1"}
            }
          }
        }
        """;

    Event event = function.event("{\"Records\": [" + record + "]}");

    Function.assertHolds(
        Map.ofEntries(
            Map.entry("kind", "topic"),
            Map.entry("cloud", "aws"),
            Map.entry("trigger", "aws.sns"),
            Map.entry("id", "95df01b4-ee98-5cb9-9903-4c221d41eb5e"),
            Map.entry("source", TOPIC),
            Map.entry("subject", "It burns"),
            Map.entry("time", "2026-11-24T00:01:00.000Z"),
            Map.entry("data.state", "ALARM"),
            Map.entry("attributes.Severity", 3L),
            Map.entry("attributes.host", "web-1"),
            Map.entry("resource.name", "alarms"),
            Map.entry("resource.region", "eu-west-1")),
        event);
    Function.assertRaw(record, event);
  }

  @Test
  void nothingIsAnsweredForNobodyWaits() throws IOException {
    assertEquals("null", function.answer(notification(Map.of("Message", "{\"answer\": 1}"))));
  }

  @Test
  void handMadeTestEventsAreKnownWithoutTheirMarker() throws IOException {
    Event event = function.event("{\"Records\": [{\"Sns\": {\"Message\": \"hello\"}}]}");

    Function.assertHolds(Map.of("trigger", "aws.sns", "data", "hello"), event);
    for (String unknown : List.of("id", "source", "subject", "time", "attributes", "resource")) {
      assertFalse(event.has(unknown), unknown + " was invented");
    }
  }

  @Test
  void whatAProcessorThrowsMakesLambdaTryAgain() {
    assertThrows(
        IllegalStateException.class,
        () -> function.answer(notification(Map.of("Message", "fail"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"EventSource": "aws:sns"}                              | Records[0].Sns
          {"EventSource": "aws:sns", "Sns": "s3cr3t"}             | Records[0].Sns
          {"EventSource": "aws:sns", "Sns": {}}                   | Records[0].Sns.Message
          {"EventSource": "aws:sns", "Sns": {"Message": null}}    | Records[0].Sns.Message
          {"EventSource": "aws:sns", "Sns": {"Message": {"s3cr3t": 1}}} | Records[0].Sns.Message
          """)
  void aNotificationInTheWrongShapeIsATypedErrorThatNamesTheField(String record, String field) {
    InvalidEventException refused =
        assertThrows(
            InvalidEventException.class, () -> function.answer("{\"Records\": [" + record + "]}"));

    assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, refused.id());
    assertTrue(refused.getMessage().contains("In the SNS event, " + field + " should be "));
    assertFalse(refused.getMessage().contains("s3cr3t"), refused.getMessage());
    assertEquals(List.of(), function.events());
  }

  private static String notification(Map<String, Object> sns) {
    return Json.writeText(Map.of("Records", List.of(Map.of("EventSource", "aws:sns", "Sns", sns))));
  }
}

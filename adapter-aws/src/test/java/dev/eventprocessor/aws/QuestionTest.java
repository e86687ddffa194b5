package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Triggers with an answer of their own: Cognito, authorizers, transforms, S3 Batch; and logs. */
class QuestionTest {

  private static final String COGNITO =
      """
      {"version": "1", "triggerSource": "PreSignUp_SignUp", "region": "eu-west-1",
       "userPoolId": "eu-west-1_x", "userName": "jo", "callerContext": {"clientId": "c"},
       "request": {"userAttributes": {"email": "a@example.com"}},
       "response": {"autoConfirmUser": false, "autoVerifyEmail": false}}
      """;

  private static final String TASK =
      """
      {"invocationSchemaVersion": "1.0", "invocationId": "i", "job": {"id": "j"},
       "tasks": [{"taskId": "t", "s3Key": "a+b%2Bc", "s3VersionId": "1",
         "s3BucketArn": "arn:aws:s3:::photos"}]}
      """;

  @Test
  void cognitoGetsItsEventBackWithTheResponseFilledIn() throws IOException {
    Corpus.Run unchanged = Corpus.run(COGNITO, event -> null);
    Corpus.Run confirmed = Corpus.run(COGNITO, event -> Map.of("autoConfirmUser", true));

    Function.assertHolds(
        Map.of(
            "kind", "auth",
            "trigger", "aws.cognito-presignup",
            "type", "com.amazonaws.cognito.PreSignUp_SignUp",
            "subject", "jo",
            "data.userAttributes.email", "a@example.com"),
        unchanged.events().get(0));
    assertEquals(Json.read(COGNITO), unchanged.answer());
    assertEquals(
        Json.read(COGNITO.replace("\"autoConfirmUser\": false", "\"autoConfirmUser\": true")),
        confirmed.answer());
  }

  @Test
  void theWholeEventOfCognitoMayBeReturnedToo() throws IOException {
    Corpus.Run run =
        Corpus.run(
            COGNITO,
            event -> {
              Map<String, Object> whole = new HashMap<>();
              ((Map<?, ?>) event.get("raw")).forEach((key, value) -> whole.put("" + key, value));
              whole.put("response", Map.of("autoVerifyEmail", true));
              return whole;
            });

    assertEquals(
        Json.read(COGNITO.replace("\"autoVerifyEmail\": false", "\"autoVerifyEmail\": true")),
        run.answer());
  }

  @Test
  void anAuthorizerAllowsWhatIsTrueAndDeniesEverythingElse() throws IOException {
    String token = "{\"type\": \"TOKEN\", \"authorizationToken\": \"t\", \"methodArn\": \"arn:m\"}";
    String simple =
        "{\"version\": \"2.0\", \"type\": \"REQUEST\", \"routeArn\": \"arn:r\","
            + " \"requestContext\": {\"requestId\": \"r\"}}";
    String appsync =
        "{\"authorizationToken\": \"t\", \"requestContext\": {\"apiId\": \"a\","
            + " \"requestId\": \"r\"}}";

    assertEquals("Allow", effect(token, true));
    assertEquals("Deny", effect(token, false));
    assertEquals("Deny", effect(token, null));
    assertEquals("Deny", effect(token, "yes"));
    for (String json : List.of(simple, appsync)) {
      assertEquals(Map.of("isAuthorized", true), Corpus.run(json, event -> true).answer());
      assertEquals(Map.of("isAuthorized", false), Corpus.run(json, event -> null).answer());
      assertEquals(Map.of("mine", 1L), Corpus.run(json, event -> Map.of("mine", 1L)).answer());
    }
  }

  @Test
  void aTaskOfABatchIsAnsweredWithWhatCameOfIt() throws IOException {
    assertEquals(task("Succeeded", "copied"), Corpus.run(TASK, event -> "copied").answer());
    assertEquals(
        task("TemporaryFailure", "java.lang.IllegalStateException"),
        Corpus.run(
                TASK,
                event -> {
                  throw new IllegalStateException("a secret");
                })
            .answer());
    assertEquals(
        task("PermanentFailure", "dev.eventprocessor.RejectException"),
        Corpus.run(
                TASK,
                event -> {
                  throw new RejectException("never");
                })
            .answer());
    Function.assertHolds(
        Map.of(
            "trigger", "aws.s3-batch",
            "object.bucket", "photos",
            "object.key", "a b+c",
            "raw.job.id", "j"),
        Corpus.run(TASK, event -> null).events().get(0));
  }

  @Test
  void whatCannotBeAnsweredIsNotRun() {
    String firehose =
        "{\"invocationId\": \"i\", \"records\": [{\"recordId\": \"1\", \"data\": \"b25l\"}, {}]}";
    String edge = "{\"Records\": [{\"cf\": {\"config\": {\"eventType\": \"viewer-request\"}}}]}";

    for (String json :
        List.of(
            firehose,
            edge,
            TASK.replace("\"taskId\": \"t\"", "\"task\": \"t\""),
            TASK.replace("\"invocationId\"", "\"invocation\""))) {
      List<Event> run = new ArrayList<>();
      assertThrows(InvalidEventException.class, () -> Corpus.run(json, run::add), json);
      assertEquals(List.of(), run, json);
    }
  }

  @Test
  void aWholeEventOfCognitoWithoutAResponseChangesNothing() throws IOException {
    Corpus.Run run =
        Corpus.run(COGNITO, event -> Map.of("triggerSource", "PreSignUp_SignUp", "version", "1"));

    assertEquals(Json.read(COGNITO), run.answer());
  }

  @Test
  void namesThatActiveMqsSamplesSpellInTwoWaysAreReadInBoth() throws IOException {
    String message =
        """
        {"eventSource": "aws:mq", "eventSourceArn": "arn:aws:mq:eu-west-1:1:broker:b:b-1",
         "messages": [{"messageID": "m", "data": "aGk=", "correlationId": "c",
           "destination": {"physicalName": "q"}}]}
        """;
    String other =
        message.replace("correlationId", "correlationID").replace("physicalName", "physicalname");

    for (String json : List.of(message, other)) {
      Function.assertHolds(
          Map.of("correlationid", "c", "resource.name", "q", "message.to", "q"),
          Corpus.run(json, event -> null).events().get(0));
    }
  }

  @Test
  void logsAreInflatedAndTheServicesCheckIsNoEvent() throws IOException {
    String message =
        """
        {"messageType": "TYPE", "owner": "1", "logGroup": "g", "logStream": "s",
         "subscriptionFilters": ["f"],
         "logEvents": [{"id": "a", "timestamp": 1, "message": "hello"}]}
        """;

    Corpus.Run data =
        Corpus.run(logs(gzip(message.replace("TYPE", "DATA_MESSAGE"))), event -> null);
    Corpus.Run control =
        Corpus.run(logs(gzip(message.replace("TYPE", "CONTROL_MESSAGE"))), event -> null);

    Function.assertHolds(
        Map.of(
            "kind", "logs",
            "trigger", "aws.cloudwatch-logs",
            "source", "g",
            "subject", "s",
            "resource.account", "1",
            "data.logEvents[0].message", "hello"),
        data.events().get(0));
    assertNull(data.answer());
    assertEquals(List.of(), control.events());
  }

  @Test
  void logsThatAreNoGzipOrTooLargeAreTypedErrors() throws IOException {
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(zlib)) {
      deflated.write("{}".getBytes(StandardCharsets.UTF_8));
    }
    byte[] bomb = gzip("[" + " ".repeat(17 * 1024 * 1024) + "]");

    for (byte[] data : List.of(zlib.toByteArray(), bomb, new byte[0], gzip("no json"))) {
      assertThrows(InvalidEventException.class, () -> Corpus.run(logs(data), event -> null));
    }
  }

  @Test
  void anAlarmsTimeHasItsColon() throws IOException {
    Event event =
        Corpus.run(
                """
                {"source": "aws.cloudwatch", "alarmArn": "arn:aws:cloudwatch:eu-west-1:1:alarm:cpu",
                 "accountId": "1", "time": "2024-02-17T11:53:08.431+0000", "region": "eu-west-1",
                 "alarmData": {"alarmName": "cpu", "state": {"value": "ALARM"}}}
                """,
                e -> null)
            .events()
            .get(0);

    Function.assertHolds(
        Map.of(
            "kind", "logs",
            "trigger", "aws.cloudwatch-alarm",
            "time", "2024-02-17T11:53:08.431+00:00",
            "subject", "cpu",
            "data.state.value", "ALARM"),
        event);
  }

  @Test
  void brokersMessagesArePortableAndFailAsAWhole() throws IOException {
    String active =
        """
        {"eventSource": "aws:mq", "eventSourceArn": "arn:aws:mq:eu-west-1:1:broker:b:b-1",
         "messages": [{"messageID": "m", "messageType": "jms/text-message", "data": "aGk=",
           "timestamp": 1598827811958, "brokerInTime": 1598827811959, "expiration": 0,
           "replyTo": "null", "destination": {"physicalName": "q"},
           "properties": {"tenant": "acme"}}]}
        """;
    String rabbit =
        """
        {"eventSource": "aws:rmq", "eventSourceArn": "arn:aws:mq:eu-west-1:1:broker:b:b-1",
         "rmqMessagesByQueue": {"q::/": [{"data": "eyJhIjoxfQ==", "redelivered": true,
           "basicProperties": {"contentType": "application/json", "messageId": "m",
             "timestamp": "Jan 1, 1970, 12:33:41 AM",
             "headers": {"h": {"bytes": [104, 105]}, "n": 10}}}]}}
        """;

    Event activeEvent = Corpus.run(active, event -> null).events().get(0);
    Event rabbitEvent = Corpus.run(rabbit, event -> null).events().get(0);

    Function.assertHolds(
        Map.of(
            "kind", "queue",
            "trigger", "aws.activemq",
            "id", "m",
            "time", "2020-08-30T22:50:11.958Z",
            "data", "hi",
            "resource.name", "q",
            "attributes.tenant", "acme"),
        activeEvent);
    assertFalse(activeEvent.has("message.replyto"));
    assertFalse(activeEvent.has("expirytime"));
    Function.assertHolds(
        Map.of(
            "trigger",
            "aws.rabbitmq",
            "data.a",
            1L,
            "attributes.h",
            "hi",
            "attributes.n",
            10L,
            "delivery.redelivered",
            true,
            "resource.name",
            "q"),
        rabbitEvent);
    assertFalse(rabbitEvent.has("time"));
    assertThrows(
        IllegalStateException.class,
        () ->
            Corpus.run(
                active,
                event -> {
                  throw new IllegalStateException("failed on purpose");
                }));
  }

  private static Object effect(String json, @org.jspecify.annotations.Nullable Object value)
      throws IOException {
    Map<?, ?> answer = (Map<?, ?>) Corpus.run(json, event -> value).answer();
    return Event.of(Map.of("answer", java.util.Objects.requireNonNull(answer)))
        .text("answer.policyDocument.Statement[0].Effect");
  }

  private static Map<String, Object> task(String code, String text) {
    return Map.of(
        "invocationSchemaVersion",
        "1.0",
        "treatMissingKeysAs",
        "PermanentFailure",
        "invocationId",
        "i",
        "results",
        List.of(Map.of("taskId", "t", "resultCode", code, "resultString", text)));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String logs(byte[] data) {
    return "{\"awslogs\": {\"data\": \"" + Base64.getEncoder().encodeToString(data) + "\"}}";
  }
}

package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.event.Capabilities;
import dev.eventprocessor.event.CapabilityTable;
import dev.eventprocessor.event.Presence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every payload that AWS documents or ships: trigger, kind, fields, raw and answer. */
class CorpusTest {

  /** What each trigger's events are, said once more and by hand. */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    kinds("http", "apigw-rest apigw-http function-url alb vpc-lattice-v1 vpc-lattice-v2");
    kinds("http", "apigw-websocket cloudfront");
    kinds("queue", "sqs activemq rabbitmq");
    kinds("topic", "sns");
    kinds("bus", "eventbridge ses codecommit lambda-destination iot-button iot-1click");
    kinds("schedule", "schedule");
    kinds("object", "s3");
    kinds("stream", "kinesis msk kafka-selfmanaged firehose kinesis-analytics");
    kinds("change", "dynamodb documentdb");
    kinds("logs", "cloudwatch-logs cloudwatch-alarm");
    kinds("auth", "apigw-authorizer-token apigw-authorizer-request appsync-authorizer");
    kinds("auth", "clientvpn transfer-idp iot-authorizer iot-preprovision");
    kinds("auth", "cognito-createauth cognito-custommessage cognito-customsender");
    kinds("auth", "cognito-defineauth cognito-inboundfederation cognito-postauthentication");
    kinds("auth", "cognito-postconfirmation cognito-preauthentication cognito-presignup");
    kinds("auth", "cognito-pretokengen cognito-usermigration cognito-verifyauth");
    kinds("invoke", "direct s3-batch s3-object-lambda cloudformation config-rule connect");
    kinds("invoke", "secrets-rotation codedeploy-hook codepipeline connect-campaigns lex-v1");
    kinds("invoke", "lex-v2 bedrock-agent alexa-skill appsync-batch appsync-resolver");
    kinds("invoke", "appsync-events cognito-sync cloudwatch-dashboard");
  }

  /** Samples that lack what the service documents, each with what it lacks. */
  private static final Map<String, Set<String>> INCOMPLETE = Map.of();

  @TestFactory
  Stream<DynamicTest> everyPayloadBecomesEventsOfItsTrigger() throws IOException {
    return tests(
        (payload, run) -> {
          if (payload.trigger().equals("aws.s3-test-event")) {
            assertEquals(List.of(), run.events());
            return;
          }
          assertFalse(run.events().isEmpty());
          for (Event event : run.events()) {
            assertEquals(payload.trigger(), event.get("trigger"));
            assertEquals("aws", event.get("cloud"));
            assertEquals(kind(payload.trigger(), event), event.get("kind"));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> everyEventHasWhatItsTriggerPromisesAndNothingThatItExcludes()
      throws IOException {
    return tests(
        (payload, run) -> {
          for (Event event : run.events()) {
            Capabilities row = java.util.Objects.requireNonNull(CapabilityTable.of(form(event)));
            for (String path : paths(event)) {
              assertTrue(
                  row.presence(path) != Presence.NEVER || isOfTheWay(event, path),
                  () -> path + " is there and is told to be never");
            }
            for (String field : row.fields()) {
              boolean lacking = INCOMPLETE.getOrDefault(payload.file(), Set.of()).contains(field);
              assertTrue(
                  lacking
                      || row.presence(field) != Presence.ALWAYS
                      || event.has(field)
                      || !payload.trigger().equals(form(event)),
                  () -> field + " is absent and is told to be always");
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> noValueOfAPayloadIsOutOfReach() throws IOException {
    return tests(
        (payload, run) -> {
          if (!run.events().isEmpty()) {
            Set<Object> reachable = new HashSet<>();
            for (Event event : run.events()) {
              addLeaves(event.get("raw"), reachable);
            }
            Set<Object> sent = new HashSet<>();
            addLeaves(dev.eventprocessor.json.Json.read(payload.bytes()), sent);
            sent.removeAll(reachable);
            sent.remove("Records"); // The list that its records came in.
            assertEquals(Set.of(), sent);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> nothingIsNullAndTheSamePayloadHasTheSameIds() throws IOException {
    return tests(
        (payload, run) -> {
          List<Event> again = Corpus.run(payload.bytes(), null).events();
          for (int i = 0; i < run.events().size(); i++) {
            Event event = run.events().get(i);
            assertEquals(event.get("id"), again.get(i).get("id"));
            for (Map.Entry<String, Object> entry : event.asMap().entrySet()) {
              assertTrue(entry.getValue() != null || entry.getKey().equals("data"), entry.getKey());
            }
          }
        });
  }

  /** What is copied from where; of what the payload lacks nothing is there. */
  private static final String COPIES =
      """
      sqs: id=messageId source=eventSourceARN delivery.receipt=receiptHandle
      sqs: resource.id=eventSourceARN partitionkey=attributes.MessageGroupId
      sqs: sequence=attributes.SequenceNumber
      sns: id=Sns.MessageId source=Sns.TopicArn subject=Sns.Subject time=Sns.Timestamp
      sns: delivery.subscription=EventSubscriptionArn
      s3: object.bucket=s3.bucket.name object.size=s3.object.size object.etag=s3.object.eTag
      s3: object.version=s3.object.versionId object.sequencer=s3.object.sequencer
      s3: source=s3.bucket.arn resource.region=awsRegion
      eventbridge: id=id source=source type=detail-type time=time resource.id=resources[0]
      eventbridge: resource.region=region resource.account=account data=detail
      schedule: id=id source=source schedule.scheduled=time resource.id=resources[0]
      kinesis: partitionkey=kinesis.partitionKey sequence=kinesis.sequenceNumber id=eventID
      dynamodb: id=eventID sequence=dynamodb.SequenceNumber change.view=dynamodb.StreamViewType
      firehose: id=records[0].recordId
      kinesis-analytics: id=records[0].recordId
      activemq: id=messages[0].messageID
      documentdb: id=events[0].event._id._data change.key=events[0].event.documentKey
      documentdb: change.table=events[0].event.ns.coll data=events[0].event.fullDocument
      cloudwatch-alarm: source=source subject=alarmData.alarmName data=alarmData
      ses: id=ses.mail.messageId data=ses
      codecommit: id=eventId data=codecommit
      apigw-rest: id=requestContext.requestId http.method=httpMethod http.path=path
      apigw-rest: http.route=resource http.remoteip=requestContext.identity.sourceIp
      apigw-http: id=requestContext.requestId http.method=requestContext.http.method
      apigw-http: http.path=rawPath http.remoteip=requestContext.http.sourceIp
      function-url: id=requestContext.requestId http.method=requestContext.http.method
      function-url: http.path=rawPath http.stage=requestContext.stage
      alb: http.method=httpMethod http.path=path source=requestContext.elb.targetGroupArn
      apigw-websocket: id=requestContext.requestId http.connection=requestContext.connectionId
      s3-batch: id=tasks[0].taskId
      cloudformation: id=RequestId
      secrets-rotation: id=ClientRequestToken
      """;

  @TestFactory
  Stream<DynamicTest> whatIsCopiedIsExactlyWhatThePayloadHas() throws IOException {
    Map<String, Map<String, String>> copies = new LinkedHashMap<>();
    for (String line : COPIES.lines().toList()) {
      int colon = line.indexOf(':');
      Map<String, String> of =
          copies.computeIfAbsent("aws." + line.substring(0, colon), key -> new LinkedHashMap<>());
      for (String copy : List.of(line.substring(colon + 2).split(" ", -1))) {
        of.put(copy.substring(0, copy.indexOf('=')), copy.substring(copy.indexOf('=') + 1));
      }
    }
    return tests(
        (payload, run) -> {
          for (Event event : run.events()) {
            if (!event.has("delivery.path")) {
              copies
                  .getOrDefault(payload.trigger(), Map.of())
                  .forEach((to, from) -> assertCopied(event, to, record(event) + from));
            }
          }
        });
  }

  /** Where a record of a window is, whose payload says more than the record. */
  private static String record(Event event) {
    return event.has("raw.Records[0]") ? "raw.Records[0]." : "raw.";
  }

  private static void assertCopied(Event event, String to, String from) {
    Object sent = event.get(from);
    Object expected = "".equals(sent) && to.startsWith("resource.") ? null : sent;
    String stage = "/" + event.get("http.stage") + "/";
    if (from.equals("raw.rawPath") && String.valueOf(sent).startsWith(stage)) {
      expected = String.valueOf(sent).substring(stage.length() - 1); // Payload 2.0 puts it first.
    }
    assertEquals(expected, event.get(to), to);
    assertEquals(expected != null, event.has(to), to);
  }

  private interface Check {
    void of(Corpus.Payload payload, Corpus.Run run) throws IOException;
  }

  private static Stream<DynamicTest> tests(Check check) throws IOException {
    return Corpus.payloads("index.jsonl", "aws").stream()
        .map(
            payload ->
                DynamicTest.dynamicTest(
                    payload.file(), () -> check.of(payload, Corpus.run(payload.bytes(), null))));
  }

  private static void kinds(String kind, String triggers) {
    for (String trigger : List.of(triggers.split(" ", -1))) {
      KINDS.put("aws." + trigger, kind);
    }
  }

  /** Of what was opened it is the inner event's; of S3's events on a bus the object's. */
  private static @Nullable String kind(String trigger, Event event) {
    if (event.has("delivery.path") || (trigger.equals("aws.eventbridge") && event.has("object"))) {
      String type = event.text("type");
      return type.startsWith("com.amazonaws.sns.")
          ? "topic"
          : event.has("object.key") ? "object" : "bus";
    }
    return KINDS.get(trigger);
  }

  /** The row that an event answers to. */
  private static String form(Event event) {
    if (!event.has("delivery.path")) {
      return event.text("trigger");
    }
    String type = event.text("type");
    return type.startsWith("com.amazonaws.sns.")
        ? "aws.sns"
        : type.startsWith("com.amazonaws.s3.")
            ? "aws.s3"
            : event.has("data.detail-type") ? "aws.eventbridge" : "cloudevents";
  }

  private static boolean isOfTheWay(Event event, String path) {
    return event.has("delivery.path")
        && (path.startsWith("delivery.")
            || path.startsWith("attributes")
            || path.startsWith("message.")
            || Set.of("partitionkey", "sequence", "traceparent").contains(path));
  }

  /** The portable fields of an event, as the table names them. */
  private static List<String> paths(Event event) {
    List<String> paths = new ArrayList<>();
    for (Map.Entry<String, Object> entry : event.asMap().entrySet()) {
      boolean group =
          Set.of(
                  "resource",
                  "delivery",
                  "http",
                  "message",
                  "object",
                  "schedule",
                  "change",
                  "stream")
              .contains(entry.getKey());
      if (group && entry.getValue() instanceof Map<?, ?> map) {
        map.keySet().forEach(key -> paths.add(entry.getKey() + "." + key));
      } else {
        paths.add(entry.getKey());
      }
    }
    return paths;
  }

  private static void addLeaves(@Nullable Object value, Set<Object> leaves) {
    if (value instanceof Map<?, ?> map) {
      Set<Object> keys = new LinkedHashSet<>(map.keySet());
      leaves.addAll(keys);
      map.values().forEach(inner -> addLeaves(inner, leaves));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> addLeaves(inner, leaves));
    } else if (value != null) {
      leaves.add(value);
    }
  }
}

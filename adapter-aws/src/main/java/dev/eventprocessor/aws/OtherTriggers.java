package dev.eventprocessor.aws;

import dev.eventprocessor.event.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The triggers beside the usual ones, by their markers, in an order in which no marker hides
 * another: an authorizer before the connection it asks for, an agent before the request that it
 * resembles. Null where none is known.
 */
final class OtherTriggers {

  private OtherTriggers() {}

  static @Nullable LambdaSource sourceOf(List<?> list) {
    if (list.isEmpty() || !(list.get(0) instanceof Map<?, ?> first)) {
      return null;
    }
    if (Markers.isMap(first, "info") && Markers.isMap(first, "arguments")) {
      return new PlainSource(Kind.INVOKE, "aws.appsync-batch");
    }
    return Markers.isText(first, "eventSource")
        ? new PlainSource(Kind.BUS, "aws.pipes-batch")
        : null;
  }

  static @Nullable LambdaSource sourceOf(Map<?, ?> event) {
    @Nullable LambdaSource source = ofSource(event);
    if (source == null) {
      source = HttpTriggers.sourceOf(event);
    }
    if (source == null) {
      source = ofData(event);
    }
    if (source == null) {
      source = ofQuestion(event);
    }
    return source == null ? ofService(event) : source;
  }

  /** Event source mappings that name themselves at the top. */
  private static @Nullable LambdaSource ofSource(Map<?, ?> event) {
    if (event.get("events") instanceof List<?> events && !events.isEmpty()) {
      boolean documents =
          "aws:docdb".equals(event.get("eventSource"))
              || (events.get(0) instanceof Map<?, ?> first
                  && "aws:docdb".equals(first.get("eventSource")));
      return documents ? new DocumentDbSource() : null;
    }
    if (!(event.get("eventSource") instanceof String source)) {
      return null;
    }
    return switch (source) {
      case "aws:kafka" -> Markers.isMap(event, "records") ? new KafkaSource("aws.msk") : null;
      case "SelfManagedKafka", "aws:SelfManagedKafka" ->
          Markers.isMap(event, "records") ? new KafkaSource("aws.kafka-selfmanaged") : null;
      case "aws:mq", "aws:amq" -> Markers.isList(event, "messages") ? new ActiveMqSource() : null;
      case "aws:rmq" -> Markers.isMap(event, "rmqMessagesByQueue") ? new RabbitMqSource() : null;
      default -> null;
    };
  }

  /** Services that send data to be worked on. */
  private static @Nullable LambdaSource ofData(Map<?, ?> event) {
    if (Markers.isList(event, "records") && Markers.isText(event, "invocationId")) {
      return new FirehoseSource(
          Markers.isText(event, "applicationArn") ? "aws.kinesis-analytics" : "aws.firehose");
    }
    if (event.get("awslogs") instanceof Map<?, ?> logs && Markers.isText(logs, "data")) {
      return new CloudWatchLogsSource();
    }
    if (Markers.isText(event, "alarmArn") && Markers.isMap(event, "alarmData")) {
      return new AlarmSource();
    }
    if (Markers.isText(event, "invocationSchemaVersion")
        && Markers.isList(event, "tasks")
        && Markers.isMap(event, "job")) {
      return new S3BatchSource();
    }
    if (Markers.isText(event, "xAmzRequestId") && Markers.isMap(event, "userRequest")) {
      return new PlainSource(Kind.INVOKE, "aws.s3-object-lambda", "xAmzRequestId");
    }
    if (Markers.isS3Test(event)) {
      return new NoEventSource();
    }
    return event.get("requestContext") instanceof Map<?, ?> context
            && event.containsKey("requestPayload")
            && Markers.isText(context, "condition")
        ? new PlainSource(Kind.BUS, "aws.lambda-destination")
        : null;
  }

  /** Services that ask and wait: identity, GraphQL, bots. */
  private static @Nullable LambdaSource ofQuestion(Map<?, ?> event) {
    if (event.get("triggerSource") instanceof String source
        && Markers.isText(event, "userPoolId")) {
      return CognitoSource.of(source);
    }
    if ("SyncTrigger".equals(event.get("eventType")) && Markers.isMap(event, "datasetRecords")) {
      return new PlainSource(Kind.INVOKE, "aws.cognito-sync");
    }
    if (event.get("info") instanceof Map<?, ?> info) {
      if (event.containsKey("arguments") && Markers.isText(info, "fieldName")) {
        return new PlainSource(Kind.INVOKE, "aws.appsync-resolver");
      }
      boolean channel =
          "PUBLISH".equals(info.get("operation")) || "SUBSCRIBE".equals(info.get("operation"));
      return channel && Markers.isMap(event, "request")
          ? new PlainSource(Kind.INVOKE, "aws.appsync-events")
          : null;
    }
    if (event.containsKey("arguments")
        && Markers.isText(event, "typeName")
        && Markers.isText(event, "fieldName")) {
      return new PlainSource(Kind.INVOKE, "aws.appsync-resolver");
    }
    if (Markers.isMap(event, "bot")) {
      return Markers.isMap(event, "sessionState")
          ? new PlainSource(Kind.INVOKE, "aws.lex-v2")
          : Markers.isMap(event, "currentIntent")
              ? new PlainSource(Kind.INVOKE, "aws.lex-v1")
              : null;
    }
    if (Markers.isMap(event, "agent") && Markers.isText(event, "actionGroup")) {
      return new PlainSource(Kind.INVOKE, "aws.bedrock-agent");
    }
    return event.get("session") instanceof Map<?, ?> session
            && Markers.isMap(session, "application")
            && Markers.isMap(event, "request")
            && "1.0".equals(event.get("version"))
        ? new PlainSource(Kind.INVOKE, "aws.alexa-skill")
        : null;
  }

  /** Services that need no normalising. */
  private static @Nullable LambdaSource ofService(Map<?, ?> event) {
    if (Markers.areTexts(event, "RequestType", "StackId", "LogicalResourceId", "ResponseURL")) {
      return new PlainSource(Kind.INVOKE, "aws.cloudformation", "RequestId");
    }
    if (Markers.isMap(event, "CodePipeline.job")) {
      return new PlainSource(Kind.INVOKE, "aws.codepipeline");
    }
    if (Markers.areTexts(event, "invokingEvent", "resultToken")) {
      return new PlainSource(Kind.INVOKE, "aws.config-rule", "resultToken");
    }
    if (Markers.areTexts(event, "Step", "SecretId", "ClientRequestToken")) {
      return new PlainSource(Kind.INVOKE, "aws.secrets-rotation", "ClientRequestToken");
    }
    if (event.get("Details") instanceof Map<?, ?> details
        && Markers.isMap(details, "ContactData")) {
      return new PlainSource(Kind.INVOKE, "aws.connect");
    }
    if (Markers.isMap(event, "InvocationMetadata") && Markers.isMap(event, "Items")) {
      return new PlainSource(Kind.INVOKE, "aws.connect-campaigns");
    }
    if (Markers.areTexts(event, "DeploymentId", "LifecycleEventHookExecutionId")) {
      return new PlainSource(Kind.INVOKE, "aws.codedeploy-hook", "LifecycleEventHookExecutionId");
    }
    if (Markers.areTexts(event, "username", "protocol", "serverId", "sourceIp")) {
      return new PlainSource(Kind.AUTH, "aws.transfer-idp");
    }
    if (Markers.areTexts(event, "connection-id", "schema-version")) {
      return new PlainSource(Kind.AUTH, "aws.clientvpn", "connection-id");
    }
    return ofThings(event);
  }

  private static @Nullable LambdaSource ofThings(Map<?, ?> event) {
    if (Markers.isMap(event, "protocolData") && Markers.isList(event, "protocols")) {
      return new PlainSource(Kind.AUTH, "aws.iot-authorizer");
    }
    if (Markers.isText(event, "claimCertificateId")) {
      return new PlainSource(Kind.AUTH, "aws.iot-preprovision");
    }
    if (Markers.areTexts(event, "serialNumber", "clickType")) {
      return new PlainSource(Kind.BUS, "aws.iot-button");
    }
    if (Markers.isMap(event, "deviceEvent")
        && Markers.isMap(event, "deviceInfo")
        && Markers.isMap(event, "placementInfo")) {
      return new PlainSource(Kind.BUS, "aws.iot-1click");
    }
    return event.get("widgetContext") instanceof Map<?, ?> widget
            && Markers.areTexts(widget, "dashboardName", "widgetId")
        ? new PlainSource(Kind.INVOKE, "aws.cloudwatch-dashboard")
        : null;
  }
}

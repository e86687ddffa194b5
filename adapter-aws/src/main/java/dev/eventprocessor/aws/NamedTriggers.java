package dev.eventprocessor.aws;

import dev.eventprocessor.event.Capabilities;
import dev.eventprocessor.event.CapabilityTable;
import dev.eventprocessor.event.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The sources by the names of their triggers, for functions whose environment names one. Loaded for
 * those only.
 */
final class NamedTriggers {

  private NamedTriggers() {}

  /** The source of a trigger that the capability table has. */
  static LambdaSource sourceOf(String trigger) {
    @Nullable LambdaSource http = http(trigger);
    if (http != null) {
      return http;
    }
    if (trigger.startsWith("aws.cognito-") && !trigger.equals("aws.cognito-sync")) {
      return new CognitoSource(trigger);
    }
    return switch (trigger) {
      case "aws.sqs" -> new SqsSource();
      case "aws.sns" -> new SnsSource();
      case "aws.s3" -> new S3Source();
      case "aws.eventbridge", "aws.schedule" -> new EventBridgeSource();
      case "aws.kinesis" -> new KinesisSource();
      case "aws.dynamodb" -> new DynamoDbSource();
      case "aws.msk", "aws.kafka-selfmanaged" -> new KafkaSource(trigger);
      case "aws.activemq" -> new ActiveMqSource();
      case "aws.rabbitmq" -> new RabbitMqSource();
      case "aws.documentdb" -> new DocumentDbSource();
      case "aws.firehose", "aws.kinesis-analytics" -> new FirehoseSource(trigger);
      case "aws.cloudwatch-logs" -> new CloudWatchLogsSource();
      case "aws.cloudwatch-alarm" -> new AlarmSource();
      case "aws.s3-batch" -> new S3BatchSource();
      case "aws.ses", "aws.codecommit" -> new RecordsSource(trigger);
      case "aws.apigw-authorizer-token", "aws.apigw-authorizer-request", "aws.appsync-authorizer" ->
          new AuthorizerSource(trigger);
      case "aws.direct" -> new InvokeSource();
      default -> plain(trigger);
    };
  }

  private static @Nullable LambdaSource http(String trigger) {
    @Nullable HttpShape shape =
        switch (trigger) {
          case "aws.apigw-rest" -> HttpShape.V1;
          case "aws.apigw-http", "aws.function-url" -> HttpShape.V2;
          case "aws.apigw-websocket" -> HttpShape.WEBSOCKET;
          case "aws.alb" -> HttpShape.ALB;
          case "aws.vpc-lattice-v1" -> HttpShape.LATTICE_V1;
          case "aws.vpc-lattice-v2" -> HttpShape.LATTICE_V2;
          default -> null;
        };
    if (trigger.equals("aws.cloudfront")) {
      return new CloudFrontSource();
    }
    return shape == null ? null : new HttpSource(trigger, shape);
  }

  private static LambdaSource plain(String trigger) {
    @Nullable Capabilities row = CapabilityTable.of(trigger);
    return new PlainSource(row == null ? Kind.INVOKE : row.kinds().get(0), trigger);
  }
}

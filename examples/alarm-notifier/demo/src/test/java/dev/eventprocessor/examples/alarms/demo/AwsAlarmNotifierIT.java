package dev.eventprocessor.examples.alarms.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The zip, in the real Lambda runtime interface client. */
class AwsAlarmNotifierIT extends AlarmNotifierContract {

  @Override
  Path deployable() {
    return Deployables.aws(EXAMPLE);
  }

  @Override
  Cloud start(Path deployment, Map<String, String> environment) throws InterruptedException {
    return AwsCloud.start(deployment, environment);
  }

  @Override
  List<Delivery> deliveries(byte[] content) {
    return Envelopes.aws(content);
  }

  @Override
  List<String> triggers() {
    return List.of("aws.sns", "aws.sqs", "aws.eventbridge");
  }

  @Override
  Delivery raw(byte[] payload) {
    return Delivery.ofBody("raw", payload);
  }

  @Override
  Delivery wrongShape(String secret) {
    return Delivery.ofBody(
        "SNS", bytes("{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":\"" + secret + "\"}]}"));
  }

  @Override
  Path withoutApplication(Path temporary) throws Exception {
    return Archives.without(
        deployable(),
        temporary.resolve("without.zip"),
        name -> name.contains("alarm-notifier-application"));
  }
}

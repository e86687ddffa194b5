package dev.eventprocessor.examples.orders;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.aws.LambdaFunction;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The zip in the real Lambda runtime, beside queues that behave as SQS does. */
final class Deployed implements AutoCloseable {

  private final Deque<Runnable> opened = new ArrayDeque<>();
  private final SqsClient sqs;
  private final String parked;
  private final LambdaFunction function;

  Deployed() throws InterruptedException {
    try {
      SQSRestServer elasticMq =
          SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
      opened.push(elasticMq::stopAndWait);
      String endpoint = "http://127.0.0.1:" + elasticMq.waitUntilStarted().localAddress().getPort();
      sqs =
          SqsClient.builder()
              .endpointOverride(URI.create(endpoint))
              .region(Region.US_EAST_1)
              .credentialsProvider(
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
              .httpClient(UrlConnectionHttpClient.create())
              .build();
      opened.push(sqs::close);
      parked = queue("parked", Map.of());
      function =
          LambdaFunction.of(
                  Path.of(System.getProperty("project.root"))
                      .resolve("examples/order-queue/target/order-queue-aws.zip"),
                  "dev.eventprocessor.aws.LambdaEntrypoint")
              .name("order-queue")
              .environment(
                  Map.of(
                      "EVENT_PROCESSOR_MODULE",
                      OrderProcessors.class.getName(),
                      "PARKED_ORDERS",
                      parked,
                      "AWS_ENDPOINT_URL_SQS",
                      endpoint,
                      "AWS_ACCESS_KEY_ID",
                      "key",
                      "AWS_SECRET_ACCESS_KEY",
                      "secret"))
              .timeout(Duration.ofSeconds(60))
              .start();
      opened.push(function::close);
    } catch (InterruptedException | RuntimeException | Error halfStarted) {
      close();
      throw halfStarted;
    }
  }

  SqsClient sqs() {
    return sqs;
  }

  LambdaFunction function() {
    return function;
  }

  /** Makes a queue; its URL. */
  String queue(String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(request -> request.queueName(name).attributes(attributes)).queueUrl();
  }

  List<String> bodies(String queue) {
    return sqs
        .receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  /** What the application parked: records and messages as they were delivered. */
  List<Map<?, ?>> parked() {
    return bodies(parked).stream().<Map<?, ?>>map(body -> (Map<?, ?>) Json.read(body)).toList();
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      opened.pop().run();
    }
  }
}

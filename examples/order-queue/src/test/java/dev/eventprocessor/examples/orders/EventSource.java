package dev.eventprocessor.examples.orders;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.aws.LambdaAnswer;
import dev.eventprocessor.runtimes.aws.LambdaFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * What the service does between a queue and a function, with {@code ReportBatchItemFailures}: it
 * takes messages, hands them to the function, deletes those that the function does not name as
 * failed, and leaves the others to become visible again.
 */
final class EventSource {

  private final SqsClient sqs;
  private final String queue;
  private final LambdaFunction function;
  private final List<String> shipped = new ArrayList<>();

  EventSource(SqsClient sqs, String queue, LambdaFunction function) {
    this.sqs = sqs;
    this.queue = queue;
    this.function = function;
  }

  /** The orders that the function told to have shipped, in their order. */
  List<String> shipped() {
    return shipped;
  }

  /** One poll: how many messages there were, and how many of them are done. */
  List<Integer> poll() throws InterruptedException {
    List<Message> messages =
        sqs.receiveMessage(
                request ->
                    request
                        .queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(1)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages();
    if (messages.isEmpty()) {
      return List.of(0, 0);
    }
    LambdaAnswer answer = function.invoke(payload(messages));
    for (String line : answer.log()) {
      if (line.startsWith("shipped ")) {
        shipped.add(line.substring("shipped ".length()));
      }
    }
    Set<String> failed = failed(answer, messages);
    int done = 0;
    for (Message message : messages) {
      if (!failed.contains(message.messageId())) {
        done++;
        sqs.deleteMessage(
            request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
      }
    }
    return List.of(messages.size(), done);
  }

  private static Set<String> failed(LambdaAnswer answer, List<Message> messages) {
    if (answer instanceof LambdaAnswer.FunctionError) {
      return messages.stream().map(Message::messageId).collect(Collectors.toSet());
    }
    Map<?, ?> response = (Map<?, ?>) Json.read(answer.response().text());
    return ((List<?>) response.get("batchItemFailures"))
        .stream()
            .map(item -> (String) ((Map<?, ?>) item).get("itemIdentifier"))
            .collect(Collectors.toSet());
  }

  private byte[] payload(List<Message> messages) {
    String arn =
        "arn:aws:sqs:elasticmq:000000000000:" + queue.substring(queue.lastIndexOf('/') + 1);
    List<Object> records = new ArrayList<>();
    for (Message message : messages) {
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("messageId", message.messageId());
      record.put("receiptHandle", message.receiptHandle());
      record.put("body", message.body());
      record.put("attributes", new LinkedHashMap<>(message.attributesAsStrings()));
      record.put("messageAttributes", Map.of());
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", arn);
      record.put("awsRegion", "elasticmq");
      records.add(record);
    }
    return Json.write(Map.of("Records", records));
  }
}

package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Sends made-up payloads through everything on the way to a processor, so that a snapshot holds the
 * classes of it, loaded and linked.
 *
 * <p>They go to a registry made here. The application's processors, dependencies, parking lot and
 * listener are not touched, and nothing is read from the clock, from a source of chance, from files
 * or from the network that would be the same in every copy of the snapshot.
 */
final class Priming {

  private static final String[] PAYLOADS = {
    """
    {"Records": [{"eventSource": "aws:sqs", "messageId": "1", "receiptHandle": "r",
      "body": "{\\"text\\": \\"\\u00e9\\", \\"numbers\\": [1, 2.5, true, null]}",
      "eventSourceARN": "arn:aws:sqs:region:123456789012:queue.fifo",
      "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": "1545082649183",
        "ApproximateFirstReceiveTimestamp": "1545082649185", "MessageGroupId": "g"},
      "messageAttributes": {"n": {"dataType": "Number", "stringValue": "1"}}}]}
    """,
    """
    {"Records": [{"EventSource": "aws:sns", "EventSubscriptionArn": "s", "Sns": {
      "MessageId": "1", "TopicArn": "arn:aws:sns:region:123456789012:topic", "Message": "text",
      "MessageAttributes": {"b": {"Type": "Binary", "Value": "AA=="}}}}]}
    """,
    """
    {"id": "1", "detail-type": "type", "source": "source", "time": "2019-01-01T00:00:00Z",
      "resources": ["arn:aws:events:region:123456789012:rule/rule"], "detail": {"key": "value"}}
    """,
    """
    {"key": "value"}
    """
  };

  private Priming() {}

  static void run() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(Filters.eq("kind", "queue")).run(event -> {});
    processors.otherwise().call(event -> event.get("data"));
    EventProcessor processor = processors.build();
    Context context = new PrimingContext();
    for (String text : PAYLOADS) {
      @Nullable Object payload = Json.read(text);
      Json.write(Triggers.sourceOf(payload).handle(payload, processor, context));
    }
  }
}

package dev.eventprocessor.aws;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells by documented markers which trigger a payload comes from. Only the source that is needed is
 * loaded. A new trigger is a new source and a line here.
 */
final class Triggers {

  private Triggers() {}

  static LambdaSource sourceOf(@Nullable Object payload) {
    if (payload instanceof Map<?, ?> event) {
      if (event.get("Records") instanceof List<?> records
          && !records.isEmpty()
          && records.get(0) instanceof Map<?, ?> first) {
        return ofRecords(first);
      }
      if (event.get("detail-type") instanceof String
          && event.get("source") instanceof String
          && event.containsKey("detail")) {
        return new EventBridgeSource();
      }
    }
    return new InvokeSource();
  }

  private static LambdaSource ofRecords(Map<?, ?> first) {
    if (first.get("eventSource") instanceof String source) {
      return source.equals("aws:sqs") ? new SqsSource() : new InvokeSource();
    }
    // SNS alone spells it with a capital E. Test events often leave it out and keep the rest.
    Object source = first.get("EventSource");
    boolean sns =
        source == null
            ? first.get("Sns") instanceof Map<?, ?> message && message.containsKey("Message")
            : source.equals("aws:sns");
    return sns ? new SnsSource() : new InvokeSource();
  }
}

package dev.eventprocessor.azure;

import dev.eventprocessor.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the host bound for one call: the trigger's value, its metadata, and the facts that only the
 * function's own annotation knows (the queue's name). Which trigger it is cannot be told from the
 * value, so it is said here.
 *
 * <p>The value is what the parameter was bound to: {@code String}, {@code byte[]} (with {@code
 * dataType = "binary"}), or a plain map. Not thread-safe; one a call.
 */
public final class Binding {

  private final AzureSource source;
  private final @Nullable Object value;
  private final Map<String, String> facts = new LinkedHashMap<>(4);
  private final Map<String, @Nullable Object> metadata = new LinkedHashMap<>(8);

  private Binding(AzureSource source, @Nullable Object value) {
    this.source = source;
    this.value = value;
  }

  /** One message of a Service Bus queue ({@code @ServiceBusQueueTrigger}). */
  public static Binding serviceBusQueue(String queueName, @Nullable Object message) {
    return new Binding(new ServiceBusSource(), message).fact("queue", queueName);
  }

  /** One message of a Service Bus topic ({@code @ServiceBusTopicTrigger}). */
  public static Binding serviceBusTopic(
      String topicName, String subscriptionName, @Nullable Object message) {
    return new Binding(new ServiceBusSource(), message)
        .fact("topic", topicName)
        .fact("subscription", subscriptionName);
  }

  /** One message of a Storage queue ({@code @QueueTrigger}). */
  public static Binding storageQueue(String queueName, @Nullable Object message) {
    return new Binding(new StorageQueueSource(), message).fact("queue", queueName);
  }

  /** One event of Event Grid, in its own or the CloudEvents schema ({@code @EventGridTrigger}). */
  public static Binding eventGrid(@Nullable Object event) {
    return new Binding(new EventGridSource(), event);
  }

  /**
   * A {@code @BindingName} of the call, under its own name; null is left out.
   *
   * @param metadataValue as the host sent it: text, a number, or a map
   */
  public Binding metadata(String name, @Nullable Object metadataValue) {
    if (metadataValue != null) {
      metadata.put(name, metadataValue);
    }
    return this;
  }

  Event toEvent() {
    return source.event(new Bound(value, metadata, facts));
  }

  private Binding fact(String name, String text) {
    facts.put(name, text);
    return this;
  }
}

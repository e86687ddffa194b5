package dev.eventprocessor.azure;

import dev.eventprocessor.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
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

  private final Function<Binding, Event> source;
  private final @Nullable Object value;
  private final Map<String, String> facts = new LinkedHashMap<>(4);
  private final Map<String, @Nullable Object> metadata = new LinkedHashMap<>(8);

  private Binding(Function<Binding, Event> source, @Nullable Object value) {
    this.source = source;
    this.value = value;
  }

  /** One message of a Service Bus queue ({@code @ServiceBusQueueTrigger}). */
  public static Binding serviceBusQueue(String queueName, @Nullable Object message) {
    return new Binding(ServiceBusSource::event, message).fact("queue", queueName);
  }

  /** One message of a Service Bus topic ({@code @ServiceBusTopicTrigger}). */
  public static Binding serviceBusTopic(
      String topicName, String subscriptionName, @Nullable Object message) {
    return new Binding(ServiceBusSource::event, message)
        .fact("topic", topicName)
        .fact("subscription", subscriptionName);
  }

  /** One message of a Storage queue ({@code @QueueTrigger}). */
  public static Binding storageQueue(String queueName, @Nullable Object message) {
    return new Binding(StorageQueueSource::event, message).fact("queue", queueName);
  }

  /** One event of Event Grid, in its own or the CloudEvents schema ({@code @EventGridTrigger}). */
  public static Binding eventGrid(@Nullable Object event) {
    return new Binding(EventGridSource::event, event);
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
    return source.apply(this);
  }

  @Nullable Object value() {
    return value;
  }

  /** A fact of the annotation; null where this trigger has none of this name. */
  @Nullable String fact(String name) {
    return facts.get(name);
  }

  Metadata metadata() {
    return new Metadata(metadata);
  }

  /** All of it, in the words of the host's custom-handler payload. */
  Map<String, @Nullable Object> raw() {
    Map<String, @Nullable Object> raw = new LinkedHashMap<>(4);
    raw.put("Data", value);
    raw.put("Metadata", metadata);
    raw.putAll(facts);
    return raw;
  }

  private Binding fact(String name, String text) {
    facts.put(name, text);
    return this;
  }
}

package dev.eventprocessor.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the host bound for one call: the trigger's value, its metadata, and the facts that only the
 * function's own annotation knows (the queue's name). Which trigger it is cannot be told from the
 * value, so it is said here.
 *
 * <p>The value is what the parameter was bound to: {@code String}, {@code byte[]} (with {@code
 * dataType = "binary"}), or plain values; for the batches a list or array of them, or the JSON text
 * of a list. A fact may be an app setting in percent signs, as the annotation has it; one that is
 * not known is the empty text, and left out. Not thread-safe; one a call.
 */
public final class Binding {

  private final AzureSource source;
  private final @Nullable Object value;
  private final boolean batch;
  private final Map<String, String> facts = new LinkedHashMap<>(4);
  private final Map<String, @Nullable Object> metadata = new LinkedHashMap<>(8);

  private Binding(AzureSource source, @Nullable Object value, boolean batch) {
    this.source = source;
    this.value = value;
    this.batch = batch;
  }

  /** One message of a Service Bus queue ({@code @ServiceBusQueueTrigger}). */
  public static Binding serviceBusQueue(String queueName, @Nullable Object message) {
    return one(new ServiceBusSource(), message).fact("queue", queueName);
  }

  /** Messages of a Service Bus queue, with {@code cardinality = MANY}. */
  public static Binding serviceBusQueueBatch(String queueName, @Nullable Object messages) {
    return many(new ServiceBusSource(), messages).fact("queue", queueName);
  }

  /** One message of a Service Bus topic ({@code @ServiceBusTopicTrigger}). */
  public static Binding serviceBusTopic(
      String topicName, String subscriptionName, @Nullable Object message) {
    return one(new ServiceBusSource(), message)
        .fact("topic", topicName)
        .fact("subscription", subscriptionName);
  }

  /** Messages of a Service Bus topic, with {@code cardinality = MANY}. */
  public static Binding serviceBusTopicBatch(
      String topicName, String subscriptionName, @Nullable Object messages) {
    return many(new ServiceBusSource(), messages)
        .fact("topic", topicName)
        .fact("subscription", subscriptionName);
  }

  /** One message of a Storage queue ({@code @QueueTrigger}). */
  public static Binding storageQueue(String queueName, @Nullable Object message) {
    return one(new StorageQueueSource(), message).fact("queue", queueName);
  }

  /** One event of an event hub or IoT hub ({@code @EventHubTrigger}, {@code cardinality = ONE}). */
  public static Binding eventHub(String eventHubName, @Nullable Object event) {
    return one(new EventHubSource(), event).fact("eventhub", eventHubName);
  }

  /** Events of one partition of an event hub or IoT hub, in their order. */
  public static Binding eventHubBatch(String eventHubName, @Nullable Object events) {
    return many(new EventHubSource(), events).fact("eventhub", eventHubName);
  }

  /** One event of Event Grid, in its own or the CloudEvents schema ({@code @EventGridTrigger}). */
  public static Binding eventGrid(@Nullable Object event) {
    return one(new EventGridSource(), event);
  }

  /**
   * A blob that was created or changed ({@code @BlobTrigger}).
   *
   * @param path the annotation's path pattern, for example {@code invoices/{customer}/{name}.pdf}
   * @param content what it holds
   */
  public static Binding blob(String path, @Nullable Object content) {
    return one(new BlobSource(), content).fact("path", path);
  }

  /** Documents of a container's change feed ({@code @CosmosDBTrigger}), in their order. */
  public static Binding cosmosDb(
      String databaseName, String containerName, @Nullable Object documents) {
    return many(new CosmosDbSource(), documents)
        .fact("database", databaseName)
        .fact("container", containerName);
  }

  /** One message of a Kafka topic ({@code @KafkaTrigger}). */
  public static Binding kafka(String topic, @Nullable Object message) {
    return one(new KafkaSource(), message).fact("topic", topic);
  }

  /** Messages of a Kafka topic, with {@code cardinality = MANY}. */
  public static Binding kafkaBatch(String topic, @Nullable Object messages) {
    return many(new KafkaSource(), messages).fact("topic", topic);
  }

  /** A tick of a timer ({@code @TimerTrigger}). */
  public static Binding timer(@Nullable Object timer) {
    return one(new TimerSource(), timer);
  }

  /** A request ({@code @HttpTrigger}); its body is best bound as text. */
  public static Binding http(HttpRequestMessage<?> request) {
    return one(new HttpSource(), request);
  }

  /**
   * A {@code @BindingName} of the call, under its own name; null is left out.
   *
   * @param metadataValue as the host sent it: text, a number, a list, or a map
   */
  public Binding metadata(String name, @Nullable Object metadataValue) {
    if (metadataValue != null) {
      metadata.put(name, metadataValue);
    }
    return this;
  }

  AzureSource source() {
    return source;
  }

  boolean isBatch() {
    return batch;
  }

  /**
   * The messages of the call; one, unless many were bound.
   *
   * @throws dev.eventprocessor.InvalidEventException when many should have been bound and are no
   *     list
   */
  List<Bound> messages(Call call) {
    return batch ? Bound.each(common(call), Body.elements(value)) : List.of(whole(call));
  }

  /** All that was bound, as one message. */
  Bound whole(Call call) {
    return Bound.only(common(call), value);
  }

  private Bound.Common common(Call call) {
    return new Bound.Common(metadata, facts, new Settings(), call);
  }

  private static Binding one(AzureSource source, @Nullable Object value) {
    return new Binding(source, value, false);
  }

  private static Binding many(AzureSource source, @Nullable Object values) {
    return new Binding(source, values, true);
  }

  private Binding fact(String name, String text) {
    if (!text.isEmpty()) {
      facts.put(name, text);
    }
    return this;
  }

  /** A class and no lambda, which costs the first event more. */
  private static final class Settings implements AppSettings.Environment {
    @Override
    public @Nullable String get(String name) {
      return System.getenv(name);
    }
  }
}

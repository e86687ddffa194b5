package dev.eventprocessor.cli;

import dev.eventprocessor.azure.Binding;
import dev.eventprocessor.fakes.azure.FakeHttpRequestMessage;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which trigger a value of Azure is bound to, which the value itself does not say.
 *
 * @param name the binding's name in the payload's {@code Data}; null for the only one, or the first
 * @param trigger which trigger
 * @param facts what the function's annotation says: the queue's name, for example; empty for
 *     nothing
 */
record BindingType(@Nullable String name, Trigger trigger, String facts) {

  /** Azure's triggers, under the names that function.json has for them. */
  enum Trigger {
    /** A Service Bus queue. */
    SERVICEBUSQUEUE,
    /** A Service Bus topic. */
    SERVICEBUSTOPIC,
    /** A Storage queue. */
    QUEUE,
    /** An event hub or IoT hub. */
    EVENTHUB,
    /** Event Grid, in both schemas. */
    EVENTGRID,
    /** A blob. */
    BLOB,
    /** The change feed of Cosmos DB. */
    COSMOSDB,
    /** A Kafka topic. */
    KAFKA,
    /** A timer. */
    TIMER,
    /** A request. */
    HTTP
  }

  static final String POSSIBLE =
      "servicebus, servicebusTopic, queue, eventhub, eventgrid, blob, cosmosdb, kafka, timer or"
          + " http";

  /**
   * Reads {@code NAME=TYPE}, {@code TYPE} or either with facts behind a colon: {@code
   * servicebus:orders}, {@code servicebusTopic:orders/billing}, {@code cosmosdb:shop/items}.
   *
   * @throws InputException when there is no such type
   */
  static BindingType parse(String text) {
    int equals = text.indexOf('=');
    @Nullable String name = equals < 1 ? null : text.substring(0, equals);
    String type = text.substring(equals + 1);
    int colon = type.indexOf(':');
    String facts = colon < 0 ? "" : type.substring(colon + 1);
    return new BindingType(name, trigger(colon < 0 ? type : type.substring(0, colon)), facts);
  }

  private static Trigger trigger(String type) {
    String word = type.toLowerCase(Locale.ROOT);
    word = word.startsWith("azure.") ? word.substring("azure.".length()) : word;
    word = word.endsWith("trigger") ? word.substring(0, word.length() - 7) : word;
    return switch (word) {
      case "servicebus", "servicebusqueue" -> Trigger.SERVICEBUSQUEUE;
      case "servicebustopic" -> Trigger.SERVICEBUSTOPIC;
      case "queue", "storagequeue" -> Trigger.QUEUE;
      case "eventhub", "iothub" -> Trigger.EVENTHUB;
      case "eventgrid" -> Trigger.EVENTGRID;
      case "blob" -> Trigger.BLOB;
      case "cosmosdb" -> Trigger.COSMOSDB;
      case "kafka" -> Trigger.KAFKA;
      case "timer" -> Trigger.TIMER;
      case "http" -> Trigger.HTTP;
      default ->
          throw new InputException(
              "There is no binding type \"" + type + "\". Say " + POSSIBLE + ".");
    };
  }

  /** The call with this value, bound to one message or to all of a batch. */
  HostCall call(@Nullable Object value, boolean many) {
    return trigger == Trigger.HTTP
        ? new HostCall.Request(request(value))
        : new HostCall.Message(bind(value, many));
  }

  private Binding bind(@Nullable Object value, boolean many) {
    String first = fact(0);
    return switch (trigger) {
      case SERVICEBUSQUEUE ->
          many ? Binding.serviceBusQueueBatch(facts, value) : Binding.serviceBusQueue(facts, value);
      case SERVICEBUSTOPIC ->
          many
              ? Binding.serviceBusTopicBatch(topic(), fact(1), value)
              : Binding.serviceBusTopic(topic(), fact(1), value);
      case QUEUE -> Binding.storageQueue(facts, value);
      case EVENTHUB -> many ? Binding.eventHubBatch(facts, value) : Binding.eventHub(facts, value);
      case EVENTGRID -> Binding.eventGrid(value);
      case BLOB -> Binding.blob(facts, value);
      case COSMOSDB -> Binding.cosmosDb(first, fact(1), value);
      case KAFKA -> many ? Binding.kafkaBatch(facts, value) : Binding.kafka(facts, value);
      case TIMER -> Binding.timer(value);
      case HTTP -> throw new IllegalStateException("A request is bound to nothing else");
    };
  }

  /** A topic without a name is still one. */
  private String topic() {
    return facts.isEmpty() ? "topic" : fact(0);
  }

  private String fact(int index) {
    int slash = facts.indexOf('/');
    return index == 0
        ? (slash < 0 ? facts : facts.substring(0, slash))
        : (slash < 0 ? "" : facts.substring(slash + 1));
  }

  private static FakeHttpRequestMessage request(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return FakeHttpRequestMessage.ofHost(map);
    }
    throw new InputException(
        "What is bound to an HTTP trigger is no request. Write {\"Url\": ..., \"Method\": ...,"
            + " \"Headers\": {...}, \"Body\": ...}.");
  }
}

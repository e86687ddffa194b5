package dev.eventprocessor.azure.processor;

import java.util.List;

/**
 * A trigger that functions can be declared with: how its method looks.
 *
 * <p>The metadata is what the sources of the host's extensions (Service Bus 5, Event Hubs 5 and 6,
 * Storage 5) add to every call and never leave null; {@code MessageId} and its like are the
 * sender's to set and stand here for no trigger.
 *
 * @param member the member of {@code @AzureFunction} that declares it
 * @param title what messages call it
 * @param retry what the host does with a retry policy
 * @param retries what becomes of a failed event where no policy is heeded
 * @param one the method that takes one event a call
 * @param many the method that takes many; the same one where the trigger has no such choice
 * @param facts the trigger annotation's attributes that the event cannot know otherwise, as the
 *     arguments of {@link Shape#factory}
 */
record Trigger(
    String member,
    String title,
    RetryRule retry,
    String retries,
    Shape one,
    Shape many,
    List<String> facts) {

  private static final String DELIVERIES =
      again("MaxDeliveryCount of the queue or subscription says");
  private static final String DEQUEUES = again("maxDequeueCount in host.json says");
  private static final String POLICY = "";

  private static String again(String who) {
    return "the service itself delivers a failed event again. Remove the policy; "
        + who
        + " how often.";
  }

  private static final List<Metadata> SERVICE_BUS_ONE =
      List.of(
          Metadata.text("DeliveryCount"),
          Metadata.text("SequenceNumber"),
          Metadata.text("EnqueuedTimeUtc"),
          Metadata.text("ExpiresAtUtc"),
          Metadata.text("ApplicationProperties"));
  private static final List<Metadata> SERVICE_BUS_MANY =
      List.of(
          Metadata.texts("MessageIdArray"),
          Metadata.text("DeliveryCountArray"),
          Metadata.numbers("SequenceNumberArray"),
          Metadata.text("EnqueuedTimeUtcArray"),
          Metadata.text("ExpiresAtUtcArray"),
          Metadata.texts("SessionIdArray"),
          Metadata.texts("ContentTypeArray"),
          Metadata.texts("CorrelationIdArray"),
          Metadata.text("ApplicationPropertiesArray"));
  private static final List<Metadata> STORAGE_QUEUE_ONE =
      List.of(
          Metadata.text("Id"),
          Metadata.text("DequeueCount"),
          Metadata.text("InsertionTime"),
          Metadata.text("ExpirationTime"));
  private static final List<Metadata> EVENT_HUB_ONE =
      List.of(
          Metadata.text("SystemProperties"),
          Metadata.text("Properties"),
          Metadata.text("PartitionContext"));
  private static final List<Metadata> EVENT_HUB_MANY =
      List.of(
          Metadata.text("SystemPropertiesArray"),
          Metadata.text("PropertiesArray"),
          Metadata.text("PartitionContext"));
  private static final List<Metadata> BLOB_ONE =
      List.of(
          Metadata.text("BlobTrigger"),
          Metadata.text("Uri"),
          Metadata.text("Properties"),
          Metadata.text("Metadata"));

  /** All of them, in the order in which messages name them. */
  static final List<Trigger> ALL =
      List.of(
          new Trigger(
              "serviceBusQueue",
              "Service Bus",
              RetryRule.FORBIDDEN,
              DELIVERIES,
              new Shape("byte[]", "serviceBusQueue", SERVICE_BUS_ONE),
              new Shape("byte[][]", "serviceBusQueueBatch", SERVICE_BUS_MANY),
              List.of("queueName")),
          new Trigger(
              "serviceBusTopic",
              "Service Bus",
              RetryRule.FORBIDDEN,
              DELIVERIES,
              new Shape("byte[]", "serviceBusTopic", SERVICE_BUS_ONE),
              new Shape("byte[][]", "serviceBusTopicBatch", SERVICE_BUS_MANY),
              List.of("topicName", "subscriptionName")),
          single(
              "storageQueue",
              "a Storage queue",
              DEQUEUES,
              new Shape("byte[]", "storageQueue", STORAGE_QUEUE_ONE),
              List.of("queueName")),
          new Trigger(
              "eventHub",
              "Event Hubs",
              RetryRule.REQUIRED,
              POLICY,
              new Shape("byte[]", "eventHub", EVENT_HUB_ONE),
              new Shape("byte[][]", "eventHubBatch", EVENT_HUB_MANY),
              List.of("eventHubName")),
          single(
              "eventGrid",
              "Event Grid",
              again("the event subscription says"),
              new Shape("String", "eventGrid", List.of()),
              List.of()),
          single(
              "blob",
              "Blob storage",
              DEQUEUES,
              new Shape("byte[]", "blob", BLOB_ONE),
              List.of("path")),
          new Trigger(
              "cosmosDB",
              "Cosmos DB",
              RetryRule.REQUIRED,
              POLICY,
              new Shape("String", "cosmosDb", List.of()),
              new Shape("String", "cosmosDb", List.of()),
              List.of("databaseName", "containerName")),
          new Trigger(
              "kafka",
              "Kafka",
              RetryRule.REQUIRED,
              POLICY,
              new Shape("String", "kafka", List.of()),
              new Shape("String[]", "kafkaBatch", List.of()),
              List.of("topic")),
          new Trigger(
              "timer",
              "a timer",
              RetryRule.ALLOWED,
              POLICY,
              new Shape("String", "timer", List.of()),
              new Shape("String", "timer", List.of()),
              List.of()),
          single(
              "http",
              "HTTP",
              "the caller gets the failure as the response, and calls again or not. Remove the policy.",
              new Shape("HttpRequestMessage<Optional<String>>", "http", List.of()),
              List.of()));

  Trigger {
    facts = List.copyOf(facts);
  }

  /**
   * Of a request whose body the host hands over as bytes, which it does of two media types only; it
   * does not heed the data type, by which the user says that his requests are of these.
   */
  private static final Shape HTTP_OF_BYTES =
      new Shape("HttpRequestMessage<Optional<byte[]>>", "http", List.of());

  /**
   * How the method looks that the trigger's annotation asks for.
   *
   * @param isMany whether it asks for many events a call
   * @param dataType the data type that it gives; empty for none
   */
  Shape shape(boolean isMany, String dataType) {
    if (one.isAnswered() && dataType.equals("binary")) {
      return HTTP_OF_BYTES;
    }
    return isMany ? many : one;
  }

  private static Trigger single(
      String member, String title, String retries, Shape shape, List<String> facts) {
    return new Trigger(member, title, RetryRule.FORBIDDEN, retries, shape, shape, facts);
  }

  /**
   * How a method takes what the host bound.
   *
   * @param type the trigger parameter's Java type; bytes are bound with {@code dataType = "binary"}
   * @param factory the method of the adapter's {@code Binding} that takes it over
   * @param metadata what else is bound
   */
  record Shape(String type, String factory, List<Metadata> metadata) {

    Shape {
      metadata = List.copyOf(metadata);
    }

    boolean isBinary() {
      return type.contains("byte[]");
    }

    /** Whether the method returns a response, to whoever waits for it. */
    boolean isAnswered() {
      return factory.equals("http");
    }
  }
}

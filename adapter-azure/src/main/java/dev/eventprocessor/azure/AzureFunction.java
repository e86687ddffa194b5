package dev.eventprocessor.azure;

import com.microsoft.azure.functions.annotation.BlobTrigger;
import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.EventHubTrigger;
import com.microsoft.azure.functions.annotation.ExponentialBackoffRetry;
import com.microsoft.azure.functions.annotation.FixedDelayRetry;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.KafkaTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.ServiceBusQueueTrigger;
import com.microsoft.azure.functions.annotation.ServiceBusTopicTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a function of the deployable by its trigger, in the words of Microsoft's own trigger
 * annotations. Put it on the deployable's package (in {@code package-info.java}) or on any class of
 * it, once for each function:
 *
 * <pre>{@code
 * @AzureFunction(
 *     name = "alarms",
 *     storageQueue =
 *         @QueueTrigger(name = "message", queueName = "alarms", connection = "AlarmsStorage"))
 * @AzureFunction(
 *     name = "telemetry",
 *     eventHub =
 *         @EventHubTrigger(name = "events", eventHubName = "telemetry", connection = "Telemetry"),
 *     fixedDelayRetry = @FixedDelayRetry(maxRetryCount = 5, delayInterval = "00:00:10"))
 * package com.example.alarms.azure;
 * }</pre>
 *
 * <p>The annotation processor {@code event-processor-azure-processor} writes the class with the
 * {@code @FunctionName} methods at compile time: {@code Functions} in the package, or {@code
 * <Class>Functions} beside the class. It adds what the event needs of the host's metadata, binds
 * bodies as bytes, and refuses to compile what would lose events. Exactly one trigger has to be
 * given; nothing of this annotation is left at run time.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Repeatable(AzureFunction.All.class)
public @interface AzureFunction {

  /** The function's name in the function app: letters, digits, hyphens and underscores. */
  String name();

  /** A Service Bus queue; one message a call unless {@code cardinality = MANY} is given. */
  ServiceBusQueueTrigger[] serviceBusQueue() default {};

  /** A subscription of a Service Bus topic; one message a call, as for a queue. */
  ServiceBusTopicTrigger[] serviceBusTopic() default {};

  /** A Storage queue. */
  QueueTrigger[] storageQueue() default {};

  /**
   * An event hub, or an IoT hub's built-in endpoint; many events of one partition a call, in their
   * order, unless {@code cardinality = ONE} is given. Needs a retry policy: the host moves on when
   * the function fails.
   */
  EventHubTrigger[] eventHub() default {};

  /** An Event Grid subscription, in any of its schemas. */
  EventGridTrigger[] eventGrid() default {};

  /** Blobs under a path; their content is the event's data. */
  BlobTrigger[] blob() default {};

  /**
   * The change feed of a Cosmos DB container. Needs a retry policy: the host moves on when the
   * function fails.
   */
  CosmosDBTrigger[] cosmosDB() default {};

  /** A Kafka topic. Needs a retry policy: the host moves on when the function fails. */
  KafkaTrigger[] kafka() default {};

  /** A schedule. */
  TimerTrigger[] timer() default {};

  /**
   * Requests. What a processor returns or throws is the response; {@code route = "{*path}"} takes
   * every path, and leaves routing to the application. The host hands bodies over as text, unless
   * they are {@code application/octet-stream} or {@code multipart}; {@code dataType = "binary"} is
   * for a function that gets no other bodies than those.
   */
  HttpTrigger[] http() default {};

  /** The retry policy, for Event Hubs, Cosmos DB, Kafka and timers: after equal pauses. */
  FixedDelayRetry[] fixedDelayRetry() default {};

  /** The retry policy, for Event Hubs, Cosmos DB, Kafka and timers: after growing pauses. */
  ExponentialBackoffRetry[] exponentialBackoffRetry() default {};

  /**
   * Metadata that is bound besides what the host always sends, by the host's names: {@code
   * "MessageId"}, {@code "CorrelationId"}. Name only what <b>every</b> sender sets: the host leaves
   * out what is null, and the worker refuses a call that lacks a bound value, again and again until
   * the message is dead-lettered.
   */
  String[] metadata() default {};

  /** What the compiler makes of several {@link AzureFunction}; not to be written by hand. */
  @Documented
  @Retention(RetentionPolicy.SOURCE)
  @Target({ElementType.PACKAGE, ElementType.TYPE})
  @interface All {
    /** The functions. */
    AzureFunction[] value();
  }
}

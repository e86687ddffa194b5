/**
 * A function for each trigger that Azure has. Deploy it to see what the events of your own queues,
 * hubs and stores look like: each one is printed to the log as JSON. The class with the functions
 * is written at compile time, from what is declared here.
 */
@AzureFunction(
    name = "servicebus-queue",
    serviceBusQueue =
        @ServiceBusQueueTrigger(
            name = "message",
            queueName = "%ServiceBusQueue%",
            connection = "ServiceBus"))
@AzureFunction(
    name = "servicebus-topic",
    serviceBusTopic =
        @ServiceBusTopicTrigger(
            name = "messages",
            topicName = "%ServiceBusTopic%",
            subscriptionName = "%ServiceBusSubscription%",
            connection = "ServiceBus",
            cardinality = Cardinality.MANY))
@AzureFunction(
    name = "storage-queue",
    storageQueue =
        @QueueTrigger(
            name = "message",
            queueName = "%StorageQueue%",
            connection = "AzureWebJobsStorage"))
@AzureFunction(
    name = "eventhub",
    eventHub =
        @EventHubTrigger(name = "events", eventHubName = "%EventHub%", connection = "EventHubs"),
    exponentialBackoffRetry =
        @ExponentialBackoffRetry(
            maxRetryCount = 5,
            minimumInterval = "00:00:01",
            maximumInterval = "00:01:00"))
@AzureFunction(
    name = "eventhub-one",
    eventHub =
        @EventHubTrigger(
            name = "event",
            eventHubName = "%EventHub%",
            connection = "EventHubs",
            consumerGroup = "one",
            cardinality = Cardinality.ONE),
    fixedDelayRetry = @FixedDelayRetry(maxRetryCount = 5, delayInterval = "00:00:10"))
@AzureFunction(name = "eventgrid", eventGrid = @EventGridTrigger(name = "event"))
@AzureFunction(
    name = "blob",
    blob =
        @BlobTrigger(
            name = "content",
            path = "%BlobContainer%/{name}",
            connection = "AzureWebJobsStorage"))
@AzureFunction(
    name = "cosmosdb",
    cosmosDB =
        @CosmosDBTrigger(
            name = "documents",
            databaseName = "%CosmosDatabase%",
            containerName = "%CosmosContainer%",
            connection = "CosmosDb",
            createLeaseContainerIfNotExists = true),
    fixedDelayRetry = @FixedDelayRetry(maxRetryCount = 5, delayInterval = "00:00:10"))
@AzureFunction(
    name = "kafka",
    kafka =
        @KafkaTrigger(
            name = "records",
            topic = "%KafkaTopic%",
            brokerList = "%KafkaBrokers%",
            consumerGroup = "azure-triggers",
            cardinality = Cardinality.MANY),
    fixedDelayRetry = @FixedDelayRetry(maxRetryCount = 5, delayInterval = "00:00:10"))
@AzureFunction(
    name = "kafka-one",
    kafka =
        @KafkaTrigger(
            name = "event",
            topic = "%KafkaTopic%",
            brokerList = "%KafkaBrokers%",
            consumerGroup = "azure-triggers-one"),
    fixedDelayRetry = @FixedDelayRetry(maxRetryCount = 5, delayInterval = "00:00:10"))
@AzureFunction(
    name = "http",
    http =
        @HttpTrigger(name = "request", authLevel = AuthorizationLevel.FUNCTION, route = "{*path}"))
@AzureFunction(name = "timer", timer = @TimerTrigger(name = "timer", schedule = "0 */5 * * * *"))
@NullMarked
package dev.eventprocessor.examples.triggers;

import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BlobTrigger;
import com.microsoft.azure.functions.annotation.Cardinality;
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
import dev.eventprocessor.azure.AzureFunction;
import org.jspecify.annotations.NullMarked;

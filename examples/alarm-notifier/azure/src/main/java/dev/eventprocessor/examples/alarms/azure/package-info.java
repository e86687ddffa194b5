/**
 * The triggers of the alarm notifier on Azure; what it does is in the application. The class with
 * the functions is written at compile time.
 */
@AzureFunction(
    name = "alarms-servicebus",
    serviceBusQueue =
        @ServiceBusQueueTrigger(
            name = "message",
            queueName = "alarms",
            connection = "AlarmsServiceBus"))
@AzureFunction(
    name = "alarms-queue",
    storageQueue =
        @QueueTrigger(name = "message", queueName = "alarms", connection = "AzureWebJobsStorage"))
@NullMarked
package dev.eventprocessor.examples.alarms.azure;

import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.ServiceBusQueueTrigger;
import dev.eventprocessor.azure.AzureFunction;
import org.jspecify.annotations.NullMarked;

/**
 * The trigger of the catalogue on Azure; what it does is in the application. The class with the
 * function is written at compile time.
 */
@AzureFunction(
    name = "uploads",
    storageQueue =
        @QueueTrigger(name = "message", queueName = "uploads", connection = "AzureWebJobsStorage"))
@NullMarked
package dev.eventprocessor.examples.uploads.azure;

import com.microsoft.azure.functions.annotation.QueueTrigger;
import dev.eventprocessor.azure.AzureFunction;
import org.jspecify.annotations.NullMarked;

/**
 * The triggers of the orders API on Azure; what it does is in the application. The class with the
 * functions is written at compile time.
 */
@AzureFunction(
    name = "orders-http",
    http =
        @HttpTrigger(
            name = "request",
            methods = {HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.OPTIONS},
            authLevel = AuthorizationLevel.ANONYMOUS,
            route = "{*path}"))
@AzureFunction(
    name = "orders-queue",
    storageQueue =
        @QueueTrigger(name = "message", queueName = "orders", connection = "AzureWebJobsStorage"))
@NullMarked
package dev.eventprocessor.examples.ordersapi.azure;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import dev.eventprocessor.azure.AzureFunction;
import org.jspecify.annotations.NullMarked;

/**
 * event-processor on Azure Functions.
 *
 * <p>On Azure the trigger is part of a compiled method, so an application has one small class that
 * says which triggers it has and hands each over:
 *
 * <pre>{@code
 * public final class AlarmFunctions {
 *   @FunctionName("alarms-queue")
 *   public void queue(
 *       @ServiceBusQueueTrigger(name = "message", queueName = "alarms", connection = "ServiceBus")
 *           String message,
 *       @BindingName("MessageId") String id,
 *       ExecutionContext context) {
 *     FunctionsEntrypoint.run(
 *         Binding.serviceBusQueue("alarms", message).metadata("MessageId", id), context);
 *   }
 * }
 * }</pre>
 *
 * <p>Bind only metadata that every version of the host sends: the worker refuses a call that lacks
 * one.
 */
@NullMarked
package dev.eventprocessor.azure;

import org.jspecify.annotations.NullMarked;

/**
 * event-processor on Azure Functions.
 *
 * <p>On Azure the trigger is part of a compiled method. Declare the functions once, with {@link
 * dev.eventprocessor.azure.AzureFunction} and Microsoft's own trigger annotations, and the
 * annotation processor {@code event-processor-azure-processor} writes the methods:
 *
 * <pre>{@code
 * @AzureFunction(
 *     name = "alarms-servicebus",
 *     serviceBusQueue =
 *         @ServiceBusQueueTrigger(
 *             name = "message",
 *             queueName = "alarms",
 *             connection = "AlarmsServiceBus"))
 * package com.example.alarms.azure;
 * }</pre>
 *
 * <p>A method that is written by hand does the same, and may stand beside:
 *
 * <pre>{@code
 * public final class AlarmFunctions {
 *   @FunctionName("alarms-eventgrid")
 *   public void eventGrid(@EventGridTrigger(name = "event") String event, ExecutionContext context) {
 *     FunctionsEntrypoint.run(Binding.eventGrid(event), context);
 *   }
 * }
 * }</pre>
 *
 * <p>Bind only metadata that the host sends with every call: it leaves out what is null (a {@code
 * MessageId} that the sender did not set), and the worker refuses a call that lacks a bound value.
 */
@NullMarked
package dev.eventprocessor.azure;

import org.jspecify.annotations.NullMarked;

package dev.eventprocessor.examples.alarms.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.ServiceBusQueueTrigger;
import dev.eventprocessor.azure.Binding;
import dev.eventprocessor.azure.FunctionsEntrypoint;

/** The triggers of the alarm notifier on Azure; what it does is in the application. */
public final class AlarmFunctions {

  /** Alarms from a Service Bus queue. */
  @FunctionName("alarms-servicebus")
  public void serviceBus(
      @ServiceBusQueueTrigger(
              name = "message",
              queueName = "alarms",
              connection = "AlarmsServiceBus",
              dataType = "binary")
          byte[] message,
      @BindingName("MessageId") String messageId,
      @BindingName("DeliveryCount") String deliveryCount,
      ExecutionContext context) {
    FunctionsEntrypoint.run(
        Binding.serviceBusQueue("alarms", message)
            .metadata("MessageId", messageId)
            .metadata("DeliveryCount", deliveryCount),
        context);
  }

  /** Alarms from a Storage queue. */
  @FunctionName("alarms-queue")
  public void queue(
      @QueueTrigger(
              name = "message",
              queueName = "alarms",
              connection = "AzureWebJobsStorage",
              dataType = "binary")
          byte[] message,
      @BindingName("Id") String id,
      @BindingName("DequeueCount") String dequeueCount,
      ExecutionContext context) {
    FunctionsEntrypoint.run(
        Binding.storageQueue("alarms", message)
            .metadata("Id", id)
            .metadata("DequeueCount", dequeueCount),
        context);
  }

  /** Alarms from an Event Grid topic, in either schema. */
  @FunctionName("alarms-eventgrid")
  public void eventGrid(@EventGridTrigger(name = "event") String event, ExecutionContext context) {
    FunctionsEntrypoint.run(Binding.eventGrid(event), context);
  }
}

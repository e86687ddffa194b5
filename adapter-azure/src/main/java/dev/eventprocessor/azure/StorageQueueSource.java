package dev.eventprocessor.azure;

import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import org.jspecify.annotations.Nullable;

/** Azure Storage queues, one message a call ("Azure Queue storage trigger for Azure Functions"). */
final class StorageQueueSource implements AzureSource {

  @Override
  public PortableEvent event(Bound bound) {
    Metadata metadata = bound.metadata();
    @Nullable String inserted = metadata.time("InsertionTime");
    return PortableEvent.of(Kind.QUEUE, "azure", "azure.queue")
        .put("id", metadata.text("Id"))
        .put("type", "com.microsoft.storage.queue.message")
        .put("time", inserted)
        .put("expirytime", metadata.time("ExpirationTime"))
        .content(Body.content(bound.value(), null))
        .resource("name", bound.fact("queue"))
        .delivery("attempt", metadata.number("DequeueCount"))
        .delivery("enqueued", inserted)
        .delivery("receipt", metadata.text("PopReceipt"))
        .detail("message", "nextvisible", metadata.time("NextVisibleTime"));
  }

  @Override
  public Order order() {
    return Order.INDEPENDENT;
  }
}

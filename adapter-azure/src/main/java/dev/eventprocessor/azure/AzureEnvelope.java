package dev.eventprocessor.azure;

import dev.eventprocessor.event.CloudEvents;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Envelope;
import dev.eventprocessor.event.PortableEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Event Grid's events in queues, topics and event hubs; CloudEvents anywhere. Stateless. */
final class AzureEnvelope implements Envelope {

  private static final String[] MARKER = {"\"metadataVersion\""};

  @Override
  public @Nullable List<PortableEvent> open(PortableEvent outer) {
    @Nullable Content content = outer.content();
    if (content == null || !content.mayHold(MARKER)) {
      return CloudEvents.open(outer);
    }
    @Nullable Object value = content.value();
    if (EventGridSource.isDelivered(value) && value != null) {
      return List.of(EventGridSource.inner(value, outer));
    }
    return value instanceof List<?> list && areDelivered(list)
        ? inner(list, outer)
        : CloudEvents.open(outer);
  }

  /** A subscription that delivers in batches sends lists. */
  private static boolean areDelivered(List<?> list) {
    for (Object element : list) {
      if (!EventGridSource.isDelivered(element)) {
        return false;
      }
    }
    return !list.isEmpty();
  }

  private static List<PortableEvent> inner(List<?> list, PortableEvent outer) {
    List<PortableEvent> events = new ArrayList<>(list.size());
    for (Object element : list) {
      events.add(EventGridSource.inner(element, outer));
    }
    return events;
  }
}

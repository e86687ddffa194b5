package dev.eventprocessor.aws;

import dev.eventprocessor.event.CloudEvents;
import dev.eventprocessor.event.Envelope;
import dev.eventprocessor.event.Envelopes;
import dev.eventprocessor.event.PortableEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may travel in streams and brokers, where no service of AWS puts its own notifications. */
final class StreamEnvelopes implements Envelope {

  static final Envelopes CLOUD_EVENTS = Envelopes.of(new StreamEnvelopes());

  private StreamEnvelopes() {}

  @Override
  public @Nullable List<PortableEvent> open(PortableEvent outer) {
    return CloudEvents.open(outer);
  }
}

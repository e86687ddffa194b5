package dev.eventprocessor.event;

import dev.eventprocessor.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens envelopes inside of envelopes, to a bounded depth: SNS in SQS, S3 in SNS in SQS, a
 * CloudEvent anywhere. Immutable, thread-safe.
 *
 * <p>One message may hold several events; it is done when all of them are. It is none when it was
 * its provider's test only.
 *
 * <p>With {@value #ENVELOPES}{@code =closed} in the environment nothing is opened: {@code data}
 * then is the message as it came.
 */
public final class Envelopes {

  /** The environment variable that, set to {@code closed}, leaves envelopes as they are. */
  public static final String ENVELOPES = "EVENT_PROCESSOR_ENVELOPES";

  /** More than any documented nesting; what is deeper stays closed. */
  private static final int MAX_DEPTH = 5;

  private final @Nullable Envelope envelope;

  private Envelopes(@Nullable Envelope envelope) {
    this.envelope = envelope;
  }

  /** Opens what this envelope knows, unless the environment says to leave all closed. */
  public static Envelopes of(Envelope envelope) {
    return of(envelope, System.getenv(ENVELOPES));
  }

  /** {@link #of(Envelope)} with the setting given; {@code closed} opens nothing. */
  static Envelopes of(Envelope envelope, @Nullable String setting) {
    return new Envelopes("closed".equalsIgnoreCase(setting) ? null : envelope);
  }

  /**
   * The events in this one; itself where it is no envelope.
   *
   * @param outer finished but for {@code raw}
   * @param raw the provider's payload of the message, untouched, for each of them
   * @throws dev.eventprocessor.InvalidEventException when an envelope is not in its documented
   *     shape
   */
  public List<Event> open(PortableEvent outer, @Nullable Object raw) {
    @Nullable List<PortableEvent> inner = inner(outer);
    if (inner == null) {
      return List.of(outer.build(raw));
    }
    List<Event> events = new ArrayList<>(inner.size());
    for (PortableEvent event : inner) {
      events.addAll(open(event, raw));
    }
    return events;
  }

  private @Nullable List<PortableEvent> inner(PortableEvent outer) {
    return envelope == null || outer.depth() == MAX_DEPTH ? null : envelope.open(outer);
  }
}

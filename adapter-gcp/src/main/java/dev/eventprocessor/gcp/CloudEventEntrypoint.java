package dev.eventprocessor.gcp;

import com.google.cloud.functions.CloudEventsFunction;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.event.Envelopes;
import dev.eventprocessor.spi.Applications;
import io.cloudevents.CloudEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entry point to name when a function for events is deployed: {@code
 * dev.eventprocessor.gcp.CloudEventEntrypoint}.
 *
 * <p>It finds the application's {@link ProcessorModule} when the instance starts (see {@link
 * Applications}), so that a wrong deployment fails before it takes traffic. An event is
 * acknowledged when its processor returns, or when it is rejected and parked; whatever else is
 * thrown is answered with a failure, and delivered again where the trigger was deployed with {@code
 * --retry}. Thread-safe: one instance serves concurrent requests.
 *
 * <p>Extend it with a public constructor without parameters where you would rather name the module
 * in code.
 */
public class CloudEventEntrypoint implements CloudEventsFunction {

  private final Envelopes envelopes = Envelopes.of(new GoogleEnvelope());
  private final Invocations invocations = Invocations.ofEnvironment();
  private final EventProcessor processor;

  /**
   * Finds the application; the Functions Framework calls this.
   *
   * @throws dev.eventprocessor.ConfigurationException when there is none, or it is faulty
   */
  public CloudEventEntrypoint() {
    this(Applications.load(CloudEventEntrypoint.class));
  }

  /** For an entry point class that names its module. */
  protected CloudEventEntrypoint(ProcessorModule module) {
    this(Applications.build(module));
  }

  private CloudEventEntrypoint(EventProcessor processor) {
    this.processor = processor;
  }

  /**
   * One event; returning acknowledges it.
   *
   * @throws dev.eventprocessor.InvalidEventException when its data is not what its type documents,
   *     and it could not be parked
   */
  @Override
  public final void accept(CloudEvent cloudEvent) {
    byte @Nullable [] data = CloudEventSource.data(cloudEvent);
    Received received = CloudEventSource.received(cloudEvent, data);
    delivery(data, received, received.raw())
        .run(processor, invocations.begin(null, received.fields().text("traceparent")))
        .orThrow();
  }

  private Delivery delivery(byte @Nullable [] data, Received received, Object raw) {
    try {
      CloudEventSource.requireReadable(data);
      return Delivery.of(List.of(Sources.event(received)), envelopes, raw);
    } catch (InvalidEventException malformed) {
      return Delivery.malformed(malformed, raw);
    }
  }
}

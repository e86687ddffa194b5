package dev.eventprocessor.gcp;

import com.google.cloud.functions.CloudEventsFunction;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.spi.Applications;
import io.cloudevents.CloudEvent;

/**
 * The entry point to name when a function for events is deployed: {@code
 * dev.eventprocessor.gcp.CloudEventEntrypoint}.
 *
 * <p>It finds the application's {@link ProcessorModule} when the instance starts (see {@link
 * Applications}), so that a wrong deployment fails before it takes traffic. An event is
 * acknowledged when its processor returns; whatever is thrown is answered with a failure, and
 * delivered again where the trigger was deployed with {@code --retry}. Thread-safe: one instance
 * serves concurrent requests.
 *
 * <p>Extend it with a public constructor without parameters where you would rather name the module
 * in code.
 */
public class CloudEventEntrypoint implements CloudEventsFunction {

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
   * One event.
   *
   * @throws dev.eventprocessor.InvalidEventException when its data is not what its type documents
   */
  @Override
  public final void accept(CloudEvent cloudEvent) {
    Event event =
        PubSubSource.TYPE.equals(cloudEvent.getType())
            ? PubSubSource.event(cloudEvent)
            : CloudEventSource.event(cloudEvent);
    Batch.single(processor, event, Invocation.UNKNOWN);
  }
}

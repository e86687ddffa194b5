package dev.eventprocessor.gcp;

import com.google.cloud.functions.Context;
import com.google.cloud.functions.RawBackgroundFunction;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.event.Envelopes;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.Applications;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entry point to name when a function of the first generation is deployed: {@code
 * dev.eventprocessor.gcp.BackgroundEntrypoint}. Its events have the same portable form as those of
 * {@link CloudEventEntrypoint}, and the same outcomes. Thread-safe.
 *
 * <p>Extend it with a public constructor without parameters where you would rather name the module
 * in code.
 */
public class BackgroundEntrypoint implements RawBackgroundFunction {

  private final Envelopes envelopes = Envelopes.of(new GoogleEnvelope());
  private final Invocations invocations = Invocations.ofEnvironment();
  private final EventProcessor processor;

  /**
   * Finds the application; the Functions Framework calls this.
   *
   * @throws dev.eventprocessor.ConfigurationException when there is none, or it is faulty
   */
  public BackgroundEntrypoint() {
    this(Applications.load(BackgroundEntrypoint.class));
  }

  /** For an entry point class that names its module. */
  protected BackgroundEntrypoint(ProcessorModule module) {
    this(Applications.build(module));
  }

  private BackgroundEntrypoint(EventProcessor processor) {
    this.processor = processor;
  }

  /**
   * One event; returning acknowledges it.
   *
   * @throws InvalidEventException when its data is not what its type documents, and it could not be
   *     parked
   */
  @Override
  public final void accept(String json, Context context) {
    delivery(json, context).run(processor, invocations.begin(null, null)).orThrow();
  }

  private Delivery delivery(String json, Context context) {
    Map<String, @Nullable Object> raw = new LinkedHashMap<>();
    raw.put("data", json);
    try {
      Map<String, @Nullable Object> about = about(context);
      raw.put("context", about);
      @Nullable Object data = Json.read(json);
      raw.put("data", data);
      return Delivery.of(
          List.of(LegacyEvents.event(Fields.of(about, LegacyEvents.NAME), data, null)),
          envelopes,
          raw);
    } catch (InvalidEventException malformed) {
      return Delivery.malformed(malformed, raw);
    }
  }

  /** As it stands in the event's own JSON. */
  private static Map<String, @Nullable Object> about(Context context) {
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("eventId", context.eventId());
    about.put("timestamp", context.timestamp());
    about.put("eventType", context.eventType());
    about.put("resource", resource(context.resource()));
    return about;
  }

  /** The framework hands a resource that is a map over as JSON text. */
  private static @Nullable Object resource(@Nullable String resource) {
    return resource != null && resource.startsWith("{") ? Json.read(resource) : resource;
  }
}

package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import dev.eventprocessor.spi.Applications;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The handler to name in a Lambda function's configuration: {@code
 * dev.eventprocessor.aws.LambdaEntrypoint}.
 *
 * <p>It finds the application's {@link ProcessorModule} when the function starts (see {@link
 * Applications}), so that a wrong deployment fails there and then. Each invocation's payload
 * becomes portable events, and what the processors did becomes the answer of that trigger. Whatever
 * is thrown reaches Lambda, which reports it, and retries where the trigger retries. Thread-safe:
 * one instance serves concurrent invocations.
 *
 * <p>Extend it with a public constructor without parameters where you would rather name the module
 * in code:
 *
 * <pre>{@code
 * public final class AlarmHandler extends LambdaEntrypoint {
 *   public AlarmHandler() {
 *     super(new AlarmProcessors());
 *   }
 * }
 * }</pre>
 */
public class LambdaEntrypoint implements RequestStreamHandler {

  private final EventProcessor processor;

  /** The source of all payloads; null where each says itself what it is. */
  private final @Nullable LambdaSource named;

  /** Kept so that it is not collected: the runtime itself holds it weakly. */
  @SuppressWarnings("unused")
  private final @Nullable Object snapshotHooks;

  /**
   * Finds the application; Lambda calls this.
   *
   * @throws dev.eventprocessor.ConfigurationException when there is none, or it is faulty
   */
  public LambdaEntrypoint() {
    this(Applications.load(LambdaEntrypoint.class));
  }

  /** For a handler class that names its module. */
  protected LambdaEntrypoint(ProcessorModule module) {
    this(Applications.build(module));
  }

  private LambdaEntrypoint(EventProcessor processor) {
    @Nullable String trigger = Applications.trigger("aws");
    this.processor = processor;
    this.named = trigger == null ? null : NamedTriggers.sourceOf(trigger);
    this.snapshotHooks = snapshotHooks(processor);
  }

  /** Not a class of it is loaded unless the function is initialised for a snapshot. */
  private static @Nullable Object snapshotHooks(EventProcessor processor) {
    if (!"snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      return null;
    }
    try {
      return SnapStart.register(processor);
    } catch (LinkageError runtimeWithoutHooks) {
      return null;
    }
  }

  /**
   * One invocation.
   *
   * @throws dev.eventprocessor.InvalidEventException when the payload is no JSON, is larger or
   *     deeper than {@link JsonLimits#DEFAULT}, or is not in its trigger's shape
   */
  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Object payload = Json.read(input, JsonLimits.DEFAULT);
    LambdaSource source = named == null ? Triggers.sourceOf(payload) : named;
    Object answer = source.handle(payload, processor, context);
    output.write(Json.write(answer));
  }
}

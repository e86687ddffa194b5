package dev.eventprocessor.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.EventProcessorException;
import org.jspecify.annotations.Nullable;

/**
 * What a function's method calls: one application a worker, found at the first call, however many
 * instances of the function's class the worker makes. Thread-safe.
 *
 * <p>The message is settled when the method returns; whatever is thrown is reported to the host,
 * which delivers the message again as the trigger has it.
 */
public final class FunctionsEntrypoint {

  private static volatile @Nullable AzureApplication application;

  private FunctionsEntrypoint() {}

  /**
   * Makes what was bound into events and runs their processors.
   *
   * @param binding what the trigger passed, and which trigger it was
   * @param context the invocation's own; its log is the only one that the host shows with the
   *     invocation
   * @throws dev.eventprocessor.ConfigurationException when there is no application, or it is faulty
   * @throws dev.eventprocessor.InvalidEventException when the message is not in its trigger's
   *     shape, and the application has no parking lot
   * @throws FunctionFailedException for this library's own failures that have a cause
   */
  public static void run(Binding binding, ExecutionContext context) {
    try {
      application().run(binding, context);
    } catch (EventProcessorException e) {
      throw told(e, context);
    }
  }

  /**
   * {@link #run(Binding, ExecutionContext)} with a registry that the caller built: for a tool, a
   * test, or a function app that holds several applications.
   */
  public static void run(EventProcessor processor, Binding binding, ExecutionContext context) {
    try {
      new AzureApplication(processor).run(binding, context);
    } catch (EventProcessorException e) {
      throw told(e, context);
    }
  }

  /**
   * Answers a request. What a processor returns or throws becomes the response, as {@code
   * docs/HTTP.md} has it; a failure stands in the invocation's log.
   *
   * @param request what {@code @HttpTrigger} is bound to: an {@code
   *     HttpRequestMessage<Optional<String>>}, or one of {@code byte[]} where all bodies are {@code
   *     application/octet-stream} or {@code multipart}; the worker refuses what is bound otherwise
   * @param context the invocation's own
   * @throws dev.eventprocessor.ConfigurationException when there is no application, or it is faulty
   */
  public static HttpResponseMessage answer(
      HttpRequestMessage<?> request, ExecutionContext context) {
    try {
      return application().answer(request, context);
    } catch (EventProcessorException e) {
      throw told(e, context);
    }
  }

  /**
   * {@link #answer(HttpRequestMessage, ExecutionContext)} with a registry that the caller built, as
   * for {@link #run(EventProcessor, Binding, ExecutionContext)}.
   */
  public static HttpResponseMessage answer(
      EventProcessor processor, HttpRequestMessage<?> request, ExecutionContext context) {
    try {
      return new AzureApplication(processor).answer(request, context);
    } catch (EventProcessorException e) {
      throw told(e, context);
    }
  }

  /** Not in a static initialiser: where one fails, the worker never answers. */
  private static AzureApplication application() {
    @Nullable AzureApplication ready = application;
    if (ready == null) {
      synchronized (FunctionsEntrypoint.class) {
        ready = application;
        if (ready == null) {
          ready = AzureApplication.load(FunctionsEntrypoint.class.getClassLoader());
          application = ready;
        }
      }
    }
    return ready;
  }

  /** The worker reports the innermost cause's message only; ours would be lost behind it. */
  private static RuntimeException told(EventProcessorException e, ExecutionContext context) {
    if (e.getCause() == null) {
      return e;
    }
    HostLog.tell(e, context);
    return new FunctionFailedException(e);
  }
}

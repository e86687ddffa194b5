package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Envelopes;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Applications;
import dev.eventprocessor.spi.Results;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entry point to name when a function is called over HTTP: {@code
 * dev.eventprocessor.gcp.HttpEntrypoint}.
 *
 * <p>It tells by documented headers and bodies what a request is: a push of Pub/Sub, a tick of
 * Cloud Scheduler, a task of Cloud Tasks, a CloudEvent in any of its three modes, an event of the
 * first generation; everything else is an {@code http} event. Set {@value #TRIGGER}{@code
 * =gcp.http} in the environment to have all of them as {@code http} events.
 *
 * <p>An event is acknowledged with 204; a failure is answered with a status by which its sender
 * delivers it again, and stands in the function's log. Thread-safe: one instance serves concurrent
 * requests.
 *
 * <p>Extend it with a public constructor without parameters where you would rather name the module
 * in code.
 */
public class HttpEntrypoint implements HttpFunction {

  /** The environment variable that says what all requests are. */
  public static final String TRIGGER = "EVENT_PROCESSOR_TRIGGER";

  private final Envelopes envelopes = Envelopes.of(new GoogleEnvelope());
  private final Invocations invocations = Invocations.ofEnvironment();
  private final boolean onlyRequests = HttpSource.TRIGGER.equals(System.getenv(TRIGGER));
  private final EventProcessor processor;

  /**
   * Finds the application; the Functions Framework calls this.
   *
   * @throws dev.eventprocessor.ConfigurationException when there is none, or it is faulty
   */
  public HttpEntrypoint() {
    this(Applications.load(HttpEntrypoint.class));
  }

  /** For an entry point class that names its module. */
  protected HttpEntrypoint(ProcessorModule module) {
    this(Applications.build(module));
  }

  private HttpEntrypoint(EventProcessor processor) {
    this.processor = processor;
  }

  /**
   * One request, answered whatever happens.
   *
   * @throws IOException when the connection fails
   */
  @Override
  public final void service(HttpRequest request, HttpResponse response) throws IOException {
    HttpAnswer answer;
    try {
      answer = answer(request);
    } catch (Throwable failure) { // Checked exceptions pass through the processor undeclared.
      answer = HttpAnswer.failed(failure);
    }
    answer.send(response);
  }

  private HttpAnswer answer(HttpRequest request) throws IOException {
    Headers headers = Headers.of(request.getHeaders());
    Invocation invocation = invocations.begin(headers);
    byte[] body = HttpSource.body(request);
    Content content = HttpSource.content(body, headers);
    Map<String, @Nullable Object> raw = HttpSource.raw(request, headers, content);
    try {
      @Nullable List<PortableEvent> events =
          onlyRequests ? null : HttpForms.events(headers, body, content);
      if (events != null) {
        return HttpAnswer.acknowledgement(
            Delivery.of(events, envelopes, raw).run(processor, invocation));
      }
    } catch (InvalidEventException malformed) {
      return HttpAnswer.acknowledgement(
          Delivery.malformed(malformed, raw).run(processor, invocation));
    }
    Event event = HttpSource.event(request, headers, body.length == 0 ? null : content).raw(raw);
    return HttpAnswer.of(Results.answer(processor.invoke(event, invocation)));
  }
}

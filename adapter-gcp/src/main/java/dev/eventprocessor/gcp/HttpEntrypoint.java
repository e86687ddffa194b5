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
import dev.eventprocessor.spi.HttpExchange;
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
  private final boolean onlyRequests = areAllRequests(System.getenv(TRIGGER));
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
   * Whether the variable says so; a misspelled name would leave the door open that it is to close.
   */
  static boolean areAllRequests(@Nullable String setting) {
    return HttpSource.TRIGGER.equals(Applications.trigger("gcp", setting));
  }

  /**
   * One request, answered whatever happens.
   *
   * @throws IOException when the connection fails
   */
  @Override
  public final void service(HttpRequest request, HttpResponse response) throws IOException {
    Headers headers = Headers.of(request.getHeaders());
    Invocation invocation = invocations.begin(headers);
    byte[] body;
    try {
      body = HttpSource.body(request);
    } catch (InvalidEventException tooLarge) {
      HttpExchange unreadable =
          HttpExchange.unreadable(
              processor, HttpSource.head(request, headers), HttpSource.PLATFORM);
      HttpAnswers.send(unreadable, unreadable.failed(tooLarge), response);
      return;
    }
    Content content = HttpSource.content(body, headers);
    Map<String, @Nullable Object> raw = HttpSource.raw(request, headers, content);
    @Nullable Acknowledgement acknowledgement =
        onlyRequests ? null : acknowledgement(headers, body, content, raw, invocation);
    if (acknowledgement != null) {
      acknowledgement.send(response);
      return;
    }
    @Nullable Content declared = body.length == 0 ? null : HttpSource.declared(body, headers);
    Event event = HttpSource.event(request, headers, declared).build(raw);
    HttpExchange exchange = HttpExchange.of(processor, event, HttpSource.PLATFORM);
    HttpAnswers.send(exchange, exchange.answer(invocation), response);
  }

  /** Null for a request that is no event of any kind. */
  private @Nullable Acknowledgement acknowledgement(
      Headers headers,
      byte[] body,
      Content content,
      Map<String, @Nullable Object> raw,
      Invocation invocation) {
    try {
      @Nullable List<PortableEvent> events = HttpForms.events(headers, body, content);
      return events == null
          ? null
          : Acknowledgement.of(Delivery.of(events, envelopes, raw).run(processor, invocation));
    } catch (InvalidEventException malformed) {
      return Acknowledgement.of(Delivery.malformed(malformed, raw).run(processor, invocation));
    } catch (Throwable failure) { // Checked exceptions pass through the processor undeclared.
      return Acknowledgement.failed(failure);
    }
  }
}

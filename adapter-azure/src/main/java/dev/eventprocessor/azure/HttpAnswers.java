package dev.eventprocessor.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.spi.HttpAnswer;
import dev.eventprocessor.spi.HttpExchange;
import dev.eventprocessor.spi.HttpPlatform;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests and what they are answered ("Azure Functions HTTP trigger", and the worker's {@code
 * HttpResponseMessage}, whose headers have one value each). Immutable.
 */
final class HttpAnswers {

  /** As large as a request may be: a response goes to the host as a whole, in one message. */
  private static final int MOST = 100 * 1024 * 1024;

  private static final HttpPlatform PLATFORM =
      new HttpPlatform("Azure Functions for Java", 1, MOST, MOST);

  private final EventProcessor processor;
  private final HttpRequestMessage<?> request;
  private final ExecutionContext context;

  HttpAnswers(EventProcessor processor, HttpRequestMessage<?> request, ExecutionContext context) {
    this.processor = processor;
    this.request = request;
    this.context = context;
  }

  /** Runs the request's processor. */
  HttpResponseMessage answer() {
    Call call = Call.of(context);
    HttpSource source = new HttpSource();
    Bound bound = Binding.http(request).whole(call);
    try {
      Event event = source.event(bound).build(source.raw(bound));
      return logged(HttpExchange.of(processor, event, PLATFORM).answer(call.invocation()));
    } catch (InvalidEventException unreadable) {
      HttpExchange exchange =
          HttpExchange.unreadable(processor, HttpSource.head(request), PLATFORM);
      return logged(exchange.failed(unreadable));
    }
  }

  private HttpResponseMessage logged(HttpAnswer answer) {
    @Nullable Throwable failure = answer.failure();
    if (failure != null) {
      HostLog.tell(failure, context);
    }
    HttpResponseMessage.Builder response =
        request.createResponseBuilder(new Status(answer.status()));
    for (Map.Entry<String, String> header : answer.singleHeaders().entrySet()) {
      response.header(header.getKey(), header.getValue());
    }
    @Nullable String text = answer.text();
    if (answer.hasBody()) {
      response.body(text == null ? answer.bytes() : text);
    }
    return response.build();
  }

  private record Status(int value) implements HttpStatusType {}
}

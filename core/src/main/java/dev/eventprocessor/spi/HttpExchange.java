package dev.eventprocessor.spi;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.NoMatchException;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.http.CorsPolicy;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.http.HttpSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, the same on every platform: the one place where what a processor
 * returned or threw becomes a status. Immutable; one for each request.
 *
 * <p>{@code HEAD} is answered without its body. Where nothing matches, the same request is asked
 * for in other methods: with none it is 404, otherwise 405, and 204 for {@code OPTIONS}, with
 * {@code Allow}. A preflight request is the {@link CorsPolicy}'s.
 */
public final class HttpExchange {

  /** In the order in which {@code Allow} has them. */
  private static final String[] METHODS = {
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"
  };

  private final EventProcessor processor;
  private final HttpSettings settings;
  private final String method;
  private final @Nullable Event request;

  private HttpExchange(EventProcessor processor, String method, @Nullable Event request) {
    this.processor = processor;
    this.settings = processor.httpSettings();
    this.method = method;
    this.request = request;
  }

  /**
   * Runs a request's processor.
   *
   * @throws RuntimeException the failure as it is, checked or not, where the application wants
   *     {@link HttpSettings.ServerErrors#THROWN}
   */
  public static HttpAnswer answer(EventProcessor processor, Event request, Invocation invocation) {
    Object method = request.get("http.method");
    return new HttpExchange(processor, String.valueOf(method), request).answer(invocation);
  }

  /**
   * The answer to a request that could not become an event, or whose response could not be sent;
   * otherwise as {@link #answer}.
   */
  public static HttpAnswer failed(EventProcessor processor, Throwable failure) {
    return new HttpExchange(processor, "", null).failed(failure);
  }

  private HttpAnswer answer(Invocation invocation) {
    @Nullable HttpResponse handshake = handshake();
    if (handshake != null) {
      return HttpAnswer.of(handshake, null);
    }
    @Nullable CorsPolicy cors = settings.cors();
    @Nullable String origin = header("origin");
    HttpAnswer answer =
        cors != null && isPreflight()
            ? HttpAnswer.of(cors.preflight(origin), null)
            : processed(invocation);
    answer = cors == null ? answer : answer.with(cors.responseHeaders(origin));
    return method.equals("HEAD") ? answer.toHead() : answer;
  }

  private @Nullable HttpResponse handshake() {
    return request != null
            && !settings.webhooks().isEmpty()
            && request.get("http.path") instanceof String path
            && settings.webhooks().contains(path)
        ? Handshakes.answer(method, request)
        : null;
  }

  private HttpAnswer processed(Invocation invocation) {
    try {
      Event event = request == null ? Event.of(Map.of()) : request;
      @Nullable Object value = Results.answer(processor.invoke(event, invocation));
      return HttpAnswer.of(HttpResponse.ofValue(value), null);
    } catch (Throwable failure) { // Checked exceptions pass through the processor undeclared.
      return failure instanceof NoMatchException && settings.statusOf(failure) == 0
          ? unmatched()
          : failed(failure);
    }
  }

  private boolean isPreflight() {
    return method.equals("OPTIONS") && header("access-control-request-method") != null;
  }

  private HttpAnswer unmatched() {
    String allow = allowed();
    if (allow.isEmpty()) {
      return problem(HttpProblem.of(404, null), null);
    }
    return method.equals("OPTIONS")
        ? HttpAnswer.of(HttpResponse.of(204).header("allow", allow), null)
        : problem(HttpProblem.of(405, null).header("allow", allow), null);
  }

  /** The methods by which the same request would find a processor. */
  private String allowed() {
    StringBuilder allowed = new StringBuilder();
    if (request != null && request.get("http") instanceof Map<?, ?> http) {
      for (String other : METHODS) {
        Map<Object, @Nullable Object> changed = new LinkedHashMap<>(http);
        changed.put("method", other);
        if (!other.equals(method) && processor.accepts(request.with("http", changed))) {
          allowed.append(allowed.length() == 0 ? "" : ", ").append(other);
        }
      }
    }
    return allowed.toString();
  }

  private HttpAnswer failed(Throwable failure) {
    if (failure instanceof VirtualMachineError broken) {
      throw broken; // The platform has to know, and to begin anew.
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt(); // Whoever waits for the thread still has to know.
    }
    int declared = settings.statusOf(failure);
    int status = declared == 0 ? status(failure) : declared;
    if (status >= 500 && settings.failures() == HttpSettings.ServerErrors.THROWN) {
      throw Failures.unchecked(failure);
    }
    HttpResponse response = HttpProblem.of(status, failure);
    @Nullable Duration delay = failure instanceof RetryException retry ? retry.delay() : null;
    if (delay != null) {
      response = response.header("retry-after", Long.toString(seconds(delay)));
    }
    return problem(response, failure);
  }

  private static HttpAnswer problem(HttpResponse response, @Nullable Throwable failure) {
    return HttpAnswer.of(response, failure);
  }

  /** Whole ones, rounded up: who comes too early comes for nothing. */
  private static long seconds(Duration delay) {
    return Math.max(1, delay.getSeconds() + (delay.getNano() > 0 ? 1 : 0));
  }

  private int status(Throwable failure) {
    if (failure instanceof InvalidEventException invalid) {
      return status(invalid);
    }
    if (failure instanceof NoMatchException) {
      return 404;
    }
    if (failure instanceof RejectException) {
      return 422;
    }
    return failure instanceof RetryException ? 503 : 500;
  }

  private int status(InvalidEventException invalid) {
    return switch (invalid.id()) {
      case PAYLOAD_TOO_LARGE -> 413;
      case REQUEST_UNSUPPORTED -> 415;
      case VALUE_MISSING, VALUE_WRONG_TYPE -> isUnreadable(invalid.path()) ? 415 : 400;
      case ANSWER_NOT_JSON, RESPONSE_MALFORMED, RESPONSE_UNSUPPORTED -> 500;
      default -> 400;
    };
  }

  /** Whether a value of the body is missing because the body is declared to be something else. */
  private boolean isUnreadable(@Nullable String path) {
    if (request == null || path == null || !isOfData(path) || request.has("dataerror")) {
      return false;
    }
    Object data = request.get("data");
    return request.has("datacontenttype")
        && (data instanceof byte[] || (data instanceof String && !isJson()));
  }

  private static boolean isOfData(String path) {
    return path.equals("data") || path.startsWith("data.") || path.startsWith("data[");
  }

  private boolean isJson() {
    return request != null
        && request.get("datacontenttype") instanceof String type
        && type.contains("json");
  }

  private @Nullable String header(String name) {
    return Handshakes.first(request, name);
  }
}

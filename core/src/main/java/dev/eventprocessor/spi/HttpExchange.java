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
 * for without its {@code Accept}: 406 where that is all that is wrong; and in other methods: with
 * none it is 404, otherwise 405, and 204 for {@code OPTIONS}, with {@code Allow}. Where the method
 * is one of the target's and something else of the request is not accepted, it is 404, too. A
 * preflight request is the {@link CorsPolicy}'s.
 */
public final class HttpExchange {

  /** In the order in which {@code Allow} has them. */
  private static final String[] METHODS = {
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"
  };

  private final EventProcessor processor;
  private final HttpSettings settings;
  private final HttpPlatform platform;
  private final String method;
  private final Event request;

  private HttpExchange(EventProcessor processor, Event request, HttpPlatform platform) {
    this.processor = processor;
    this.settings = processor.httpSettings();
    this.platform = platform;
    this.method = String.valueOf(request.get("http.method"));
    this.request = request;
  }

  /**
   * A request to this application.
   *
   * @param platform what it can send: where a response has more, the caller gets 500
   */
  public static HttpExchange of(EventProcessor processor, Event request, HttpPlatform platform) {
    return new HttpExchange(processor, request, platform);
  }

  /**
   * A request that could not become an event: what is left is to answer that it {@link #failed}.
   *
   * @param head what is known of it, as an event has it under {@code http}: its method, and its
   *     headers as lists under lower-case names
   */
  public static HttpExchange unreadable(
      EventProcessor processor, Map<String, ?> head, HttpPlatform platform) {
    return new HttpExchange(processor, Event.of(Map.of("http", head)), platform);
  }

  /**
   * Runs the request's processor.
   *
   * @throws RuntimeException the failure as it is, checked or not, where the application wants
   *     {@link HttpSettings.ServerErrors#THROWN}
   */
  public HttpAnswer answer(Invocation invocation) {
    try {
      return finished(answered(invocation)).sendable(platform);
    } catch (Throwable failure) { // Checked exceptions pass through the processor undeclared.
      return failed(failure);
    }
  }

  /**
   * What the caller is told of a failure, wherever on the way it was; otherwise as {@link #answer}.
   */
  public HttpAnswer failed(Throwable failure) {
    return finished(HttpAnswer.of(problem(failure), failure));
  }

  private HttpAnswer answered(Invocation invocation) {
    @Nullable HttpResponse handshake = handshake();
    if (handshake != null) {
      return HttpAnswer.of(handshake, null);
    }
    @Nullable CorsPolicy cors = settings.cors();
    if (cors != null && isPreflight()) {
      return HttpAnswer.of(cors.preflight(header("origin")), null);
    }
    try {
      @Nullable Object value = Results.answer(processor.invoke(request, invocation));
      return HttpAnswer.of(HttpResponse.ofValue(value), null);
    } catch (NoMatchException unmatched) {
      if (settings.statusOf(unmatched) != 0) {
        throw unmatched;
      }
      return HttpAnswer.of(unmatched(), null);
    }
  }

  /** With what the policy for other origins adds, and without a body where none was asked for. */
  private HttpAnswer finished(HttpAnswer answer) {
    @Nullable CorsPolicy cors = settings.cors();
    HttpAnswer told = cors == null ? answer : answer.with(cors.responseHeaders(header("origin")));
    return method.equals("HEAD") ? told.toHead() : told;
  }

  private @Nullable HttpResponse handshake() {
    return !settings.webhooks().isEmpty()
            && request.get("http.path") instanceof String path
            && settings.webhooks().contains(path)
        ? Handshakes.answer(method, request)
        : null;
  }

  private boolean isPreflight() {
    return method.equals("OPTIONS") && header("access-control-request-method") != null;
  }

  private HttpResponse unmatched() {
    @Nullable Event indifferent = indifferent();
    if (indifferent != null && processor.accepts(indifferent)) {
      return HttpProblem.of(406, null);
    }
    String allow = allowed(indifferent == null ? request : indifferent);
    if (allow.isEmpty()) {
      return HttpProblem.of(404, null);
    }
    if (method.equals("OPTIONS")) {
      return HttpResponse.of(204).header("allow", allow);
    }
    return processor.hasRoute(request) // Then the method is not what is wrong.
        ? HttpProblem.of(404, null)
        : HttpProblem.of(405, null).header("allow", allow);
  }

  /** The same request, taking answers of any type; null where it does so already. */
  private @Nullable Event indifferent() {
    if (header("accept") == null
        || !(request.get("http") instanceof Map<?, ?> http)
        || !(http.get("headers") instanceof Map<?, ?> headers)) {
      return null;
    }
    Map<Object, @Nullable Object> fewer = new LinkedHashMap<>(headers);
    fewer.remove("accept");
    return with(request, "headers", fewer);
  }

  /** The methods by which the same request would find a processor. */
  private String allowed(Event asked) {
    StringBuilder allowed = new StringBuilder();
    for (String other : METHODS) {
      if (!other.equals(method) && processor.accepts(with(asked, "method", other))) {
        allowed.append(allowed.length() == 0 ? "" : ", ").append(other);
      }
    }
    return allowed.toString();
  }

  private static Event with(Event request, String field, Object value) {
    Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
    if (request.get("http") instanceof Map<?, ?> http) {
      changed.putAll(http);
    }
    changed.put(field, value);
    return request.with("http", changed);
  }

  private HttpResponse problem(Throwable failure) {
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
    return delay == null ? response : response.header("retry-after", Long.toString(seconds(delay)));
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
    if (path == null || !isOfData(path) || request.has("dataerror")) {
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
    return request.get("datacontenttype") instanceof String type && type.contains("json");
  }

  private @Nullable String header(String name) {
    return Handshakes.first(request, name);
  }
}

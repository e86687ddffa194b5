package dev.eventprocessor.runtimes.aws;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The Runtime API (2018-06-01) as one process of the runtime sees it: six paths, with the exact
 * statuses that the runtime insists on.
 */
final class RuntimeApi implements AutoCloseable {

  /** The most that the service takes as a response, in bytes. */
  static final int RESPONSE_LIMIT = 6_291_556;

  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_LARGE = 413;

  private final FunctionSettings settings;
  private final LoopbackServer server;
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> taken = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> initialised = new CompletableFuture<>();
  private final CountDownLatch restored = new CountDownLatch(1);
  private volatile boolean serving;
  private volatile @Nullable LambdaError initError;
  private @Nullable Runnable unsettled;

  RuntimeApi(FunctionSettings settings) {
    this.settings = settings;
    this.server = LoopbackServer.start("Runtime API of " + settings.name(), this::handle);
  }

  String authority() {
    return server.authority();
  }

  /** Completes when the runtime first asks for an event, or stands at the checkpoint. */
  CompletableFuture<Void> initialised() {
    return initialised;
  }

  /** Whether the runtime has asked for an event. */
  boolean isServing() {
    return serving;
  }

  /** What the runtime reported of its initialisation or restore. */
  Optional<LambdaError> initError() {
    return Optional.ofNullable(initError);
  }

  void offer(Invocation invocation) {
    restored.countDown();
    waiting.add(invocation);
  }

  boolean withdraw(Invocation invocation) {
    return waiting.remove(invocation);
  }

  /** Those that wait, which then wait no more. */
  List<Invocation> drain() {
    List<Invocation> drained = new ArrayList<>();
    waiting.drainTo(drained);
    return drained;
  }

  /** Those that the runtime took and has not answered. */
  List<Invocation> unanswered() {
    return List.copyOf(taken.values());
  }

  /** Gives the last reported error to its caller: nothing more of that call is to come. */
  synchronized void settle() {
    if (unsettled != null) {
      unsettled.run();
      unsettled = null;
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    List<String> steps = List.of(path.replaceFirst("^" + PREFIX, "").split("/", -1));
    String last = steps.get(steps.size() - 1);
    try {
      switch (exchange.getRequestMethod() + " " + steps.get(0) + "/" + last) {
        case "GET invocation/next" -> next(exchange);
        case "POST invocation/response" -> reply(exchange, response(exchange, steps.get(1)));
        case "POST invocation/error" -> reply(exchange, error(exchange, steps.get(1)));
        case "GET restore/next" -> restore(exchange);
        case "POST init/error", "POST restore/error" -> {
          initError = readError(exchange);
          reply(exchange, ACCEPTED);
        }
        default -> reply(exchange, NOT_FOUND);
      }
    } catch (InterruptedException e) {
      // The function is being closed: the runtime that waits here is ended with it.
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    settle();
    serving = true;
    initialised.complete(null);
    Invocation invocation = waiting.take();
    taken.put(invocation.id(), invocation);
    invocation.take();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    long deadline = System.currentTimeMillis() + invocation.timeout().toMillis();
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", settings.arn());
    headers.set("Lambda-Runtime-Trace-Id", traceOf(invocation));
    LoopbackServer.send(exchange, OK, invocation.payload());
  }

  private static String traceOf(Invocation invocation) {
    String digits = invocation.id().replace("-", "");
    return "Root=1-"
        + digits.substring(0, 8)
        + "-"
        + digits.substring(8)
        + ";Parent="
        + digits.substring(16)
        + ";Sampled=0";
  }

  private int response(HttpExchange exchange, String id) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Invocation invocation = taken.get(id);
    if (invocation == null) {
      return BAD_REQUEST;
    }
    if (body.length > RESPONSE_LIMIT) {
      // It stays among those taken: the runtime reports an error for it next.
      invocation.fail(
          LambdaError.ofService(
              "Function.ResponseSizeTooLarge",
              "Response payload size ("
                  + body.length
                  + " bytes) exceeded maximum allowed payload size ("
                  + RESPONSE_LIMIT
                  + " bytes)."));
      return TOO_LARGE;
    }
    taken.remove(id);
    invocation.respond(body);
    return ACCEPTED;
  }

  private int error(HttpExchange exchange, String id) throws IOException {
    LambdaError error = readError(exchange);
    Invocation invocation = taken.get(id);
    if (invocation == null) {
      return BAD_REQUEST;
    }
    settleWith(
        () -> {
          taken.remove(id);
          invocation.fail(error);
        });
    return ACCEPTED;
  }

  /**
   * The runtime prints the stack trace after it has reported the error, and then asks for the next
   * event. Where one call runs at a time, its answer therefore waits for that.
   */
  private synchronized void settleWith(Runnable answer) {
    settle();
    unsettled = answer;
    if (settings.isConcurrent()) {
      settle();
    }
  }

  private void restore(HttpExchange exchange) throws IOException, InterruptedException {
    initialised.complete(null);
    restored.await();
    reply(exchange, OK);
  }

  private static LambdaError readError(HttpExchange exchange) throws IOException {
    @Nullable String category =
        exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
    byte[] body = exchange.getRequestBody().readAllBytes();
    return LambdaError.read(category == null ? "" : category, body);
  }

  private static void reply(HttpExchange exchange, int status) throws IOException {
    String text =
        status == OK || status == ACCEPTED
            ? "{\"status\":\"OK\"}"
            : "{\"errorType\":\"InvalidRequest\"}";
    LoopbackServer.send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }
}

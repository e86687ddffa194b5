package dev.eventprocessor.runtimes.aws;

import dev.eventprocessor.runtimes.JavaProcess;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One process of the runtime with its Runtime API, from its start to its end. */
final class ExecutionEnvironment implements AutoCloseable {

  private final FunctionSettings settings;
  private final RuntimeApi api;
  private final JavaProcess process;
  private final CompletableFuture<Integer> exit;
  private volatile boolean finished;
  private volatile @Nullable Integer exitCode;

  private ExecutionEnvironment(FunctionSettings settings, RuntimeApi api, JavaProcess process) {
    this.settings = settings;
    this.api = api;
    this.process = process;
    this.exit = process.onExit().whenComplete((code, never) -> ended(code));
  }

  /** Starts a process and waits until it is initialised, or has ended in the attempt. */
  static ExecutionEnvironment start(FunctionSettings settings) throws InterruptedException {
    RuntimeApi api = new RuntimeApi(settings);
    ExecutionEnvironment environment;
    try {
      environment =
          new ExecutionEnvironment(
              settings, api, RuntimeInterfaceClient.start(settings, api.authority()));
    } catch (RuntimeException e) {
      api.close();
      throw e;
    }
    try {
      environment.awaitInitialised();
      return environment;
    } catch (RuntimeException | InterruptedException e) {
      environment.close();
      throw e;
    }
  }

  /** Whether the next call needs another process. */
  boolean isFinished() {
    return finished;
  }

  long pid() {
    return process.pid();
  }

  String output() {
    return process.output();
  }

  /** Runs one call; empty when the process ended before it took the event. */
  Optional<LambdaAnswer> invoke(byte[] payload) throws InterruptedException {
    Invocation invocation = new Invocation(payload, settings.timeout(), process);
    api.offer(invocation);
    @Nullable Integer code = exitCode;
    if (code != null && api.withdraw(invocation)) {
      leave(invocation, code);
    }
    if (!invocation.awaitTaken(settings.startLimit()) && api.withdraw(invocation)) {
      throw stuck("did not ask for an event");
    }
    if (!invocation.awaitDeadline()) {
      expire(invocation);
    }
    return invocation.answer();
  }

  @Override
  public void close() {
    finished = true;
    process.close();
    api.close();
  }

  private void awaitInitialised() throws InterruptedException {
    try {
      CompletableFuture.anyOf(api.initialised(), exit)
          .get(settings.startLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw stuck("was not initialised");
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot wait for the end of " + settings.name(), e);
    }
  }

  /** Sequential: the process is ended. Concurrent: the call runs on, as the service has it. */
  private void expire(Invocation invocation) {
    api.settle();
    @Nullable Integer code = exitCode;
    if (code != null) {
      // It took the event with its last breath, unseen by the answers given at its end.
      invocation.exited(code);
    }
    invocation.timedOut();
    if (!settings.isConcurrent()) {
      finished = true;
      process.kill();
    }
  }

  private void ended(int code) {
    // Before the waiting calls are sent away: one that comes later sees it, and sees to itself.
    exitCode = code;
    if (api.isServing()) {
      // Before the last call is answered: its caller's next one must find another process.
      finished = true;
    }
    api.settle();
    api.unanswered().forEach(invocation -> invocation.exited(code));
    api.drain().forEach(invocation -> leave(invocation, code));
  }

  /** A process that never served owes its callers the reason; of another, they try the next. */
  private void leave(Invocation invocation, int code) {
    if (api.isServing()) {
      invocation.leave(Optional.empty());
      return;
    }
    finished = true;
    String id = invocation.id();
    LambdaAnswer failure =
        api.initError()
            .<LambdaAnswer>map(error -> new LambdaAnswer.InitError(id, error, process.lines()))
            .orElseGet(() -> new LambdaAnswer.Exited(id, code, process.lines()));
    invocation.leave(Optional.of(failure));
  }

  private IllegalStateException stuck(String what) {
    Duration limit = settings.startLimit();
    return new IllegalStateException(
        "Lambda function "
            + settings.name()
            + " "
            + what
            + " within "
            + limit
            + ". See its output below; on a slow machine, give it a longer startLimit:\n"
            + process.output());
  }
}

package dev.eventprocessor.runtimes.aws;

import dev.eventprocessor.runtimes.JavaProcess;
import dev.eventprocessor.runtimes.Payload;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call on its way: waiting, then taken by the runtime, then answered. The first answer wins.
 */
final class Invocation {

  private final String id = UUID.randomUUID().toString();
  private final byte[] payload;
  private final Duration timeout;
  private final JavaProcess process;
  private final CountDownLatch left = new CountDownLatch(1);
  private final CompletableFuture<Optional<LambdaAnswer>> answer = new CompletableFuture<>();
  private volatile long takenAt;
  private volatile long mark;

  Invocation(byte[] payload, Duration timeout, JavaProcess process) {
    this.payload = payload;
    this.timeout = timeout;
    this.process = process;
  }

  String id() {
    return id;
  }

  byte[] payload() {
    return payload;
  }

  Duration timeout() {
    return timeout;
  }

  /** The runtime takes the event: the time runs from here. */
  void take() {
    mark = process.printed();
    takenAt = System.nanoTime();
    left.countDown();
  }

  void respond(byte[] body) {
    answer.complete(
        Optional.of(new LambdaAnswer.Response(id, Payload.of(body), process.linesSince(mark))));
  }

  void fail(LambdaError error) {
    answer.complete(
        Optional.of(new LambdaAnswer.FunctionError(id, error, process.linesSince(mark))));
  }

  void exited(int code) {
    answer.complete(Optional.of(new LambdaAnswer.Exited(id, code, process.linesSince(mark))));
  }

  void timedOut() {
    answer.complete(Optional.of(new LambdaAnswer.TimedOut(id, timeout, process.linesSince(mark))));
  }

  /** The process ended and never took the event; without an answer, another one may take it. */
  void leave(Optional<LambdaAnswer> given) {
    answer.complete(given);
    left.countDown();
  }

  /** Whether the event was taken, or left for good, within the time. */
  boolean awaitTaken(Duration limit) throws InterruptedException {
    return left.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether there was an answer before the deadline. */
  boolean awaitDeadline() throws InterruptedException {
    try {
      long rest = timeout.toNanos() - (System.nanoTime() - takenAt);
      answer.get(answer.isDone() ? 0 : Math.max(0, rest), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("An answer is never completed with an exception", e);
    }
  }

  /** The answer, once there is one; empty when the event was left. */
  Optional<LambdaAnswer> answer() {
    return answer.join();
  }
}

package dev.eventprocessor.runtimes.aws;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A function deployed to AWS's own Java runtime on this machine. Use it wherever it matters what
 * really happens on Lambda: class loading, errors, deadlines, concurrency, snapshots.
 *
 * <p>Thread-safe. Calls beyond what the function runs at once wait for their turn. The process is
 * started again by the first call that finds it ended. {@link #close()} ends it.
 */
public final class LambdaFunction implements AutoCloseable {

  /** The most that the service takes as the payload of a synchronous call, in bytes. */
  public static final int REQUEST_LIMIT = 6 * 1024 * 1024;

  private static final int ATTEMPTS = 3;

  private final FunctionSettings settings;
  private final Deployment deployment;
  private final int requestLimit;
  private final Semaphore turns;
  private @Nullable ExecutionEnvironment environment;
  private int starts;
  private boolean closed;

  private LambdaFunction(FunctionSettings settings, Deployment deployment, int requestLimit) {
    this.settings = settings;
    this.deployment = deployment;
    this.requestLimit = requestLimit;
    this.turns = new Semaphore(settings.concurrency(), true);
  }

  /**
   * Starts to describe a function.
   *
   * @param deployment an exploded folder, or a .zip or .jar: classes at its root, dependencies in
   *     {@code lib/*.jar}
   * @param handler {@code package.Class} or {@code package.Class::method}
   */
  public static Builder of(Path deployment, String handler) {
    return new Builder(deployment, handler);
  }

  public String name() {
    return settings.name();
  }

  /** How many processes were started so far. */
  public synchronized int starts() {
    return starts;
  }

  /**
   * The process that runs the function now.
   *
   * @throws IllegalStateException when none does
   */
  public synchronized long pid() {
    if (environment == null) {
      throw new IllegalStateException("No process runs the Lambda function " + name() + ".");
    }
    return environment.pid();
  }

  /** Everything that the last process printed, its initialisation included. */
  public synchronized String output() {
    return environment == null ? "" : environment.output();
  }

  /** Whether a payload of so many bytes is small enough for the service to take it. */
  boolean accepts(int payloadBytes) {
    return payloadBytes <= requestLimit;
  }

  /**
   * Runs the function once. Whatever the function does is an answer; an exception means that the
   * runtime itself is at fault.
   */
  public LambdaAnswer invoke(byte[] payload) throws InterruptedException {
    if (!accepts(payload.length)) {
      throw new IllegalArgumentException(
          "A synchronous call takes at most "
              + requestLimit
              + " bytes, and this payload has "
              + payload.length
              + ". To send it nevertheless, build the function with withoutRequestLimit().");
    }
    turns.acquire();
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<LambdaAnswer> answer = environment().invoke(payload);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
    } finally {
      turns.release();
    }
    throw new IllegalStateException(
        ATTEMPTS
            + " processes of "
            + name()
            + " ended before they took the event. The last one:\n"
            + output());
  }

  /** Runs the function once for each payload, all at the same time; the answers in their order. */
  public List<LambdaAnswer> invokeAll(List<byte[]> payloads) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, payloads.size()));
    try {
      List<Future<LambdaAnswer>> answers = new ArrayList<>();
      for (byte[] payload : payloads) {
        answers.add(threads.submit(() -> invoke(payload)));
      }
      List<LambdaAnswer> arrived = new ArrayList<>();
      for (Future<LambdaAnswer> answer : answers) {
        arrived.add(answer.get());
      }
      return arrived;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A call of " + name() + " could not be made", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (environment != null) {
      environment.close();
    }
    deployment.close();
  }

  private synchronized ExecutionEnvironment environment() throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("The Lambda function " + name() + " is closed.");
    }
    @Nullable ExecutionEnvironment current = environment;
    if (current != null && !current.isFinished()) {
      return current;
    }
    if (current != null) {
      current.close();
    }
    starts++;
    ExecutionEnvironment started = ExecutionEnvironment.start(settings);
    environment = started;
    return started;
  }

  /** A function's configuration, with the service's defaults but for the time-out. */
  public static final class Builder {
    private final Path deployment;
    private final String handler;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private String name = "function";
    private Duration timeout = Duration.ofSeconds(30);
    private Duration startLimit = Duration.ofSeconds(60);
    private int memory = 512;
    private int concurrency = 1;
    private int requestLimit = REQUEST_LIMIT;
    private boolean snapStart;

    private Builder(Path deployment, String handler) {
      this.deployment = deployment;
      this.handler = handler;
    }

    /** The function's name: in its ARN, its environment and messages. */
    public Builder name(String functionName) {
      this.name = functionName;
      return this;
    }

    /** Environment variables, besides those that Lambda sets and that cannot be overridden. */
    public Builder environment(Map<String, String> variables) {
      environment.putAll(variables);
      return this;
    }

    /** The time a call has; 30 seconds unless told, as a first call on a busy machine is slow. */
    public Builder timeout(Duration limit) {
      this.timeout = limit;
      return this;
    }

    /** The memory size in MB, 512 unless told; the heap gets 85 parts in a hundred of it. */
    public Builder memory(int megabytes) {
      this.memory = megabytes;
      return this;
    }

    /** Runs up to so many calls at once in one process, as on Lambda Managed Instances. */
    public Builder concurrency(int calls) {
      this.concurrency = calls;
      return this;
    }

    /**
     * Initialises the function up to its checkpoint; the first call restores it. Nothing is truly
     * snapshotted: the hooks run, in the process that goes on.
     */
    public Builder snapStart() {
      this.snapStart = true;
      return this;
    }

    /** Sends payloads of any size, also those that the service would refuse. */
    public Builder withoutRequestLimit() {
      this.requestLimit = Integer.MAX_VALUE;
      return this;
    }

    /**
     * The time the runtime has to start, and to be ready for another event; a minute unless told.
     */
    public Builder startLimit(Duration limit) {
      this.startLimit = limit;
      return this;
    }

    /**
     * Starts the process and waits until it is initialised. A failed initialisation is the answer
     * to the first call, as on Lambda, and no exception.
     */
    public LambdaFunction start() throws InterruptedException {
      if (concurrency < 1 || (snapStart && concurrency > 1)) {
        throw new IllegalArgumentException(
            "Choose at least one call at once, and one only with snapStart(); this asks for "
                + concurrency
                + (snapStart ? " with snapStart()." : "."));
      }
      Deployment exploded = Deployment.of(deployment);
      FunctionSettings settings =
          new FunctionSettings(
              name,
              handler,
              exploded.folder(),
              Map.copyOf(environment),
              timeout,
              memory,
              concurrency,
              snapStart,
              startLimit);
      LambdaFunction function = new LambdaFunction(settings, exploded, requestLimit);
      try {
        function.environment();
        return function;
      } catch (RuntimeException | InterruptedException e) {
        function.close();
        throw e;
      }
    }
  }
}

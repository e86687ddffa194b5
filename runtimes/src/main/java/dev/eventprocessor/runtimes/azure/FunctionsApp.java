package dev.eventprocessor.runtimes.azure;

import dev.eventprocessor.runtimes.JavaProcess;
import dev.eventprocessor.runtimes.Payload;
import dev.eventprocessor.runtimes.RuntimeFiles;
import dev.eventprocessor.runtimes.azure.worker.HttpValue;
import dev.eventprocessor.runtimes.azure.worker.Wire;
import dev.eventprocessor.runtimes.azure.worker.Wire.Message;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An app as {@code azure-functions-maven-plugin} packages it, in a stand-in for the Functions Java
 * worker, or in the real one where its jar is at hand. Use it wherever it matters what really
 * happens on Azure: class loading, binding, what becomes of an exception, and what is never
 * answered.
 *
 * <p>Thread-safe; calls side by side run side by side. {@link #close()} ends the process.
 */
public final class FunctionsApp implements AutoCloseable {

  private static final String WORKER = "dev.eventprocessor.runtimes.azure.worker.Worker";

  private final List<FunctionJson> functions;
  private final Duration limit;
  private final JavaProcess process;
  private final Socket worker;
  private final DataOutputStream to;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();
  private final AtomicInteger invocations = new AtomicInteger();

  private FunctionsApp(
      List<FunctionJson> functions, Duration limit, JavaProcess process, Socket worker)
      throws IOException {
    this.functions = functions;
    this.limit = limit;
    this.process = process;
    this.worker = worker;
    this.to = new DataOutputStream(worker.getOutputStream());
    Thread reader = new Thread(this::read, "functions worker answers");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts to describe an app by the folder that holds its {@code host.json}. */
  public static Builder of(Path packagedApp) {
    return new Builder(packagedApp);
  }

  /** The app's functions. */
  public List<FunctionJson> functions() {
    return functions;
  }

  /** Everything that the process printed so far. */
  public String output() {
    return process.output();
  }

  /** Whether the process still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Calls a function.
   *
   * @param function its name
   * @param value the trigger's value
   * @param metadata the trigger's metadata, by the names that {@code @BindingName} uses
   */
  public FunctionAnswer invoke(String function, TypedValue value, Map<String, String> metadata)
      throws InterruptedException {
    String id = "invocation-" + invocations.incrementAndGet();
    long before = process.printed();
    Pending call = new Pending();
    pending.put(id, call);
    try {
      synchronized (to) {
        to.writeUTF(Message.INVOKE.name());
        Wire.writeText(to, id);
        Wire.writeText(to, function);
        Wire.writeText(to, value.kind().name());
        Wire.writeBytes(to, value.payload().bytes());
        Wire.writeMap(to, metadata);
        to.flush();
      }
      @Nullable Reply reply = call.await(limit);
      return answer(reply, process.linesSince(before), call.logged());
    } catch (IOException e) {
      throw new IllegalStateException("The worker's process ended:\n" + output(), e);
    } finally {
      pending.remove(id);
    }
  }

  private FunctionAnswer answer(@Nullable Reply reply, List<String> printed, List<String> logged) {
    if (reply == null) {
      return new FunctionAnswer.NoAnswer(limit, printed, logged);
    }
    @Nullable HttpValue response = reply.response();
    if (response != null) {
      return new FunctionAnswer.Response(
          response.status(), response.headers(), Payload.of(response.body()), printed, logged);
    }
    return reply.message() == Message.DONE
        ? new FunctionAnswer.Success(reply.text(), printed, logged)
        : new FunctionAnswer.Failure(reply.text(), printed, logged);
  }

  @Override
  public void close() {
    try {
      worker.close();
    } catch (IOException alreadyGone) {
      // The process is ended in any case.
    }
    process.close();
  }

  private void read() {
    try {
      DataInputStream from = new DataInputStream(worker.getInputStream());
      while (true) {
        Message message = Wire.message(from);
        @Nullable Pending call = pending.get(Wire.readText(from));
        boolean answered = message == Message.ANSWERED;
        @Nullable HttpValue response = answered ? HttpValue.read(from) : null;
        String text = answered ? "" : Wire.readText(from);
        if (call != null && message == Message.LOG) {
          call.log(text);
        } else if (call != null) {
          call.reply(new Reply(message, text, response));
        }
      }
    } catch (IOException closed) {
      // The host or the process has ended; whoever still waits sees his time run out.
    }
  }

  /** Loads every function, as the host does at its start. */
  private void load(List<Path> jars) throws IOException, InterruptedException {
    synchronized (to) {
      to.writeUTF(Message.START.name());
      Wire.writeTexts(to, jars.stream().map(Path::toString).toList());
    }
    for (FunctionJson function : functions) {
      int dot = function.entryPoint().lastIndexOf('.');
      Pending load = new Pending();
      pending.put(function.name(), load);
      Wire.send(
          to,
          Message.LOAD,
          function.name(),
          function.entryPoint().substring(0, dot),
          function.entryPoint().substring(dot + 1),
          function.trigger());
      @Nullable Reply reply = load.await(limit);
      pending.remove(function.name());
      if (reply == null || !reply.text().isEmpty()) {
        throw new IllegalStateException(
            "The function "
                + function.name()
                + (reply == null
                    ? " was not loaded within " + limit + " and never will be"
                    : " cannot be loaded: " + reply.text())
                + ". The worker printed:\n"
                + output());
      }
    }
  }

  /** What the worker said at last; the response where it is one. */
  private record Reply(Message message, String text, @Nullable HttpValue response) {}

  /** A call or load that waits for the worker. */
  private static final class Pending {
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final List<String> logged = new ArrayList<>();

    void reply(Reply reply) {
      replies.add(reply);
    }

    synchronized void log(String line) {
      logged.add(line);
    }

    synchronized List<String> logged() {
      return List.copyOf(logged);
    }

    @Nullable Reply await(Duration limit) throws InterruptedException {
      return replies.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** What to run, and how. Not thread-safe. */
  public static final class Builder {
    private final Path app;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Duration limit = Duration.ofSeconds(60);
    private @Nullable Path realWorker;

    private Builder(Path app) {
      this.app = app;
    }

    /** App settings: the functions see them as environment variables. */
    public Builder settings(Map<String, String> appSettings) {
      settings.putAll(appSettings);
      return this;
    }

    /** How long the host waits for an answer; a minute unless told. */
    public Builder limit(Duration answerLimit) {
      this.limit = answerLimit;
      return this;
    }

    /** Takes the real worker, of this jar, in place of the stand-in. */
    public Builder realWorker(Path jar) {
      this.realWorker = jar;
      return this;
    }

    /**
     * Starts the process and loads all functions.
     *
     * @throws IllegalStateException when one cannot be loaded; the message says which and why
     */
    public FunctionsApp start() throws InterruptedException {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        server.setSoTimeout((int) limit.toMillis());
        JavaProcess process = process(server.getLocalPort());
        try {
          Socket worker = server.accept();
          worker.setTcpNoDelay(true);
          FunctionsApp started = new FunctionsApp(FunctionJson.all(app), limit, process, worker);
          started.load(jars());
          return started;
        } catch (IOException e) {
          process.close();
          throw new IllegalStateException("The worker did not start:\n" + process.output(), e);
        } catch (RuntimeException | InterruptedException e) {
          process.close();
          throw e;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("There is no free port on loopback", e);
      }
    }

    private JavaProcess process(int port) {
      return realWorker == null
          ? standIn(port)
          : RealWorker.start(realWorker, ownClasses(), port, app, settings);
    }

    private JavaProcess standIn(int port) {
      List<Path> classPath =
          new ArrayList<>(RuntimeFiles.jars(RuntimeFiles.folder("azure/worker")));
      classPath.add(ownClasses());
      return JavaProcess.named("functions worker")
          .options("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1")
          .main(classPath, WORKER, Integer.toString(port))
          .environment(settings)
          .start();
    }

    /** The app's own jar, its libraries, and the annotations that only the host has. */
    private List<Path> jars() {
      List<Path> jars = new ArrayList<>(RuntimeFiles.jars(app));
      jars.addAll(RuntimeFiles.jars(app.resolve("lib")));
      jars.addAll(RuntimeFiles.jars(RuntimeFiles.folder("azure/annotationLib")));
      return jars;
    }

    private static Path ownClasses() {
      try {
        return Path.of(
            FunctionsApp.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException("This module's classes have no place on the disk", e);
      }
    }
  }
}

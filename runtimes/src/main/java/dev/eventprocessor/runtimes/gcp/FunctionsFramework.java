package dev.eventprocessor.runtimes.gcp;

import dev.eventprocessor.runtimes.FreePort;
import dev.eventprocessor.runtimes.JavaProcess;
import dev.eventprocessor.runtimes.Payload;
import dev.eventprocessor.runtimes.RuntimeFiles;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A function served by Google's own invoker in a process of its own. Use it wherever it matters
 * what really happens on Google Cloud: class loading, the conversion of events, the answer to a
 * failure.
 *
 * <p>Thread-safe. The invoker binds every interface (it has no option for loopback) on a port that
 * was free; requests go over loopback. {@link #close()} ends it.
 */
public final class FunctionsFramework implements AutoCloseable {

  /** From the invoker's own log, when its port is open. */
  private static final String READY = "URL: http://localhost:";

  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(60);

  private final JavaProcess process;
  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private FunctionsFramework(JavaProcess process, int port) {
    this.process = process;
    this.address = URI.create("http://127.0.0.1:" + port + "/");
  }

  /**
   * Starts to describe a function.
   *
   * @param jar the packaged function
   * @param target the class that the framework calls
   */
  public static Builder of(Path jar, String target) {
    return new Builder(List.of(jar), target);
  }

  /** As {@link #of(Path, String)}, for a function that is not one jar. */
  public static Builder of(List<Path> classPath, String target) {
    return new Builder(classPath, target);
  }

  /** Everything that the process printed so far. */
  public String output() {
    return process.output();
  }

  /** Where it serves. */
  public URI address() {
    return address;
  }

  /** The process that serves. */
  public long pid() {
    return process.pid();
  }

  /** Whether the process still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Posts a request and waits for its answer.
   *
   * @throws IOException when the connection is cut
   */
  public FrameworkAnswer send(Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    return send("POST", headers, body);
  }

  /** As {@link #send(Map, byte[])}, with another method. */
  public FrameworkAnswer send(String method, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(REQUEST_LIMIT)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    long before = process.printed();
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new FrameworkAnswer(
        answer.statusCode(),
        answer.headers().map(),
        Payload.of(answer.body()),
        process.linesSince(before));
  }

  /** Posts a CloudEvent in structured form. */
  public FrameworkAnswer sendStructured(byte[] cloudEvent)
      throws IOException, InterruptedException {
    return send(Map.of("Content-Type", "application/cloudevents+json"), cloudEvent);
  }

  @Override
  public void close() {
    process.close();
  }

  /** What to serve, and how. Not thread-safe. */
  public static final class Builder {
    private final List<Path> classPath;
    private final String target;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private FrameworkVersion version = FrameworkVersion.V2_0_0;
    private Duration startLimit = Duration.ofSeconds(60);

    private Builder(List<Path> classPath, String target) {
      this.classPath = List.copyOf(classPath);
      this.target = target;
    }

    /** The invoker's version; the newest unless told. */
    public Builder version(FrameworkVersion invoker) {
      this.version = invoker;
      return this;
    }

    /** Environment variables of the function, {@code FUNCTION_SIGNATURE_TYPE} among them. */
    public Builder environment(Map<String, String> variables) {
      environment.putAll(variables);
      return this;
    }

    /** Options of the JVM; none unless told. */
    public Builder jvmOptions(String... options) {
      jvmOptions.addAll(List.of(options));
      return this;
    }

    /** The time until the port has to be open; a minute unless told. */
    public Builder startLimit(Duration limit) {
      this.startLimit = limit;
      return this;
    }

    /**
     * Starts the process and waits until it serves.
     *
     * @throws IllegalStateException when it ends or hangs instead; the message holds what it
     *     printed
     */
    public FunctionsFramework start() throws InterruptedException {
      int port = FreePort.onLoopback();
      JavaProcess process =
          JavaProcess.named("functions framework " + version.text())
              .options(jvmOptions.toArray(new String[0]))
              .jar(invoker(), arguments(port))
              .environment(environment)
              .start();
      try {
        process.awaitLine(line -> line.contains(READY), startLimit);
        return new FunctionsFramework(process, port);
      } catch (RuntimeException | InterruptedException e) {
        process.close();
        throw e;
      }
    }

    private Path invoker() {
      return RuntimeFiles.jars(RuntimeFiles.folder("functions-framework-" + version.text())).get(0);
    }

    private String[] arguments(int port) {
      String path =
          classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of("--classpath", path));
      arguments.addAll(List.of("--target", target));
      arguments.addAll(List.of("--port", Integer.toString(port)));
      return arguments.toArray(new String[0]);
    }
  }
}

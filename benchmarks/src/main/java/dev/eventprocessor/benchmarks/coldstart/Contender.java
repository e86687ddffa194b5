package dev.eventprocessor.benchmarks.coldstart;

import dev.eventprocessor.runtimes.RuntimeFiles;
import dev.eventprocessor.runtimes.aws.LambdaFunction;
import dev.eventprocessor.runtimes.gcp.FrameworkAnswer;
import dev.eventprocessor.runtimes.gcp.FunctionsFramework;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One way to do the job, as its folder in {@code benchmarks/target/contenders} holds it. */
enum Contender {
  EMPTY("empty handler", "empty", "EmptyHandler"),
  JACKSON_CORE("by hand, jackson-core to maps", "jackson-core", "JacksonCoreHandler"),
  EVENT_PROCESSOR("event-processor", "event-processor", "AlarmApplication"),
  DATABIND("by hand, jackson-databind", "databind", "DatabindHandler"),
  EVENTS_LIBRARY("aws-lambda-java-events", "events-library", "EventsLibraryHandler"),
  GOOGLE_BY_HAND("Google: by hand, jackson-core", "google-by-hand", "BareCloudEvents"),
  GOOGLE_EVENT_PROCESSOR("Google: event-processor", "google-event-processor", "AlarmApplication");

  private static final String PACKAGE = "dev.eventprocessor.benchmarks.contenders.";

  final String title;
  final Path folder;
  private final String className;

  Contender(String title, String folder, String className) {
    this.title = title;
    this.folder = Path.of("benchmarks", "target", "contenders", folder);
    this.className = PACKAGE + className;
  }

  boolean isGoogle() {
    return this == GOOGLE_BY_HAND || this == GOOGLE_EVENT_PROCESSOR;
  }

  private boolean isLibrary() {
    return this == EVENT_PROCESSOR || this == GOOGLE_EVENT_PROCESSOR;
  }

  /** Starts it in a JVM with these options, given as users of the clouds give them. */
  Server start(String jvmOptions) throws InterruptedException {
    return start(jvmOptions, false);
  }

  /** Initialises it up to the snapshot that a cloud would take; its first call is after that. */
  Server startFromSnapshot() throws InterruptedException {
    return start("", true);
  }

  private Server start(String jvmOptions, boolean snapshot) throws InterruptedException {
    Map<String, String> environment = new HashMap<>();
    if (!jvmOptions.isEmpty()) {
      environment.put("JAVA_TOOL_OPTIONS", jvmOptions);
    }
    if (isLibrary()) {
      environment.put("EVENT_PROCESSOR_MODULE", className);
    }
    return isGoogle() ? google(environment) : lambda(environment, snapshot);
  }

  private Server lambda(Map<String, String> environment, boolean snapshot)
      throws InterruptedException {
    String handler = isLibrary() ? "dev.eventprocessor.aws.LambdaEntrypoint" : className;
    LambdaFunction.Builder settings =
        LambdaFunction.of(folder, handler).memory(472).environment(environment);
    LambdaFunction function = snapshot ? settings.snapStart().start() : settings.start();
    return Server.of(
        function,
        Payloads.sqs(),
        answer -> require("{\"batchItemFailures\":[]}".equals(answer.response().text())));
  }

  private Server google(Map<String, String> environment) throws InterruptedException {
    String target = isLibrary() ? "dev.eventprocessor.gcp.CloudEventEntrypoint" : className;
    List<Path> classPath = new ArrayList<>(List.of(folder));
    classPath.addAll(RuntimeFiles.jars(folder.resolve("lib")));
    FunctionsFramework framework =
        FunctionsFramework.of(classPath, target)
            .jvmOptions("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx400m")
            .environment(environment)
            .start();
    byte[] payload = Payloads.pubSub();
    return new Server() {
      @Override
      public long pid() {
        return framework.pid();
      }

      @Override
      public void call() throws IOException, InterruptedException {
        FrameworkAnswer answer = framework.sendStructured(payload);
        require(answer.status() == 200);
      }

      @Override
      public void close() {
        framework.close();
      }
    };
  }

  private void require(boolean answeredAsExpected) {
    if (!answeredAsExpected) {
      throw new IllegalStateException(title + " did not answer as it should");
    }
  }

  /** What it adds to the artifact, its own classes aside. */
  long jarBytes() {
    long bytes = 0;
    for (Path jar : Files.isDirectory(folder.resolve("lib")) ? jars() : List.<Path>of()) {
      try {
        bytes += Files.size(jar);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the size of " + jar, e);
      }
    }
    return bytes;
  }

  private List<Path> jars() {
    return RuntimeFiles.jars(folder.resolve("lib"));
  }
}

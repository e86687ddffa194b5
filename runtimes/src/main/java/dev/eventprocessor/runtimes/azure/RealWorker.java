package dev.eventprocessor.runtimes.azure;

import dev.eventprocessor.runtimes.JavaProcess;
import dev.eventprocessor.runtimes.RuntimeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The real Functions Java worker, behind the same messages as the stand-in. Its jar is on no
 * registry; whoever has built one says where it is.
 */
public final class RealWorker {

  /** Why tests that need the worker are skipped without it. */
  public static final String ABSENT =
      "skipped: the jar of the Functions Java worker is on no registry; name one as"
          + " -Dazure.worker.jar=PATH or in AZURE_FUNCTIONS_WORKER_JAR to run this with it";

  private static final String HOST = "RealWorkerHost.java";

  private RealWorker() {}

  /**
   * The worker's jar, from the system property {@code azure.worker.jar}, else the environment
   * variable {@code AZURE_FUNCTIONS_WORKER_JAR}; empty where neither names one.
   *
   * @throws IllegalStateException when there is no such file
   */
  public static Optional<Path> jar() {
    @Nullable String named = System.getProperty("azure.worker.jar");
    if (named == null || named.isBlank()) {
      named = System.getenv("AZURE_FUNCTIONS_WORKER_JAR");
    }
    if (named == null || named.isBlank()) {
      return Optional.empty();
    }
    Path jar = Path.of(named).toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("There is no jar of the Functions Java worker: " + jar);
    }
    return Optional.of(jar);
  }

  /** Starts the host's part, which starts the worker and connects to our port. */
  static JavaProcess start(
      Path jar, Path ownClasses, int port, Path app, Map<String, String> settings) {
    return JavaProcess.named("functions worker")
        .source(
            List.of(jar, ownClasses),
            hostSource(),
            Integer.toString(port),
            jar.toString(),
            RuntimeFiles.folder("azure").toString(),
            app.toString())
        .environment(settings)
        .start();
  }

  /** Java runs a source file from the disk only. */
  private static Path hostSource() {
    try (@Nullable InputStream source = RealWorker.class.getResourceAsStream("/azure/" + HOST)) {
      if (source == null) {
        throw new IllegalStateException(HOST + " is missing from this module's jar");
      }
      Path folder = Files.createTempDirectory("functions-host");
      Path file = folder.resolve(HOST);
      Files.copy(source, file);
      folder.toFile().deleteOnExit(); // The last one named is deleted first.
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + HOST, e);
    }
  }
}

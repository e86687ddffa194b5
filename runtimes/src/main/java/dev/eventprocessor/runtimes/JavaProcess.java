package dev.eventprocessor.runtimes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of its own, with its output at hand. Thread-safe; {@link #close()} ends the process.
 *
 * <p>The process sees only the environment it is given (and {@code PATH}), so that a test's outcome
 * does not depend on the shell that started it.
 */
public final class JavaProcess implements AutoCloseable {

  private final String name;
  private final Process process;
  private final ProcessOutput output;

  private JavaProcess(String name, Process process, ProcessOutput output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  /** Starts to describe a process; the name stands in messages. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** The {@code java} home that runtimes use: {@code runtimes.java.home}, else this JVM's own. */
  public static Path javaHome() {
    return Path.of(System.getProperty("runtimes.java.home", System.getProperty("java.home")));
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Everything printed so far, standard output and error in one, as they came. */
  public List<String> lines() {
    return linesSince(0);
  }

  /** {@link #lines()} as one text. */
  public String output() {
    return String.join("\n", lines());
  }

  /** How many bytes were printed so far: a mark for {@link #linesSince}. */
  public long printed() {
    return output.size();
  }

  /** What was printed since the mark, a last line without its end included. */
  public List<String> linesSince(long mark) {
    return output.text(mark).lines().toList();
  }

  /** Waits for a line; fails with the output so far when the process ends or the time is over. */
  public String awaitLine(Predicate<String> wanted, Duration limit) throws InterruptedException {
    long start = System.nanoTime();
    int seen = 0;
    while (true) {
      boolean ended = !process.isAlive();
      boolean late = System.nanoTime() - start > limit.toNanos();
      List<String> lines = ended ? lines() : completeLines();
      for (; seen < lines.size(); seen++) {
        if (wanted.test(lines.get(seen))) {
          return lines.get(seen);
        }
      }
      if (ended || late) {
        String what = ended ? " ended" : " did not print the awaited line in " + limit;
        throw new IllegalStateException(name + what + ":\n" + output());
      }
      Thread.sleep(10);
    }
  }

  /** Waits for the end and returns the exit code; fails when the process outlives the limit. */
  public int awaitExit(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(name + " still runs after " + limit + ":\n" + output());
    }
    return process.exitValue();
  }

  /** Completes with the exit code when the process has ended. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Ends the process as a provider does at a time-out: at once. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        process.waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      output.close();
    }
  }

  private List<String> completeLines() {
    String text = output.text(0);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** What to start. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private Path javaHome = JavaProcess.javaHome();
    private final List<String> options = new ArrayList<>();
    private final List<String> program = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private @Nullable Path directory;

    private Builder(String name) {
      this.name = name;
    }

    public Builder javaHome(Path home) {
      this.javaHome = home;
      return this;
    }

    /** Options of the JVM, before the main class or {@code -jar}. */
    public Builder options(String... jvmOptions) {
      options.addAll(List.of(jvmOptions));
      return this;
    }

    public Builder main(List<Path> classPath, String mainClass, String... arguments) {
      List<String> entries = classPath.stream().map(Path::toString).toList();
      program.addAll(List.of("-cp", String.join(File.pathSeparator, entries), mainClass));
      program.addAll(List.of(arguments));
      return this;
    }

    /** A single source file, which {@code java} compiles as it starts. */
    public Builder source(List<Path> classPath, Path file, String... arguments) {
      return main(classPath, file.toString(), arguments);
    }

    public Builder jar(Path jar, String... arguments) {
      program.addAll(List.of("-jar", jar.toString()));
      program.addAll(List.of(arguments));
      return this;
    }

    public Builder directory(Path workingDirectory) {
      this.directory = workingDirectory;
      return this;
    }

    public Builder environment(Map<String, String> variables) {
      environment.putAll(variables);
      return this;
    }

    public JavaProcess start() {
      List<String> command = new ArrayList<>();
      command.add(javaHome.resolve("bin/java").toString());
      command.addAll(options);
      command.addAll(program);
      ProcessOutput output = ProcessOutput.create();
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.file());
      if (directory != null) {
        builder.directory(directory.toFile());
      }
      builder.environment().keySet().retainAll(List.of("PATH"));
      builder.environment().putAll(environment);
      try {
        return new JavaProcess(name, builder.start(), output);
      } catch (IOException e) {
        output.close();
        throw new UncheckedIOException("Cannot start " + name + " with " + command.get(0), e);
      }
    }
  }
}

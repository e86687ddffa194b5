package dev.eventprocessor.runtimes;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final int KEPT_LINES = 20_000;

  private final String name;
  private final Process process;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();

  private JavaProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.reader = new Thread(this::read, name + " output");
    reader.setDaemon(true);
    reader.start();
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
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** {@link #lines()} as one text. */
  public String output() {
    return String.join("\n", lines());
  }

  /** Waits for a line; fails with the output so far when the process ends or the time is over. */
  public String awaitLine(Predicate<String> wanted, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    int seen = 0;
    while (true) {
      boolean ended = !reader.isAlive();
      synchronized (lines) {
        for (; seen < lines.size(); seen++) {
          if (wanted.test(lines.get(seen))) {
            return lines.get(seen);
          }
        }
        if (!ended && System.nanoTime() < end) {
          lines.wait(50);
          continue;
        }
      }
      throw new IllegalStateException(
          name
              + (ended ? " ended" : " did not print the awaited line in " + limit)
              + ":\n"
              + output());
    }
  }

  /** Waits for the end and returns the exit code; fails when the process outlives the limit. */
  public int awaitExit(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(name + " still runs after " + limit + ":\n" + output());
    }
    reader.join(5_000);
    return process.exitValue();
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
      reader.join(5_000);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          if (lines.size() < KEPT_LINES) {
            lines.add(line);
          }
          lines.notifyAll();
        }
      }
    } catch (IOException closed) {
      // The process was ended while it printed: what was read so far is all there is.
    } finally {
      synchronized (lines) {
        lines.notifyAll();
      }
    }
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
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      if (directory != null) {
        builder.directory(directory.toFile());
      }
      builder.environment().keySet().retainAll(List.of("PATH"));
      builder.environment().putAll(environment);
      try {
        return new JavaProcess(name, builder.start());
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot start " + name + " with " + command.get(0), e);
      }
    }
  }
}

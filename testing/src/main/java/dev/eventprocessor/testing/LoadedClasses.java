package dev.eventprocessor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a JVM of its own loads to run a program, on the class path of the tests. */
public final class LoadedClasses {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private LoadedClasses() {}

  /**
   * The names of the classes, in the order in which they were loaded. A program that does not end
   * by itself within half a minute is ended.
   *
   * @param main the program
   * @param prints the only line that it prints
   */
  public static List<String> of(
      Class<?> main, String prints, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return of(LIMIT, main, prints, environment, arguments);
  }

  static List<String> of(
      Duration limit,
      Class<?> main,
      String prints,
      Map<String, String> environment,
      String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-Xlog:class+load:stdout"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
          .execute(process::destroyForcibly); // Whoever has ended does not mind.
      List<String> names = names(process, prints);
      assertEquals(0, process.waitFor(), "the program failed, or was ended after " + limit);
      return names;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static List<String> names(Process process, String prints) throws IOException {
    List<String> names = new ArrayList<>();
    try (var lines = process.inputReader()) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        int source = line.indexOf(" source: ");
        if (source > 0) {
          names.add(line.substring(line.lastIndexOf(' ', source - 1) + 1, source));
        } else {
          assertEquals(prints, line);
        }
      }
    }
    return names;
  }
}

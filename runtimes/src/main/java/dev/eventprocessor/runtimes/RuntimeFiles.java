package dev.eventprocessor.runtimes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where this module's build puts the runtimes' jars: one folder a runtime.
 *
 * <p>The folder is named by the system property {@code runtimes.home}; without it, {@code
 * runtimes/target/runtime} is looked for from the working directory upwards.
 */
public final class RuntimeFiles {

  private RuntimeFiles() {}

  /** The folder of one runtime, for example {@code lambda}. */
  public static Path folder(String runtime) {
    Path folder = home().resolve(runtime);
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "No runtime in "
              + folder
              + ". Build the module that fetches it: mvn -pl runtimes package");
    }
    return folder;
  }

  /** The jars directly in a folder, in the order of their names. */
  public static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the jars in " + folder, e);
    }
  }

  private static Path home() {
    @Nullable String configured = System.getProperty("runtimes.home");
    if (configured != null) {
      return Path.of(configured);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("runtimes/target/runtime");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return Path.of("runtimes/target/runtime").toAbsolutePath();
  }
}

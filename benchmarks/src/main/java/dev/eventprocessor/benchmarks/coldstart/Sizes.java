package dev.eventprocessor.benchmarks.coldstart;

import dev.eventprocessor.benchmarks.Heading;
import dev.eventprocessor.runtimes.RuntimeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints the sizes of the library's jars, and of jackson-core for comparison. Run it from the
 * checkout's root:
 *
 * <pre>
 * mvn -B -DskipTests package
 * java -cp benchmarks/target/benchmarks.jar dev.eventprocessor.benchmarks.coldstart.Sizes
 * </pre>
 */
public final class Sizes {

  private static final Path JARS = Path.of("benchmarks", "target", "contenders", "sizes", "lib");

  private Sizes() {}

  /** Prints the table. */
  public static void main(String[] args) throws IOException {
    Heading.print("jars as they are built");
    System.out.println("| | KB |\n| --- | --- |");
    for (Path jar : RuntimeFiles.jars(JARS)) {
      String name = jar.getFileName().toString().replace(".jar", "");
      System.out.printf("| %s | %.0f |%n", name, Files.size(jar) / 1024.0);
    }
  }
}

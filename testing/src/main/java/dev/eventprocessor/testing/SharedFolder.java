package dev.eventprocessor.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Material that may lie beside the checkout, in {@code ../shared}: collections of real payloads and
 * of recorded filter cases. Tests over it are skipped, saying so, where it is absent.
 */
public final class SharedFolder {

  private SharedFolder() {}

  /** The folder of this name; skips the calling test where there is none. */
  public static Path require(String name) {
    Path root = Path.of(System.getProperty("project.root", "")).toAbsolutePath().normalize();
    Path folder = root.resolveSibling("shared").resolve(name);
    assumeTrue(
        Files.isDirectory(folder),
        "skipped: there is no ../shared/" + name + " beside the checkout to test against");
    return folder;
  }
}

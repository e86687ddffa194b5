package dev.eventprocessor.runtimes.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A deployment package as the runtime sees it: a folder. */
final class Deployment implements AutoCloseable {

  private final Path folder;
  private final boolean temporary;

  private Deployment(Path folder, boolean temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /** An exploded folder as it is; a .zip or .jar exploded to a folder of its own. */
  static Deployment of(Path source) {
    if (Files.isDirectory(source)) {
      return new Deployment(source.toAbsolutePath().normalize(), false);
    }
    if (!Files.isRegularFile(source)) {
      throw new IllegalArgumentException(
          "No deployment at " + source + ": give an exploded folder, a .zip or a .jar.");
    }
    Deployment exploded = new Deployment(temporaryFolder(), true);
    try {
      exploded.explode(source);
      return exploded;
    } catch (IOException e) {
      exploded.close();
      throw new UncheckedIOException("Cannot explode " + source, e);
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    if (!temporary || !Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("event-processor-lambda-");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a folder to explode a deployment to", e);
    }
  }

  private void explode(Path source) throws IOException {
    try (InputStream bytes = Files.newInputStream(source);
        ZipInputStream zip = new ZipInputStream(bytes)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("The entry " + entry.getName() + " would lie outside the folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling("."));
          Files.copy(zip, target);
        }
      }
    }
  }
}

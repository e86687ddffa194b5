package dev.eventprocessor.examples.alarms.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies of packages that lack something. */
final class Archives {

  private Archives() {}

  /** A copy of a zip or jar without the entries of these names. */
  static Path without(Path archive, Path copy, Predicate<String> left) throws IOException {
    try (ZipInputStream from = new ZipInputStream(Files.newInputStream(archive));
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        if (!left.test(entry.getName())) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          from.transferTo(to);
        }
      }
    }
    return copy;
  }
}

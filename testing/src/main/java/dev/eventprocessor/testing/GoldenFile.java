package dev.eventprocessor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that a person approved, kept in {@code src/test/resources} of the module under test. A
 * changed text fails the test; {@code mvn verify -Dgolden.update=true} writes the new one, to be
 * read as a diff.
 */
public final class GoldenFile {

  private GoldenFile() {}

  /**
   * Compares the text with a section of a page, or writes it there where that was asked for. The
   * section stands between {@code <!-- NAME: ... -->} and {@code <!-- end of NAME -->}.
   */
  public static void assertSection(Path page, String name, String actual) {
    try {
      String text = Files.readString(page);
      int start = text.indexOf("<!-- " + name + ":");
      int from = start < 0 ? -1 : text.indexOf("-->", start) + "-->".length();
      int to = text.indexOf("<!-- end of " + name + " -->");
      if (from < 0 || to < from) {
        fail(page + " has no section " + name);
      }
      String section = "\n\n" + actual.strip() + "\n\n";
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(page, text.substring(0, from) + section + text.substring(to));
      } else {
        assertEquals(
            text.substring(from, to),
            section,
            page + ", section " + name + ": -Dgolden.update=true rewrites it");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or write " + page, e);
    }
  }

  /** Compares the text with the file of this name, or writes the file where that was asked for. */
  public static void assertMatches(String name, String actual) {
    Path file = Path.of("src/test/resources", name);
    String text = actual.endsWith("\n") ? actual : actual + "\n";
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      } else if (Files.exists(file)) {
        assertEquals(
            Files.readString(file), text, name + " differs; -Dgolden.update=true rewrites it");
      } else {
        fail(name + " does not exist; -Dgolden.update=true writes it");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or write " + file, e);
    }
  }
}

package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every test of the Python library is a test here or a decision: the list of its tests, which may
 * lie beside the checkout, against the names of ours and the paragraphs on differences.
 */
class LineageListTest {

  private static final String ID = "[A-Z][A-Z0-9]*-\\d\\d";

  /** A row of the list; what else it has in its first column is no id. */
  private static final Pattern ROW = Pattern.compile("^\\| (" + ID + ") \\|", Pattern.MULTILINE);

  /** A name of a test, or of a row of one: a literal that begins with one id or several. */
  private static final Pattern NAME =
      Pattern.compile("\"(" + ID + "(?:, " + ID + ")*)(?: [^\"]*)?\"");

  private static final List<String> DIFFERENCES =
      List.of(
          "Where injection differs from the Python library",
          "Cases of the lineage's registry that have no counterpart here",
          "Where filters differ from the Python library");

  private final Path root = Path.of(System.getProperty("project.root", ".."));

  @Test
  void everyTestOfThePythonLibraryIsATestOrADecision() throws IOException {
    Set<String> listed = listed();
    assertEquals(230, listed.size());

    Set<String> missing = new TreeSet<>(listed);
    missing.removeAll(tested());
    missing.removeAll(decided());
    assertEquals(Set.of(), missing);
  }

  @Test
  void noTestAndNoDecisionNamesOneThatIsNotThere() throws IOException {
    Set<String> unknown = tested();
    unknown.addAll(decided());
    unknown.removeAll(listed());

    assertEquals(Set.of(), unknown);
  }

  private static Set<String> listed() throws IOException {
    String text = Files.readString(SharedFolder.require("field").resolve("seed-lineage.md"));
    int from = text.indexOf("\n## 4. ");
    return all(ROW, text.substring(from, text.indexOf("\n## 5. ", from)));
  }

  private Set<String> tested() throws IOException {
    Set<String> tested = new TreeSet<>();
    try (Stream<Path> files = Files.list(root.resolve("core/src/test/java/dev/eventprocessor"))) {
      for (Path file : files.filter(LineageListTest::isOfTheLineage).toList()) {
        for (String names : all(NAME, Files.readString(file))) {
          tested.addAll(List.of(names.split(", ")));
        }
      }
    }
    return tested;
  }

  private static boolean isOfTheLineage(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("Lineage") || name.startsWith("Seed");
  }

  private Set<String> decided() throws IOException {
    String text = Files.readString(root.resolve("docs/DECISIONS.md"));
    Set<String> decided = new TreeSet<>();
    for (String heading : DIFFERENCES) {
      int from = text.indexOf(heading + "\n");
      decided.addAll(all(Pattern.compile("\\b(" + ID + ")\\b"), section(text, from)));
    }
    return decided;
  }

  private static String section(String text, int from) {
    int end = text.indexOf("\n## ", from);
    return end < 0 ? text.substring(from) : text.substring(from, end);
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      found.add(matcher.group(1));
    }
    return found;
  }
}

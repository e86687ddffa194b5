package dev.eventprocessor.examples.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java block of the README stands in the example's code, which is compiled and tested. */
class ReadmeTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));

  @Test
  void theReadmesJavaIsTheExamples() throws IOException {
    List<String> sources = sources();
    List<String> blocks = javaBlocks(Files.readString(ROOT.resolve("README.md")));

    assertEquals(5, blocks.size());
    for (String block : blocks) {
      String code = unspaced(block);
      assertTrue(sources.stream().anyMatch(source -> source.contains(code)), block);
    }
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples/alarm-notifier"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
        sources.add(unspaced(Files.readString(file)));
      }
    }
    return sources;
  }

  private static List<String> javaBlocks(String markdown) {
    List<String> blocks = new ArrayList<>();
    int from = markdown.indexOf("```java\n");
    while (from >= 0) {
      int start = from + "```java\n".length();
      int end = markdown.indexOf("```", start);
      blocks.add(markdown.substring(start, end));
      from = markdown.indexOf("```java\n", end);
    }
    return blocks;
  }

  private static String unspaced(String code) {
    return code.replaceAll("\\s+", "");
  }
}

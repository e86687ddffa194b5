package dev.eventprocessor.examples.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code on the pages about this example is its own, which compiles and is tested. */
class OperationsPageTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));

  @Test
  void theCodeOnThePageIsTheExamples() throws IOException {
    assertCompiled("docs/OPERATIONS.md", 5);
  }

  @Test
  void theCodeInTheExamplesReadmeIsItsOwn() throws IOException {
    assertCompiled("examples/order-queue/README.md", 1);
  }

  private static void assertCompiled(String page, int count) throws IOException {
    List<String> blocks = blocks(Files.readString(ROOT.resolve(page)));
    String sources = sources();

    assertEquals(count, blocks.size());
    for (String block : blocks) {
      assertTrue(sources.contains(inOneLine(block)), block);
    }
  }

  private static List<String> blocks(String page) {
    List<String> blocks = new ArrayList<>();
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples/order-queue/src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(inOneLine(Files.readString(file)));
      }
    }
    return all.toString();
  }

  private static String inOneLine(String code) {
    return code.replaceAll("\\s+", " ").trim();
  }
}

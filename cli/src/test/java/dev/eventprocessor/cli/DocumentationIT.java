package dev.eventprocessor.cli;

import dev.eventprocessor.testing.GoldenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example of docs/CLI.md is what the program prints. */
class DocumentationIT {

  private static final Path PAGE = Path.of("../docs/CLI.md");

  private static final String CLASSES = Path.of("target/test-classes").toAbsolutePath().toString();

  @Test
  void everyExampleIsReal() {
    assertExample("inspect", "inspect", "sqs.json");
    assertExample("inspect-json", "inspect", "--json", "picture.json");
    assertExample("azure", "inspect", "--binding", "message=servicebus:orders", "servicebus.json");
    assertExample("inspect-jsonl", "inspect", "--jsonl", "cases.jsonl");
    assertExample("match", "match", "--pattern", "pattern.json", "alarm.json", "picture.json");
    assertExample("match-invalid", "match", "--pattern", "{\"state\": \"ALARM\"}", "--invalid");
    assertExample("match-jsonl", "match", "--jsonl", "matches.jsonl");
    assertExample("describe", "describe", "--module", "OrderModule");
    assertExample("explain", "explain", "--module", "OrderModule", "sqs.json");
    assertExample("run", "run", "--module", "OrderModule", "sqs.json");
    assertExample(
        "run-azure",
        "run",
        "--module",
        "OrderModule",
        "--binding",
        "request=http",
        "azure-request.json");
    assertExample("explain-jsonl", "explain", "--module", "OrderModule", "--jsonl", "runs.jsonl");
    assertExample("run-jsonl", "run", "--module", "OrderModule", "--jsonl", "runs.jsonl");
  }

  /** The application of the page is the tests' own; what it is called there is shortened. */
  private static void assertExample(String section, String... arguments) {
    List<String> given = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (String argument : arguments) {
      boolean isModule = argument.equals("OrderModule");
      given.add(isModule ? "dev.eventprocessor.cli.OrderModule" : argument);
      shown.add(argument.contains("{") ? "'" + argument + "'" : argument);
      if (isModule) {
        given.addAll(List.of("--class-path", CLASSES));
        shown.addAll(List.of("--class-path", "orders.jar"));
      }
    }
    Program.Run run = Program.run(given.toArray(new String[0]));
    String text =
        "```\n$ event-processor " + String.join(" ", shown) + "\n" + run.out().strip() + "\n```";
    GoldenFile.assertSection(PAGE, section, text);
  }
}

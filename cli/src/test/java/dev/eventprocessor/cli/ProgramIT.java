package dev.eventprocessor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.GoldenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The program as a user runs it: what it prints, where, and its exit status. */
class ProgramIT {

  private static final String CLASSES = Path.of("target/test-classes").toAbsolutePath().toString();

  private static final String MODULE = "dev.eventprocessor.cli.OrderModule";

  @TestFactory
  Stream<DynamicTest> everyCommandHelps() {
    return Stream.of("", "inspect", "explain", "match", "run", "describe")
        .map(
            command ->
                DynamicTest.dynamicTest(
                    "help " + command,
                    () ->
                        assertGolden(
                            "help" + (command.isEmpty() ? "" : "-" + command),
                            command.isEmpty()
                                ? Program.run("--help")
                                : Program.run(command, "--help"))));
  }

  @TestFactory
  Stream<DynamicTest> payloadsAreShownToBeReadAndAsJson() {
    return Stream.of("sqs.json", "request.http", "picture.json", "alarm.json")
        .flatMap(
            file ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        file, () -> assertGolden("inspect-" + file, Program.run("inspect", file))),
                    DynamicTest.dynamicTest(
                        file + " as JSON",
                        () ->
                            assertGolden(
                                "inspect-json-" + file, Program.run("inspect", "--json", file)))));
  }

  @Test
  void azuresPayloadNeedsItsBinding() {
    assertGolden(
        "inspect-azure",
        Program.run("inspect", "--binding", "message=servicebus:orders", "servicebus.json"));
    assertGolden("inspect-azure-untold", Program.run("inspect", "servicebus.json"));
    assertGolden(
        "inspect-azure-other", Program.run("inspect", "--binding", "x=queue", "servicebus.json"));
  }

  @Test
  void whatCannotBeReadIsSaidOnStandardErrorAndTheOtherFilesAreShown() {
    assertGolden(
        "inspect-bad",
        Program.run("inspect", "broken.json", "empty.json", "absent.json", ".", "alarm.json"));
    assertGolden("inspect-unknown-cloud", Program.run("inspect", "--cloud", "moon", "sqs.json"));
    assertGolden("inspect-unknown-option", Program.run("inspect", "--colour", "sqs.json"));
    assertGolden("unknown-command", Program.run("inspekt"));
  }

  @Test
  void standardInputIsReadWhereNoFileIsNamed() throws IOException {
    byte[] payload = Files.readAllBytes(Program.PAYLOADS.resolve("alarm.json"));

    Program.Run unnamed = Program.run(payload, "inspect", "--json");

    assertEquals(unnamed, Program.run(payload, "inspect", "--json", "-"));
    assertTrue(unnamed.out().startsWith("{\"id\":\"-\",\"events\":[{"), unnamed.out());
  }

  @Test
  void casesAreAnsweredInOrderWhateverIsWrongWithOne() {
    assertGolden("inspect-jsonl", Program.run("inspect", "--jsonl", "cases.jsonl"));
    assertGolden("match-jsonl", Program.run("match", "--jsonl", "matches.jsonl"));
  }

  @Test
  void aHundredThousandCasesKeepTheirOrder() {
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      cases.append("{\"id\":").append(i).append(",\"pattern\":{\"a\":[").append(i % 3);
      cases.append("]},\"event\":{\"a\":1}}\n");
    }

    Program.Run run =
        Program.run(cases.toString().getBytes(StandardCharsets.UTF_8), "match", "--jsonl");

    List<String> answers = run.out().lines().toList();
    assertEquals(100_000, answers.size());
    for (int i = 0; i < answers.size(); i++) {
      assertEquals("{\"id\":" + i + ",\"matches\":" + (i % 3 == 1) + "}", answers.get(i));
    }
  }

  @Test
  void theExitStatusSaysWhetherAnEventMatches() {
    assertEquals(0, Program.run("match", "--pattern", "pattern.json", "alarm.json").status());
    assertEquals(1, Program.run("match", "--pattern", "{\"a\":[1]}", "alarm.json").status());
    assertGolden(
        "match", Program.run("match", "--pattern", "pattern.json", "alarm.json", "picture.json"));
    assertGolden("match-invalid", Program.run("match", "--pattern", "{\"a\": 1}", "--invalid"));
    assertGolden(
        "match-bad-pattern", Program.run("match", "--pattern", "{\"a\": 1}", "alarm.json"));
    assertGolden(
        "match-bad-event",
        Program.run("match", "--pattern", "pattern.json", "alarm.json", "broken.json"));
    assertGolden("match-without-pattern", Program.run("match", "alarm.json"));
    assertEquals(
        "",
        Program.run("match", "-q", "--pattern", "pattern.json", "alarm.json")
            .transcript()
            .replace("--- exit status 0 ---\n", ""));
    assertEquals(
        0,
        Program.run("match", "--portable", "--pattern", "{\"kind\":[\"queue\"]}", "sqs.json")
            .status());
  }

  @Test
  void anApplicationIsDescribedExplainedAndRun() {
    assertGolden("describe", application("describe"));
    assertGolden("explain", application("explain", "sqs.json", "alarm.json"));
    Program.Run run = application("run", "sqs.json");
    assertEquals(1, run.status());
    GoldenFile.assertMatches("golden/run.txt", run.out());
    assertTrue(run.err().contains("nothing can be cancelled"), run.err());
    assertGolden("run-http", application("run", "request.http"));
    Program.Run json = application("run", "--json", "request.http", "sqs.json");
    GoldenFile.assertMatches("golden/run-json.txt", json.out());
    assertTrue(json.err().startsWith("shipping order 17\n"), json.err());
  }

  @Test
  void aRequestOnAzureIsAnsweredAsOnTheOthers() {
    Program.Run run = application("run", "--binding", "request=http", "azure-request.json");
    assertGolden("run-azure-http", run);
    assertGolden(
        "run-azure-http-json",
        application("run", "--json", "--binding", "request=http", "azure-request.json"));
  }

  @Test
  void aProcessorThatFailsARequestIsAnErrorToTheCallerAndToTheShell() {
    byte[] request =
        """
        {"Data": {"request": {"Url": "https://shop.example.com/x", "Method": "POST",
         "Headers": {"Content-Type": "text/plain"}, "Body": "cancel everything"}}, "Metadata": {}}
        """
            .getBytes(StandardCharsets.UTF_8);

    Program.Run run =
        Program.run(
            request, "run", "--module", MODULE, "-cp", CLASSES, "--binding", "request=http");

    assertEquals(1, run.status());
    GoldenFile.assertMatches("golden/run-azure-http-failed.txt", run.out());
    assertTrue(run.err().contains("nothing can be cancelled"), run.err());
  }

  @Test
  void casesAreExplainedAndRunOneALine() {
    assertGolden("explain-jsonl", application("explain", "--jsonl", "runs.jsonl"));
    assertGolden("explain-json", application("explain", "--json", "sqs.json", "alarm.json"));
    Program.Run run = application("run", "--jsonl", "runs.jsonl");
    assertEquals(0, run.status());
    GoldenFile.assertMatches("golden/run-jsonl.txt", run.out());
    assertTrue(run.err().startsWith("shipping order 17\n"), run.err());
    assertTrue(run.err().contains("nothing can be cancelled"), run.err());
  }

  @Test
  void anApplicationThatCannotBeHadIsSaidSo() {
    assertGolden(
        "module-absent", Program.run("describe", "--module", "com.example.No", "-cp", "."));
    assertGolden("module-wrong", Program.run("describe", "--module", "java.lang.String"));
    assertGolden("module-untold", Program.run("describe"));
    assertGolden("class-path-absent", Program.run("describe", "-cp", "no.jar"));
    assertGolden("module-missing", Program.run("describe", "-cp", "."));
  }

  @Test
  void theVersionAndTheCompletionAreThere() {
    assertTrue(Program.run("--version").out().matches("event-processor \\d.*\n"));
    String script = Program.run("completion").out();
    assertTrue(script.contains("event-processor") && script.contains("--pattern"), script);
  }

  @Test
  void nothingIsColouredWhereThereIsNoTerminal() {
    assertFalse(Program.run("inspect", "sqs.json").out().contains("\u001b"));
  }

  private static Program.Run application(String command, String... arguments) {
    String[] all =
        Stream.concat(
                Stream.of(command, "--module", MODULE, "--class-path", CLASSES),
                Stream.of(arguments))
            .toArray(String[]::new);
    return Program.run(all);
  }

  private static void assertGolden(String name, Program.Run run) {
    GoldenFile.assertMatches("golden/" + name + ".txt", run.transcript());
  }
}

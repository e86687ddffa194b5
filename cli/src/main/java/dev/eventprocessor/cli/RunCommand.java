package dev.eventprocessor.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.eventprocessor.spi.Failures;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: dispatches for real. */
@Command(
    name = "run",
    description = "Runs an application on payloads, and shows what its cloud would be answered.",
    footer = {
      "",
      "Examples:",
      "  event-processor run --module com.example.Alarms --class-path alarms.jar sqs.json",
      "  event-processor run --class-path alarms.jar --cloud gcp request.http",
      "  event-processor run --class-path alarms.jar --json sqs.json | jq .answer",
      "  event-processor run --class-path alarms.jar --jsonl < cases.jsonl",
      "",
      "The processors run with their real dependencies. Their events pass the adapter of the cloud",
      "as they would there: a batch is a batch, and what fails is handed back.",
      "",
      "A case of --jsonl is one of inspect --jsonl, its answer {\"id\": ..., \"outcomes\": [...],",
      "\"answer\": ...} with {\"event\": ID, \"trigger\": ..., \"processor\": NAME, \"outcome\": \"done\"} or",
      "{..., \"outcome\": \"failed\", \"failure\": CLASS} for each processor that ran, and \"error\" in",
      "place of \"answer\" where the cloud is told that the call failed.",
      "",
      "Exit status: 0 all was done, 1 something failed, 2 something cannot be used."
    })
final class RunCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private ModuleOptions application = new ModuleOptions();
  @Mixin private PayloadOptions options = new PayloadOptions();
  @Mixin private Sources sources = new Sources();

  @Option(
      names = "--json",
      description =
          "One line of JSON for each file, as --jsonl answers; what processors print goes to standard"
              + " error.")
  private boolean json;

  @Option(
      names = "--jsonl",
      description =
          "Reads one case a line and answers one line a case; what processors print goes to standard"
              + " error.")
  private boolean jsonl;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Runner runner = new Runner(application.load());
    if (json || jsonl) {
      System.setOut(terminal.err());
    }
    if (jsonl) {
      sources.answer(
          terminal, (testCase, line) -> answer(runner.run(options.payload(testCase)), line));
      return ExitStatus.DONE;
    }
    Sources.Visitor running =
        source -> print(source.name(), runner.run(options.payload(source.bytes())));
    return json ? sources.eachAsJson(terminal, running) : sources.each(terminal, running);
  }

  private void answer(Runner.Run run, JsonGenerator line) throws IOException {
    write(line, run);
    tellLog(run.answer());
  }

  private int print(String file, Runner.Run run) {
    if (json) {
      EventJson.print(terminal.out(), file, line -> write(line, run));
    } else {
      terminal.out().println(file + ": " + EventText.counted(run.outcomes().size(), "run"));
      for (Runner.Outcome outcome : run.outcomes()) {
        terminal.out().println("  " + sentence(outcome));
      }
      terminal.out().println(sentence(run.answer()));
    }
    tellLog(run.answer());
    return run.isSettled() ? ExitStatus.DONE : ExitStatus.NO;
  }

  /** What stands in the function's log on its cloud. */
  private void tellLog(Answer answer) {
    if (!answer.log().isEmpty()) {
      terminal.out().flush();
      terminal.err().println(answer.log().stripTrailing());
    }
    if (answer.failure() != null) {
      terminal.error(Failures.describe(answer.failure()));
    }
  }

  private String sentence(Runner.Outcome outcome) {
    @Nullable Throwable failure = outcome.failure();
    return EventText.headline(outcome.event())
        + " -> "
        + terminal.strong(outcome.processor())
        + (failure == null ? ": done" : ": failed with " + failure.getClass().getName());
  }

  private static String sentence(Answer answer) {
    if (answer.failure() != null) {
      return answer.wording() + ": " + answer.failure().getClass().getName();
    }
    return answer.wording()
        + (answer.value() == null ? "." : ": " + EventJson.text(answer.value()));
  }

  private static void write(JsonGenerator line, Runner.Run run) throws IOException {
    line.writeArrayFieldStart("outcomes");
    for (Runner.Outcome outcome : run.outcomes()) {
      write(line, outcome);
    }
    line.writeEndArray();
    Answer answer = run.answer();
    if (answer.failure() == null) {
      line.writeFieldName("answer");
      EventJson.write(line, answer.value());
    } else {
      EventJson.writeFault(line, Fault.of(answer.failure()));
    }
  }

  private static void write(JsonGenerator line, Runner.Outcome outcome) throws IOException {
    line.writeStartObject();
    EventJson.writeHeadline(line, outcome.event());
    line.writeStringField("processor", outcome.processor());
    @Nullable Throwable failure = outcome.failure();
    line.writeStringField("outcome", failure == null ? "done" : "failed");
    if (failure != null) {
      line.writeStringField("failure", failure.getClass().getName());
    }
    line.writeEndObject();
  }
}

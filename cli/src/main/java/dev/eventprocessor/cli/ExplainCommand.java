package dev.eventprocessor.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Explanation;
import dev.eventprocessor.spi.Applications;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: which processor would run, and why each other would not. */
@Command(
    name = "explain",
    description = "Says for each event which processor would run, and why each other would not.",
    footer = {
      "",
      "Examples:",
      "  event-processor explain --module com.example.Alarms --class-path alarms.jar alarm.json",
      "  event-processor explain --class-path alarms.jar --jsonl < cases.jsonl",
      "",
      "No processor runs; the application's preparing steps do.",
      "",
      "A case of --jsonl is one of inspect --jsonl, its answer {\"id\": ..., \"explanations\": [...]}",
      "with {\"event\": ID, \"trigger\": ..., \"runs\": [NAME], \"entries\": [...]} for each event, or",
      "{\"id\": ..., \"error\": {...}}.",
      "",
      "Exit status: 0 each event has a processor, 1 one has none, 2 something cannot be used."
    })
final class ExplainCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private ModuleOptions application = new ModuleOptions();
  @Mixin private PayloadOptions options = new PayloadOptions();
  @Mixin private Sources sources = new Sources();

  @Option(names = "--json", description = "One line of JSON for each file, as --jsonl answers.")
  private boolean json;

  @Option(names = "--jsonl", description = "Reads one case a line and answers one line a case.")
  private boolean jsonl;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    EventProcessor processor = Applications.build(application.load());
    Inspector inspector = new Inspector();
    if (jsonl) {
      sources.answer(
          terminal,
          (testCase, answer) -> {
            Inspector.Inspection inspection = inspector.inspect(options.payload(testCase));
            write(answer, inspection, explanations(inspection, processor));
          });
      return ExitStatus.DONE;
    }
    Sources.Visitor explaining =
        source ->
            explain(source.name(), inspector.inspect(options.payload(source.bytes())), processor);
    return json ? sources.eachAsJson(terminal, explaining) : sources.each(terminal, explaining);
  }

  /** In the order of the events. */
  private static List<Explanation> explanations(
      Inspector.Inspection inspection, EventProcessor processor) {
    return inspection.events().stream().map(processor::explain).toList();
  }

  private static void write(
      JsonGenerator json, Inspector.Inspection inspection, List<Explanation> explanations)
      throws IOException {
    Iterator<Explanation> next = explanations.iterator();
    EventJson.writeInspection(
        json,
        "explanations",
        inspection,
        (list, event) -> ExplanationJson.write(list, event, next.next()));
  }

  private int explain(String file, Inspector.Inspection inspection, EventProcessor processor) {
    List<Explanation> explanations = explanations(inspection, processor);
    if (json) {
      EventJson.print(terminal.out(), file, line -> write(line, inspection, explanations));
    } else {
      print(file, inspection, explanations);
    }
    if (!inspection.rejected().isEmpty()) {
      return ExitStatus.ERROR;
    }
    return explanations.stream().anyMatch(explanation -> explanation.runs().isEmpty())
        ? ExitStatus.NO
        : ExitStatus.DONE;
  }

  private void print(String file, Inspector.Inspection inspection, List<Explanation> explanations) {
    Iterator<Explanation> next = explanations.iterator();
    for (Event event : inspection.events()) {
      terminal.out().println(file + ": " + terminal.strong(EventText.headline(event)));
      terminal.out().println(next.next().toString().stripTrailing());
      terminal.out().println();
    }
    for (Inspector.Rejected record : inspection.rejected()) {
      terminal.error(file + ": " + record.fault().text());
    }
  }
}

package dev.eventprocessor.cli;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Explanation;
import dev.eventprocessor.spi.Applications;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code explain}: which processor would run, and why each other would not. */
@Command(
    name = "explain",
    description = "Says for each event which processor would run, and why each other would not.",
    footer = {
      "",
      "Examples:",
      "  event-processor explain --module com.example.Alarms --class-path alarms.jar alarm.json",
      "",
      "No processor runs; the application's preparing steps do.",
      "",
      "Exit status: 0 each event has a processor, 1 one has none, 2 something cannot be used."
    })
final class ExplainCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private ModuleOptions application = new ModuleOptions();
  @Mixin private PayloadOptions options = new PayloadOptions();
  @Mixin private Sources sources = new Sources();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    EventProcessor processor = Applications.build(application.load());
    Inspector inspector = new Inspector();
    int status = ExitStatus.DONE;
    for (Sources.Source source : sources.all(terminal)) {
      try {
        Inspector.Inspection inspection = inspector.inspect(options.payload(source.bytes()));
        for (Inspector.Rejected record : inspection.rejected()) {
          terminal.error(source.name() + ": " + record.fault().text());
          status = ExitStatus.ERROR;
        }
        for (Event event : inspection.events()) {
          status = Math.max(status, explain(source.name(), event, processor));
        }
      } catch (RuntimeException wrong) {
        terminal.error(source.name() + ": " + Fault.of(wrong).text());
        status = ExitStatus.ERROR;
      }
    }
    return status;
  }

  private int explain(String file, Event event, EventProcessor processor) {
    Explanation explanation = processor.explain(event);
    terminal.out().println(file + ": " + terminal.strong(EventText.headline(event)));
    terminal.out().println(explanation.toString().stripTrailing());
    terminal.out().println();
    return explanation.runs().isEmpty() ? ExitStatus.NO : ExitStatus.DONE;
  }
}

package dev.eventprocessor.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.eventprocessor.Event;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.spi.Applications;
import dev.eventprocessor.spi.Failures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
      "",
      "The processors run with their real dependencies. Their events pass the adapter of the cloud",
      "as they would there: a batch is a batch, and what fails is handed back.",
      "",
      "Exit status: 0 all was done, 1 something failed, 2 something cannot be used."
    })
final class RunCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final List<Dispatched> dispatched = new ArrayList<>();

  @Mixin private ModuleOptions application = new ModuleOptions();
  @Mixin private PayloadOptions options = new PayloadOptions();
  @Mixin private Sources sources = new Sources();

  @Option(
      names = "--json",
      description = "One line of JSON for each file; what processors print goes to standard error.")
  private boolean json;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private record Dispatched(Event event, String processor) {}

  @Override
  public Integer call() {
    ProcessorModule module = application.load();
    Applications.build(module).close(); // Its faults, in its own name.
    ProcessorModule observed =
        processors -> {
          module.register(processors);
          processors.listener((event, name) -> dispatched.add(new Dispatched(event, name)));
        };
    Clouds clouds = new Clouds(observed);
    if (json) {
      System.setOut(terminal.err());
    }
    int status = ExitStatus.DONE;
    for (Sources.Source source : sources.all(terminal)) {
      status = Math.max(status, run(source, clouds));
    }
    return status;
  }

  private int run(Sources.Source source, Clouds clouds) {
    dispatched.clear();
    try {
      Payload payload = options.payload(source.bytes());
      Answer answer = clouds.senderOf(payload).deliver(payload);
      print(source.name(), answer);
      return answer.fate() == Answer.Fate.SETTLED ? ExitStatus.DONE : ExitStatus.NO;
    } catch (RuntimeException wrong) {
      terminal.error(source.name() + ": " + Fault.of(wrong).text());
      return ExitStatus.ERROR;
    }
  }

  private void print(String file, Answer answer) {
    if (json) {
      printJson(file, answer);
    } else {
      terminal.out().println(file + ": " + EventText.counted(dispatched.size(), "run"));
      for (Dispatched each : dispatched) {
        String headline = EventText.headline(each.event());
        terminal.out().println("  " + headline + " -> " + terminal.strong(each.processor()));
      }
      terminal.out().println(sentence(answer));
    }
    if (!answer.log().isEmpty()) {
      terminal.out().flush();
      terminal.err().println(answer.log().stripTrailing());
    }
    if (answer.failure() != null) {
      terminal.error(Failures.describe(answer.failure()));
    }
  }

  private static String sentence(Answer answer) {
    if (answer.failure() != null) {
      return answer.wording() + ": " + answer.failure().getClass().getName();
    }
    return answer.wording()
        + (answer.value() == null ? "." : ": " + EventJson.text(answer.value()));
  }

  private void printJson(String file, Answer answer) {
    try (JsonGenerator line = EventJson.generator(terminal.out())) {
      line.writeStartObject();
      line.writeStringField("id", file);
      line.writeArrayFieldStart("runs");
      for (Dispatched each : dispatched) {
        line.writeStartObject();
        line.writeFieldName("event");
        EventJson.write(line, each.event().get("id"));
        line.writeFieldName("trigger");
        EventJson.write(line, each.event().get("trigger"));
        line.writeStringField("processor", each.processor());
        line.writeEndObject();
      }
      line.writeEndArray();
      if (answer.failure() == null) {
        line.writeFieldName("answer");
        EventJson.write(line, answer.value());
      } else {
        EventJson.writeFault(line, Fault.of(answer.failure()));
      }
      line.writeEndObject();
      line.writeRaw('\n');
    } catch (IOException e) {
      throw new IllegalStateException("A print stream does not fail", e);
    }
  }
}

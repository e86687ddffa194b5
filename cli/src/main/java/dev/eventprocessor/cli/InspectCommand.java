package dev.eventprocessor.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code inspect}: the portable events in a payload. */
@Command(
    name = "inspect",
    description = "Shows the portable events in a payload.",
    footer = {
      "",
      "Examples:",
      "  event-processor inspect sqs.json",
      "  event-processor inspect --json sqs.json | jq .events[0].data",
      "  event-processor inspect --cloud gcp request.http",
      "  event-processor inspect --cloud azure --binding message=servicebus:orders call.json",
      "  event-processor inspect --jsonl < cases.jsonl",
      "",
      "A case of --jsonl is {\"id\": ..., \"cloud\": ..., \"form\": ..., \"binding\": ..., \"payload\": ...},",
      "its answer {\"id\": ..., \"events\": [...]} or {\"id\": ..., \"error\": {\"id\": ..., \"message\": ...}}.",
      "",
      "Exit status: 0 all was read, 2 something was not."
    })
final class InspectCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Inspector inspector = new Inspector();

  @Mixin private PayloadOptions options = new PayloadOptions();
  @Mixin private Sources sources = new Sources();

  @Option(
      names = "--json",
      description =
          "One line of JSON for each file, as --jsonl answers; bytes are {\"$bytes\": BASE64}.")
  private boolean json;

  @Option(names = "--jsonl", description = "Reads one case a line and answers one line a case.")
  private boolean jsonl;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (jsonl) {
      sources.answer(terminal, this::answer);
      return ExitStatus.DONE;
    }
    return json
        ? sources.eachAsJson(terminal, this::inspect)
        : sources.each(terminal, this::inspect);
  }

  private void answer(Members testCase, JsonGenerator answer) throws IOException {
    write(answer, inspector.inspect(options.payload(testCase)));
  }

  private int inspect(Sources.Source source) {
    Inspector.Inspection inspection = inspector.inspect(options.payload(source.bytes()));
    if (json) {
      EventJson.print(terminal.out(), source.name(), line -> write(line, inspection));
    } else {
      new EventText(terminal).print(source.name(), inspection);
    }
    return inspection.rejected().isEmpty() ? ExitStatus.DONE : ExitStatus.ERROR;
  }

  private static void write(JsonGenerator json, Inspector.Inspection inspection)
      throws IOException {
    EventJson.writeInspection(
        json, "events", inspection, (list, event) -> EventJson.write(list, event.asMap()));
  }
}

package dev.eventprocessor.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventPattern;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code match}: an EventBridge pattern against events. */
@Command(
    name = "match",
    description = "Says whether an Amazon EventBridge event pattern accepts events.",
    footer = {
      "",
      "Examples:",
      "  event-processor match --pattern '{\"source\": [\"aws.s3\"]}' event.json",
      "  event-processor match --pattern rule.json --quiet event.json && echo yes",
      "  event-processor match --pattern '{\"kind\": [\"object\"]}' --portable sqs.json",
      "  event-processor match --pattern rule.json --invalid",
      "  event-processor match --jsonl < cases.jsonl",
      "",
      "A case of --jsonl is {\"id\": ..., \"pattern\": ..., \"event\": ...}, where either may be a text",
      "that holds JSON; its answer {\"id\": ..., \"matches\": true|false}, {\"id\": ..., \"invalid\": REASON}",
      "or {\"id\": ..., \"error\": {...}}.",
      "",
      "Exit status: 0 an event matches, 1 none does, 2 the pattern or an event cannot be used."
    })
final class MatchCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Patterns patterns = new Patterns();

  @Mixin private Sources sources = new Sources();
  @Mixin private PayloadOptions options = new PayloadOptions();

  @Option(
      names = "--pattern",
      paramLabel = "FILE|TEXT",
      description = "The pattern: JSON, or the name of a file that holds it.")
  private @Nullable String pattern;

  @Option(
      names = "--portable",
      description = "The files are clouds' payloads: their portable events are matched.")
  private boolean portable;

  @Option(
      names = "--invalid",
      description = "Only reads the pattern, and says why it is none where it is none.")
  private boolean invalid;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints nothing; the exit status says it.")
  private boolean quiet;

  @Option(names = "--jsonl", description = "Reads one case a line and answers one line a case.")
  private boolean jsonl;

  MatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (jsonl) {
      sources.answer(terminal, this::answer);
      return ExitStatus.DONE;
    }
    Patterns.Reading reading = patterns.read(patternText());
    if (invalid) {
      String reason = reading.invalid();
      terminal.out().println(reason == null ? "The pattern is valid." : reason);
      return reason == null ? ExitStatus.DONE : ExitStatus.ERROR;
    }
    if (reading.pattern() == null) {
      throw new InputException("The pattern is invalid. " + reading.invalid());
    }
    return match(reading.pattern());
  }

  private int match(EventPattern read) {
    boolean any = false;
    boolean failed = false;
    for (Sources.Source source : sources.all(terminal)) {
      try {
        boolean matches = matches(read, source.bytes());
        any |= matches;
        if (!quiet) {
          String verdict = matches ? terminal.strong("matches") : "does not match";
          terminal.out().println(source.name() + ": " + verdict);
        }
      } catch (RuntimeException wrong) {
        terminal.error(source.name() + ": " + Fault.of(wrong).text());
        failed = true;
      }
    }
    return failed ? ExitStatus.ERROR : any ? ExitStatus.DONE : ExitStatus.NO;
  }

  private boolean matches(EventPattern read, byte[] bytes) {
    for (Event event : events(bytes)) {
      if (read.matches(event)) {
        return true;
      }
    }
    return false;
  }

  private List<Event> events(byte[] bytes) {
    return portable
        ? new Inspector().inspect(options.payload(bytes)).events()
        : List.of(event(bytes));
  }

  @SuppressWarnings("unchecked") // JSON has no other keys than text.
  private static Event event(byte[] json) {
    if (Json.read(json) instanceof Map<?, ?> values) {
      return Event.of((Map<String, ?>) values);
    }
    throw new InputException("The event is no JSON object.");
  }

  private void answer(Members testCase, JsonGenerator answer) throws IOException {
    byte @Nullable [] text = testCase.content("pattern");
    byte @Nullable [] event = testCase.content("event");
    if (text == null) {
      throw new InputException("The case has no \"pattern\".");
    }
    Patterns.Reading reading = patterns.read(new String(text, StandardCharsets.UTF_8));
    if (reading.pattern() == null) {
      answer.writeStringField("invalid", String.valueOf(reading.invalid()));
    } else if (event == null) {
      throw new InputException("The case has no \"event\".");
    } else {
      answer.writeBooleanField("matches", reading.pattern().matches(event(event)));
    }
  }

  private String patternText() {
    if (pattern == null) {
      throw new InputException("There is no pattern. Say --pattern FILE or --pattern TEXT.");
    }
    boolean isText = pattern.stripLeading().startsWith("{") || pattern.isBlank();
    return isText
        ? pattern
        : new String(new Sources.Source(pattern, terminal).bytes(), StandardCharsets.UTF_8);
  }
}

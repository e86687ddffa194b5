package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.fakes.aws.FakeContext;
import dev.eventprocessor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A deployed function of the tests: payload in, events and answer out. */
final class Function {

  final FakeContext context = new FakeContext();
  private final RecordingModule module = new RecordingModule();
  private final LambdaEntrypoint entrypoint = new LambdaEntrypoint(module) {};

  /** Invokes it with a payload as it is, and gives what was answered as text. */
  String answer(byte[] payload) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    entrypoint.handleRequest(new ByteArrayInputStream(payload), answer, context);
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** Invokes it with JSON. */
  String answer(String json) throws IOException {
    return answer(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The events that the application got, all invocations together. */
  List<Event> events() {
    return module.events;
  }

  /** The only event that the application got of a payload. */
  Event event(String json) throws IOException {
    answer(json);
    assertEquals(1, events().size());
    return events().get(0);
  }

  /** The event holds the values at the paths; what else it holds is another test's matter. */
  static void assertHolds(Map<String, ?> expected, Event event) {
    expected.forEach(
        (path, value) -> {
          assertTrue(event.has(path), path + " is absent");
          assertEquals(value, event.get(path), path);
        });
  }

  /** What the provider sent stands under raw, every value of it. */
  static void assertRaw(String json, Event event) {
    assertEquals(Json.read(json), event.get("raw"));
  }
}

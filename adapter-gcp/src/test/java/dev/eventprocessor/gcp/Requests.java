package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.Event;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A function for HTTP that is sent requests, and the events that its application got. */
final class Requests {

  private final RecordingModule module = new RecordingModule();
  private final HttpEntrypoint entrypoint = of(module);

  static HttpEntrypoint of(ProcessorModule module) {
    return new HttpEntrypoint(module) {};
  }

  FakeHttpResponse send(FakeHttpRequest request) {
    return send(entrypoint, request);
  }

  static FakeHttpResponse send(HttpEntrypoint entrypoint, FakeHttpRequest request) {
    FakeHttpResponse answer = new FakeHttpResponse();
    try {
      entrypoint.service(request, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer;
  }

  List<Event> events() {
    return module.events;
  }

  Event only() {
    assertEquals(1, module.events.size());
    return module.events.get(0);
  }

  /** The only event of a request that was acknowledged. */
  static Event event(FakeHttpRequest request) {
    Requests requests = new Requests();
    FakeHttpResponse answer = requests.send(request);
    assertEquals(204, answer.status(), answer::text);
    return requests.only();
  }
}

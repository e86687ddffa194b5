package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.Event;
import dev.eventprocessor.ProcessorModule;
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

  FakeHttp.Answer send(FakeHttp request) {
    return send(entrypoint, request);
  }

  static FakeHttp.Answer send(HttpEntrypoint entrypoint, FakeHttp request) {
    try {
      entrypoint.service(request, request.answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return request.answer;
  }

  List<Event> events() {
    return module.events;
  }

  Event only() {
    assertEquals(1, module.events.size());
    return module.events.get(0);
  }

  /** The only event of a request that was acknowledged. */
  static Event event(FakeHttp request) {
    Requests requests = new Requests();
    assertEquals(204, requests.send(request).status, request.answer::text);
    return requests.only();
  }
}

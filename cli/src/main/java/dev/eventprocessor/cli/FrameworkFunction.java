package dev.eventprocessor.cli;

import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import dev.eventprocessor.gcp.HttpEntrypoint;

/**
 * A function on Google Cloud. Everything comes to it as a request, from which the adapter for HTTP
 * reads the same events as the one for CloudEvents.
 */
final class FrameworkFunction implements Cloud {

  private final Entrypoint entrypoint;

  FrameworkFunction(ProcessorModule module) {
    this.entrypoint = new Entrypoint(module);
  }

  @Override
  public Answer deliver(Payload payload) {
    FakeHttpRequest request = GoogleRequests.of(payload);
    FakeHttpResponse response = new FakeHttpResponse();
    try {
      entrypoint.service(request, response);
    } catch (Throwable failure) { // What a streamed body throws after its first byte.
      return Answer.failed("The connection is broken off", failure, "");
    }
    return Answer.response(response.status(), response.getHeaders(), response.body(), "");
  }

  /** The adapter's own, with a module that is named in code. */
  private static final class Entrypoint extends HttpEntrypoint {
    Entrypoint(ProcessorModule module) {
      super(module);
    }
  }
}

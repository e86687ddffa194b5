package dev.eventprocessor.cli;

import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.gcp.HttpEntrypoint;
import java.io.IOException;

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
    HttpReply reply = new HttpReply();
    try {
      entrypoint.service(GoogleRequests.of(payload), reply);
    } catch (IOException e) {
      throw new IllegalStateException("Memory does not fail", e);
    }
    return Answer.response(reply.status(), reply.getHeaders(), reply.body(), "");
  }

  /** The adapter's own, with a module that is named in code. */
  private static final class Entrypoint extends HttpEntrypoint {
    Entrypoint(ProcessorModule module) {
      super(module);
    }
  }
}

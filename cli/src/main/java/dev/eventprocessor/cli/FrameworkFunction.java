package dev.eventprocessor.cli;

import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.gcp.HttpEntrypoint;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    Answer.Fate fate = reply.status() < 300 ? Answer.Fate.SETTLED : Answer.Fate.FAILED;
    return new Answer("The request is answered", value(reply), null, fate, "");
  }

  private static Map<String, @Nullable Object> value(HttpReply reply) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("status", (long) reply.status());
    if (!reply.getHeaders().isEmpty()) {
      value.put("headers", reply.getHeaders());
    }
    if (reply.body().length > 0) {
      value.put("body", textOf(reply.body()));
    }
    return value;
  }

  /** The bytes themselves where they are no text. */
  private static Object textOf(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException binary) {
      return body;
    }
  }

  /** The adapter's own, with a module that is named in code. */
  private static final class Entrypoint extends HttpEntrypoint {
    Entrypoint(ProcessorModule module) {
      super(module);
    }
  }
}

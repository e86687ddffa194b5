package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpResponse;
import dev.eventprocessor.spi.HttpAnswer;
import dev.eventprocessor.spi.HttpExchange;
import java.io.IOException;

/** Sends responses to callers. Stateless. */
final class HttpAnswers {

  private HttpAnswers() {}

  /**
   * Sends it, a streamed body as it comes.
   *
   * @throws IOException when the connection fails
   * @throws RuntimeException what a streamed body's writer throws after its first byte, checked or
   *     not, or what refuses the head: the framework logs it and breaks the connection off
   */
  static void send(HttpExchange exchange, HttpAnswer answer, HttpResponse response)
      throws IOException {
    StreamedBody body = new StreamedBody(answer, response);
    try {
      answer.writeTo(body);
    } catch (Throwable failure) { // Checked exceptions pass through the writer undeclared.
      if (body.hasBegun()) {
        throw failure;
      }
      send(exchange, exchange.failed(failure), response);
      return;
    }
    body.begin();
  }
}

package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpResponse;
import dev.eventprocessor.spi.Failures;
import dev.eventprocessor.spi.HttpAnswer;
import dev.eventprocessor.spi.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends responses to callers; what failed stands in the function's log. Stateless. */
final class HttpAnswers {

  private HttpAnswers() {}

  /**
   * Sends it, a streamed body as it comes.
   *
   * @throws IOException when the connection fails
   * @throws RuntimeException what a streamed body's writer throws after its first byte, checked or
   *     not: the framework logs it and breaks the connection off
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

  /** The status and the headers. */
  static void sendHead(HttpAnswer answer, HttpResponse response) {
    @Nullable Throwable failure = answer.failure();
    if (failure != null) {
      System.err.println(Failures.describe(failure));
    }
    response.setStatusCode(answer.status());
    for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
      for (String value : header.getValue()) {
        if (header.getKey().equals("content-type")) {
          response.setContentType(value);
        } else {
          response.appendHeader(header.getKey(), value);
        }
      }
    }
    for (String cookie : answer.cookies()) {
      response.appendHeader("set-cookie", cookie);
    }
  }
}

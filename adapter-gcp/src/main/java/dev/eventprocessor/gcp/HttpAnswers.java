package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpResponse;
import dev.eventprocessor.spi.Failures;
import dev.eventprocessor.spi.HttpAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends responses to callers; what failed stands in the function's log. Stateless. */
final class HttpAnswers {

  private HttpAnswers() {}

  static void send(HttpAnswer answer, HttpResponse response) throws IOException {
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
    if (answer.hasBody()) {
      response.getOutputStream().write(answer.bytes());
    }
  }
}

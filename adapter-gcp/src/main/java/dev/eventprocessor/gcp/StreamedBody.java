package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpResponse;
import dev.eventprocessor.spi.Failures;
import dev.eventprocessor.spi.HttpAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response's body that takes the head with it: nothing of the response is set before the first
 * byte, so that whoever fails until then can still be answered with what failed. Not thread-safe.
 */
final class StreamedBody extends OutputStream {

  private final HttpAnswer answer;
  private final HttpResponse response;
  private boolean hasBegun;
  private @Nullable OutputStream body;

  StreamedBody(HttpAnswer answer, HttpResponse response) {
    this.answer = answer;
    this.response = response;
  }

  /** Whether it is too late for another answer, which it is from the head's first header on. */
  boolean hasBegun() {
    return hasBegun;
  }

  /** Sends the head, once. */
  OutputStream begin() throws IOException {
    @Nullable OutputStream begun = body;
    if (begun == null) {
      hasBegun = true; // First: an answer whose head fails is followed by none that fails alike.
      sendHead();
      begun = response.getOutputStream();
      body = begun;
    }
    return begun;
  }

  /** The status and the headers; what failed stands in the function's log. */
  private void sendHead() {
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

  @Override
  public void write(int b) throws IOException {
    begin().write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > 0) {
      begin().write(bytes, offset, length);
    }
  }

  @Override
  public void flush() throws IOException {
    begin().flush();
  }

  /** The framework's own matter. */
  @Override
  public void close() {}
}

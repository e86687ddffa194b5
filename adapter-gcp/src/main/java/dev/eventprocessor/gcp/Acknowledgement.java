package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpResponse;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.NoMatchException;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.batch.BatchReport;
import dev.eventprocessor.batch.Outcome;
import dev.eventprocessor.spi.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of events is answered. Senders of events acknowledge by the status: 2xx is done,
 * and everything else is delivered again ("Push subscriptions", Pub/Sub; "HttpRequest", Cloud
 * Tasks; "HTTP target", Cloud Scheduler). Built whole before its first byte is sent. Immutable.
 */
final class Acknowledgement {

  private static final byte[] NOTHING = {};

  private static final String TEXT = "text/plain; charset=utf-8";

  private static final Acknowledgement DONE = new Acknowledgement(204, null, NOTHING, null);

  private final int status;
  private final @Nullable String type;
  private final byte[] body;
  private final @Nullable Duration delay;

  /**
   * All there is to say.
   *
   * @param type the body's media type; null where there is no body
   * @param delay how long the sender should wait before it tries again; null for its own pace
   */
  private Acknowledgement(
      int status, @Nullable String type, byte[] body, @Nullable Duration delay) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.delay = delay;
  }

  /** To the sender of events: the worst that came of one of them. */
  static Acknowledgement of(BatchReport report) {
    Acknowledgement worst = DONE;
    for (int i = 0; i < report.size(); i++) {
      Outcome outcome = report.outcome(i);
      @Nullable Throwable cause = outcome.cause();
      if (cause != null && !outcome.isSettled()) {
        Acknowledgement answer = failed(cause);
        worst = answer.status > worst.status ? answer : worst;
      }
    }
    return worst;
  }

  /**
   * A failure: of the sender where sending the same again cannot help, of the function otherwise.
   * What is the function's matter stands in its log, and not in the answer.
   */
  static Acknowledgement failed(Throwable failure) {
    if (failure instanceof InvalidEventException invalid) {
      return refused(invalid);
    }
    System.err.println(Failures.describe(failure));
    if (failure instanceof NoMatchException) {
      return new Acknowledgement(404, null, NOTHING, null);
    }
    if (failure instanceof RejectException) {
      return new Acknowledgement(422, null, NOTHING, null);
    }
    @Nullable Duration delay = failure instanceof RetryException retry ? retry.delay() : null;
    return new Acknowledgement(delay == null ? 500 : 503, null, NOTHING, delay);
  }

  /**
   * What is wrong with a payload is told to its sender: the message has no value of it. A value
   * that a processor missed, or an answer that is none, is the application's matter.
   */
  private static Acknowledgement refused(InvalidEventException invalid) {
    String message = String.valueOf(invalid.getMessage());
    System.err.println(message);
    if (!invalid.id().text().startsWith("payload-")) {
      return new Acknowledgement(
          invalid.id() == ErrorId.ANSWER_NOT_JSON ? 500 : 400, null, NOTHING, null);
    }
    int status = invalid.id() == ErrorId.PAYLOAD_TOO_LARGE ? 413 : 400;
    return new Acknowledgement(status, TEXT, message.getBytes(StandardCharsets.UTF_8), null);
  }

  void send(HttpResponse response) throws IOException {
    response.setStatusCode(status);
    if (delay != null) {
      response.appendHeader("Retry-After", Long.toString(Math.max(1, delay.toSeconds())));
    }
    if (type != null) {
      response.setContentType(type);
      response.getOutputStream().write(body);
    }
  }
}

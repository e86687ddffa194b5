package dev.eventprocessor.cli;

import dev.eventprocessor.event.Content;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud is answered.
 *
 * @param wording of which it is and what it says, to be read
 * @param value the answer as plain values; null for nothing
 * @param failure why nothing was answered; null where something was
 * @param fate whether the cloud would take the events as done
 * @param log what the function wrote into the cloud's log
 */
record Answer(
    String wording, @Nullable Object value, @Nullable Throwable failure, Fate fate, String log) {

  /** The lowest status of HTTP that tells the caller of an error. */
  static final int FIRST_ERROR = 400;

  /** What becomes of the events. */
  enum Fate {
    /** The cloud forgets them. */
    SETTLED,
    /** Some or all are delivered again, or their failure is told to the caller. */
    FAILED
  }

  /** What the caller of a function gets that answers requests. */
  static Answer response(int status, Map<String, ?> headers, byte[] body, String log) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("status", (long) status);
    if (!headers.isEmpty()) {
      value.put("headers", headers);
    }
    if (body.length > 0) {
      @Nullable String text = Content.utf8(body);
      value.put("body", text == null ? body : text);
    }
    Fate fate = status < FIRST_ERROR ? Fate.SETTLED : Fate.FAILED;
    return new Answer("The request is answered", value, null, fate, log);
  }

  static Answer failed(String wording, Throwable failure, String log) {
    return new Answer(wording, null, failure, Fate.FAILED, log);
  }
}

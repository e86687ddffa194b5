package dev.eventprocessor.runtimes.gcp;

import dev.eventprocessor.runtimes.Payload;
import java.util.List;
import java.util.Map;

/**
 * What the framework answered one request.
 *
 * @param status the HTTP status: 2xx acknowledges an event, anything else has it delivered again
 * @param headers the answer's headers, names in lower case
 * @param body the answer's body
 * @param log the lines that the process printed since the request was sent; with requests side by
 *     side also those of the others
 */
public record FrameworkAnswer(
    int status, Map<String, List<String>> headers, Payload body, List<String> log) {

  /** Whether the event is acknowledged. */
  public boolean isAcknowledged() {
    return status >= 200 && status < 300;
  }
}

package dev.eventprocessor.gcp;

import dev.eventprocessor.Invocation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Google Cloud tells of a call: the instance's environment once, and of each call what stands
 * in its headers ("Runtime environment variables", Cloud Run functions; "Container runtime
 * contract", Cloud Run). Immutable.
 */
final class Invocations {

  private final @Nullable String function;

  /** In milliseconds; 0 where it is not known. */
  private final long timeLimit;

  /**
   * From the environment.
   *
   * @param service {@code K_SERVICE}
   * @param target {@code FUNCTION_TARGET}, where there is no service, as on a developer's machine
   * @param seconds {@code CLOUD_RUN_TIMEOUT_SECONDS}
   */
  Invocations(@Nullable String service, @Nullable String target, @Nullable String seconds) {
    this.function = service == null ? target : service;
    this.timeLimit = milliseconds(seconds);
  }

  static Invocations ofEnvironment() {
    return new Invocations(
        System.getenv("K_SERVICE"),
        System.getenv("FUNCTION_TARGET"),
        System.getenv("CLOUD_RUN_TIMEOUT_SECONDS"));
  }

  /** A call that begins now. */
  Invocation begin(@Nullable String id, @Nullable String trace) {
    @Nullable Instant deadline =
        timeLimit == 0 ? null : Instant.ofEpochMilli(System.currentTimeMillis() + timeLimit);
    return new Invocation(id, function, deadline, trace);
  }

  /** A call that begins now, with what its headers tell. */
  Invocation begin(Headers headers) {
    @Nullable String id = headers.first("function-execution-id");
    @Nullable String trace = headers.first("traceparent");
    return begin(
        id == null ? headers.first("http_function_execution_id") : id,
        trace == null ? headers.first("x-cloud-trace-context") : trace);
  }

  private static long milliseconds(@Nullable String seconds) {
    try {
      return seconds == null ? 0 : Math.max(0, Integer.parseInt(seconds) * 1000L);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

package dev.eventprocessor.runtimes.aws;

import dev.eventprocessor.runtimes.Payload;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of one call of a {@link LambdaFunction}. Ask for {@link #response()} where the call
 * must succeed; where it must fail, for one of the other four kinds.
 */
public sealed interface LambdaAnswer {

  /** The id that the function sees as {@code Context.getAwsRequestId()}. */
  String requestId();

  /**
   * The lines that the process printed during the call; in concurrent mode also those of the calls
   * beside it, and, of an error, perhaps not yet the stack trace.
   */
  List<String> log();

  /** The payload that a caller of the service's Invoke operation gets. */
  Payload payload();

  /** {@link #payload()} as UTF-8 text. */
  default String text() {
    return payload().text();
  }

  /** This answer where it is a response; fails with what happened instead, and the log. */
  default Response response() {
    if (this instanceof Response response) {
      return response;
    }
    throw new IllegalStateException(
        "The function did not respond but answered "
            + getClass().getSimpleName()
            + " "
            + text()
            + ". It printed:\n"
            + String.join("\n", log()));
  }

  /** The function returned: the bytes that it wrote, none if it wrote nothing. */
  record Response(String requestId, Payload payload, List<String> log) implements LambdaAnswer {
    public Response {
      log = List.copyOf(log);
    }
  }

  /** The function threw, could not be loaded, or its response is too large. */
  record FunctionError(String requestId, LambdaError error, List<String> log)
      implements LambdaAnswer {
    public FunctionError {
      log = List.copyOf(log);
    }

    @Override
    public Payload payload() {
      return error.payload();
    }
  }

  /** The function's initialisation failed, or a hook before the checkpoint or after the restore. */
  record InitError(String requestId, LambdaError error, List<String> log) implements LambdaAnswer {
    public InitError {
      log = List.copyOf(log);
    }

    @Override
    public Payload payload() {
      return error.payload();
    }
  }

  /** The process ended without an answer; a signal counts 128 and its number. */
  record Exited(String requestId, int code, List<String> log) implements LambdaAnswer {
    public Exited {
      log = List.copyOf(log);
    }

    @Override
    public Payload payload() {
      String how =
          code == 0 ? "Runtime exited without providing a reason" : "Runtime exited with error: ";
      String status = code == 0 ? "" : "exit status " + code;
      return LambdaError.ofService(
              "Runtime.ExitError", "RequestId: " + requestId + " Error: " + how + status)
          .payload();
    }
  }

  /** The function had not answered at its deadline. */
  record TimedOut(String requestId, Duration timeout, List<String> log) implements LambdaAnswer {
    public TimedOut {
      log = List.copyOf(log);
    }

    @Override
    public Payload payload() {
      String after = String.format(Locale.ROOT, "%.2f seconds", timeout.toMillis() / 1000.0);
      return LambdaError.ofService(
              "Sandbox.Timedout",
              "RequestId: " + requestId + " Error: Task timed out after " + after)
          .payload();
    }
  }
}

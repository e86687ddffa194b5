package dev.eventprocessor.runtimes.azure;

import dev.eventprocessor.runtimes.Payload;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What came of one call of a function. */
public sealed interface FunctionAnswer {

  /**
   * What was printed or logged meanwhile; with calls side by side also what the others printed. Of
   * these lines the host itself shows only {@link #logged()} with the invocation.
   */
  List<String> printed();

  /** What the function logged through its {@code ExecutionContext}. */
  List<String> logged();

  /**
   * The function returned.
   *
   * @param json the returned value as JSON; {@code null} for nothing
   * @param printed as above
   * @param logged as above
   */
  record Success(String json, List<String> printed, List<String> logged)
      implements FunctionAnswer {}

  /**
   * The function returned a response.
   *
   * @param status as the caller gets it
   * @param headers as the function named them
   * @param body empty where there is none
   * @param printed as above
   * @param logged as above
   */
  record Response(
      int status,
      Map<String, String> headers,
      Payload body,
      List<String> printed,
      List<String> logged)
      implements FunctionAnswer {

    /** Keeps a copy. */
    public Response {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * The function threw, or its parameters could not be bound.
   *
   * @param message what the host is told: the innermost cause
   * @param printed as above
   * @param logged as above
   */
  record Failure(String message, List<String> printed, List<String> logged)
      implements FunctionAnswer {}

  /**
   * The worker never answered: an {@code Error} outside the function's method.
   *
   * @param waited how long the host waited
   * @param printed as above
   * @param logged as above
   */
  record NoAnswer(Duration waited, List<String> printed, List<String> logged)
      implements FunctionAnswer {}
}

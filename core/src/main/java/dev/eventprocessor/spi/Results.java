package dev.eventprocessor.spi;

import dev.eventprocessor.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an adapter makes of the results of one event. Stateless. */
public final class Results {

  private static final int MOST_SUPPRESSED = 16;

  private Results() {}

  /**
   * The answer to the event: the first value that a processor returned; null where none did, or
   * none ran.
   *
   * <p>A failure that was captured is thrown here, as it is, the others among its suppressed ones:
   * it let the event's other processors run, but an entry point must not tell its provider that all
   * is well, for then the event is never delivered again.
   */
  public static @Nullable Object answer(List<Result> results) {
    @Nullable Exception failure = null;
    @Nullable Object answer = null;
    for (Result result : results) {
      failure = failure == null ? result.failure() : join(failure, result.failure());
      answer = answer == null ? result.value() : answer;
    }
    if (failure != null) {
      throw Failures.unchecked(failure);
    }
    return answer;
  }

  /**
   * The failure, with the other one among its suppressed ones. One exception object may be thrown
   * for many events; what it carries stays small.
   */
  public static Exception join(Exception failure, @Nullable Exception other) {
    if (other != null && other != failure && failure.getSuppressed().length < MOST_SUPPRESSED) {
      failure.addSuppressed(other);
    }
    return failure;
  }
}

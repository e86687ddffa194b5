package dev.eventprocessor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The call of the cloud's function that an event came in: one invocation may bring many events. An
 * adapter makes it; what its provider does not tell is null. Immutable.
 *
 * @param id the provider's id of this call, to find it in the provider's logs
 * @param function the function's name
 * @param deadline when the provider ends the call, done or not
 * @param trace the trace context as the provider ships it: W3C {@code traceparent}, or {@code
 *     X-Amzn-Trace-Id} on AWS
 */
public record Invocation(
    @Nullable String id,
    @Nullable String function,
    @Nullable Instant deadline,
    @Nullable String trace) {

  /** An invocation of which nothing is known, as when no cloud is in play. */
  public static final Invocation UNKNOWN = new Invocation(null, null, null, null);
}

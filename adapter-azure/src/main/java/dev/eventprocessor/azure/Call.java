package dev.eventprocessor.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.TraceContext;
import dev.eventprocessor.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * What the host says of a call: the invocation, and how often it was tried before where the
 * function has a retry policy. Immutable.
 */
final class Call {

  private final Invocation invocation;
  private final @Nullable Long attempt;

  private Call(Invocation invocation, @Nullable Long attempt) {
    this.invocation = invocation;
    this.attempt = attempt;
  }

  static Call of(ExecutionContext context) {
    return new Call(
        new Invocation(
            context.getInvocationId(), context.getFunctionName(), null, traceparent(context)),
        attempt(context.getRetryContext()));
  }

  Invocation invocation() {
    return invocation;
  }

  /** The function's name. */
  @Nullable String function() {
    return invocation.function();
  }

  /** Counted from 1; null where no retry policy counts. */
  @Nullable Long attempt() {
    return attempt;
  }

  private static @Nullable String traceparent(ExecutionContext context) {
    @Nullable TraceContext trace = context.getTraceContext();
    @Nullable String parent = trace == null ? null : trace.getTraceparent();
    return parent == null || parent.isEmpty() ? null : parent;
  }

  /** The worker always has a retry context; without a policy its limit is 0. */
  private static @Nullable Long attempt(@Nullable RetryContext retry) {
    return retry == null || retry.getMaxretrycount() == 0 ? null : retry.getRetrycount() + 1L;
  }
}

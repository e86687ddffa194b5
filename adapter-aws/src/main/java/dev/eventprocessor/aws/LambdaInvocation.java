package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Invocation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda tells of a call ("AWS Lambda context object in Java", and "Defined runtime
 * environment variables", both AWS Lambda Developer Guide).
 */
final class LambdaInvocation {

  /** Where the runtime puts the trace header when it runs one call at a time. */
  private static final String TRACE = "com.amazonaws.xray.traceHeader";

  private LambdaInvocation() {}

  static Invocation of(Context context) {
    return new Invocation(
        context.getAwsRequestId(), context.getFunctionName(), deadline(context), trace(context));
  }

  /** Unknown where no time is left: Lambda itself ends such a call, and stand-ins say 0. */
  private static @Nullable Instant deadline(Context context) {
    int remaining = context.getRemainingTimeInMillis();
    return remaining <= 0 ? null : Instant.ofEpochMilli(System.currentTimeMillis() + remaining);
  }

  /**
   * The context's own where the runtime is new enough to have one, which alone is right when calls
   * run at the same time; else what the runtime left for the one call that runs.
   */
  private static @Nullable String trace(Context context) {
    @Nullable String trace = null;
    try {
      trace = context.getXrayTraceId();
    } catch (LinkageError older) { // The runtime's context class wins over the one built against.
    }
    if (trace == null && System.getenv("AWS_LAMBDA_MAX_CONCURRENCY") == null) {
      trace = System.getProperty(TRACE);
      trace = trace == null ? System.getenv("_X_AMZN_TRACE_ID") : trace;
    }
    return trace == null || trace.isEmpty() ? null : trace;
  }
}

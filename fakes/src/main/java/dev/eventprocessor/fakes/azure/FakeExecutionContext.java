package dev.eventprocessor.fakes.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.RpcException;
import com.microsoft.azure.functions.TraceContext;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the worker says of an invocation, and what the function logged. Not thread-safe. */
public final class FakeExecutionContext implements ExecutionContext {

  private final String function;
  private final StringBuilder log = new StringBuilder();
  private @Nullable Logger logger;
  private @Nullable TraceContext trace;
  private @Nullable RetryContext retry;

  /** An invocation of a function that is named {@code function}. */
  public FakeExecutionContext() {
    this("function");
  }

  /**
   * An invocation.
   *
   * @param function the function's name
   */
  public FakeExecutionContext(String function) {
    this.function = function;
  }

  /** With a trace; without this the invocation has none. */
  public FakeExecutionContext trace(String traceparent) {
    trace = new Trace(traceparent);
    return this;
  }

  /**
   * Of a function with a retry policy.
   *
   * @param count how often the call was tried again
   * @param most how often the policy has it tried again
   */
  public FakeExecutionContext retry(int count, int most) {
    retry = new Retry(count, most);
    return this;
  }

  /** A line for each message, which begins with its level. */
  public String log() {
    return log.toString();
  }

  @Override
  public Logger getLogger() {
    @Nullable Logger made = logger;
    if (made == null) { // Most calls log nothing, and a logger is slow to make.
      made = Logger.getAnonymousLogger();
      made.setUseParentHandlers(false);
      made.addHandler(new Into(log));
      logger = made;
    }
    return made;
  }

  @Override
  public String getInvocationId() {
    return "00000000-0000-0000-0000-000000000000";
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public @Nullable TraceContext getTraceContext() {
    return trace;
  }

  @Override
  public @Nullable RetryContext getRetryContext() {
    return retry;
  }

  private record Trace(String parent) implements TraceContext {

    @Override
    public String getTraceparent() {
      return parent;
    }

    @Override
    public String getTracestate() {
      return "";
    }

    @Override
    public Map<String, String> getAttributes() {
      return Map.of();
    }
  }

  private record Retry(int count, int most) implements RetryContext {

    @Override
    public int getRetrycount() {
      return count;
    }

    @Override
    public int getMaxretrycount() {
      return most;
    }

    @Override
    public @Nullable RpcException getException() {
      return null;
    }
  }

  private static final class Into extends Handler {
    private final StringBuilder log;

    Into(StringBuilder log) {
      this.log = log;
    }

    @Override
    public void publish(LogRecord record) {
      log.append(record.getLevel()).append(": ").append(record.getMessage()).append('\n');
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

package dev.eventprocessor.azure;

import com.microsoft.azure.functions.ExecutionContext;
import dev.eventprocessor.spi.Failures;
import java.util.function.Consumer;

/**
 * The only log that the host shows with an invocation. Loaded when there is something to tell,
 * which of most invocations there is not.
 */
record HostLog(ExecutionContext context) implements Consumer<String> {

  /** Tells a failure that the host is not told otherwise, or only in part. */
  static void tell(Throwable failure, ExecutionContext context) {
    context.getLogger().severe(Failures.describe(failure));
  }

  /** Takes a line of the trace. */
  @Override
  public void accept(String line) {
    context.getLogger().info(line);
  }
}

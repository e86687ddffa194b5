package dev.eventprocessor.azure;

import com.microsoft.azure.functions.ExecutionContext;
import dev.eventprocessor.spi.Failures;
import java.util.function.Consumer;

/**
 * The log of an invocation: the only one that the host shows with it. Its logger is asked for with
 * the first line, which most invocations never write.
 */
record InvocationLog(ExecutionContext context) implements Consumer<String> {

  /** A line of the trace. */
  @Override
  public void accept(String line) {
    context.getLogger().info(line);
  }

  /** A failure that the host is not told, or only in part. */
  void failure(Throwable failure) {
    context.getLogger().severe(Failures.describe(failure));
  }
}

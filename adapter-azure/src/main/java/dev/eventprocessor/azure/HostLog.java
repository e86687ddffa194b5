package dev.eventprocessor.azure;

import com.microsoft.azure.functions.ExecutionContext;
import dev.eventprocessor.spi.Failures;

/** The only log that the host shows with an invocation. Loaded when something has failed. */
final class HostLog {

  private HostLog() {}

  static void tell(Throwable failure, ExecutionContext context) {
    context.getLogger().severe(Failures.describe(failure));
  }
}

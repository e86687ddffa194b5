package dev.eventprocessor.azure;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the worker tells a function about an invocation, and its log as text. */
final class FakeExecutionContext implements ExecutionContext {

  private final StringBuilder log = new StringBuilder();
  private final Logger logger = Logger.getAnonymousLogger();

  FakeExecutionContext() {
    logger.setUseParentHandlers(false);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            log.append(record.getLevel()).append(": ").append(record.getMessage()).append('\n');
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  String log() {
    return log.toString();
  }

  @Override
  public Logger getLogger() {
    return logger;
  }

  @Override
  public String getInvocationId() {
    return "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
  }

  @Override
  public String getFunctionName() {
    return "recording";
  }
}

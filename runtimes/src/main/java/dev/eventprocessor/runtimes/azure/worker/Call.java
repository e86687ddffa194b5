package dev.eventprocessor.runtimes.azure.worker;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One call: its input, and what the function sees as its {@code ExecutionContext}. */
final class Call implements ExecutionContext {

  private final String id;
  private final String function;
  private final ValueKind kind;
  private final byte[] value;
  private final Map<String, String> metadata;
  private final Logger logger = Logger.getAnonymousLogger();

  Call(
      String id,
      String function,
      ValueKind kind,
      byte[] value,
      Map<String, String> metadata,
      Consumer<String> log) {
    this.id = id;
    this.function = function;
    this.kind = kind;
    this.value = value;
    this.metadata = metadata;
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    logger.addHandler(new ToHost(log));
  }

  @Override
  public Logger getLogger() {
    return logger;
  }

  @Override
  public String getInvocationId() {
    return id;
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  ValueKind kind() {
    return kind;
  }

  byte[] value() {
    return value;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  /** Only what goes through this logger reaches the host with the invocation's id. */
  private static final class ToHost extends Handler {
    private final Consumer<String> log;

    ToHost(Consumer<String> log) {
      this.log = log;
    }

    @Override
    public void publish(LogRecord record) {
      log.accept(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

package dev.eventprocessor.cli;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.azure.FunctionsEntrypoint;
import dev.eventprocessor.spi.Applications;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A function on Azure Functions: one call for each payload, for Event Grid one for each event. */
final class WorkerFunction implements Cloud {

  private final EventProcessor processor;

  WorkerFunction(ProcessorModule module) {
    this.processor = Applications.build(module);
  }

  @Override
  public Answer deliver(Payload payload) {
    Call call = new Call();
    @Nullable HttpResponseMessage response = null;
    try {
      for (HostCall each : AzureCalls.of(payload)) {
        if (each instanceof HostCall.Request request) {
          response = FunctionsEntrypoint.answer(processor, request.request(), call);
        } else if (each instanceof HostCall.Message message) {
          FunctionsEntrypoint.run(processor, message.binding(), call);
        }
      }
    } catch (InputException e) {
      throw e;
    } catch (Throwable failure) { // Whatever it is, the worker reports it.
      return Answer.failed("The host is told that the call failed", failure, call.log());
    }
    if (response instanceof WorkerResponse given) {
      return Answer.response(given.getStatusCode(), given.headers(), given.bytes(), call.log());
    }
    return new Answer(
        "The function returns, and the host takes the call as done",
        null,
        null,
        Answer.Fate.SETTLED,
        call.log());
  }

  /** What the worker says of a call. */
  private static final class Call implements ExecutionContext {

    private final StringBuilder log = new StringBuilder();
    private @Nullable Logger logger;

    String log() {
      return log.toString();
    }

    @Override
    public Logger getLogger() {
      if (logger == null) { // Most calls log nothing, and a logger is slow to make.
        logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.addHandler(new Into(log));
      }
      return logger;
    }

    @Override
    public String getInvocationId() {
      return "00000000-0000-0000-0000-000000000000";
    }

    @Override
    public String getFunctionName() {
      return "event-processor";
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

package dev.eventprocessor.cli;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.azure.FunctionsEntrypoint;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.fakes.azure.FakeHttpResponseMessage;
import dev.eventprocessor.spi.Applications;
import org.jspecify.annotations.Nullable;

/** A function on Azure Functions: one call for each payload, for Event Grid one for each event. */
final class WorkerFunction implements Cloud {

  private final EventProcessor processor;

  WorkerFunction(ProcessorModule module) {
    this.processor = Applications.build(module);
  }

  @Override
  public Answer deliver(Payload payload) {
    FakeExecutionContext call = new FakeExecutionContext("event-processor");
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
    if (response instanceof FakeHttpResponseMessage given) {
      return Answer.response(given.getStatusCode(), given.headers(), given.bytes(), call.log());
    }
    return new Answer(
        "The function returns, and the host takes the call as done",
        null,
        null,
        Answer.Fate.SETTLED,
        call.log());
  }
}

package dev.eventprocessor.examples.alarms.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import dev.eventprocessor.azure.Binding;
import dev.eventprocessor.azure.FunctionsEntrypoint;

/** A function that is written by hand, as any of them could be. */
public final class AlarmFunctions {

  /** Alarms from an Event Grid topic, in either schema. */
  @FunctionName("alarms-eventgrid")
  public void eventGrid(@EventGridTrigger(name = "event") String event, ExecutionContext context) {
    FunctionsEntrypoint.run(Binding.eventGrid(event), context);
  }
}

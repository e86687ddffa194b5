package dev.eventprocessor.runtimes.azure.deployed;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;

/** Its class cannot be initialised. */
public final class BrokenFunctions {

  static final int BROKEN = Integer.parseInt("broken");

  /** Never reached. */
  @FunctionName("broken")
  public void broken(
      @QueueTrigger(name = "message", queueName = "q", connection = "c") String message) {}

  /** The name of two methods. */
  @FunctionName("twice")
  public void twice(
      @QueueTrigger(name = "message", queueName = "q", connection = "c") String message) {}

  /** The name of two methods. */
  public void twice() {}
}

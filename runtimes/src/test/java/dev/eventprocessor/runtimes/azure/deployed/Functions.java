package dev.eventprocessor.runtimes.azure.deployed;

import com.google.gson.Gson;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Functions that show what the worker does to them. */
public final class Functions {

  private static final AtomicInteger INSTANCES = new AtomicInteger();
  private static final CyclicBarrier ALL = new CyclicBarrier(32);

  private final int instance = INSTANCES.incrementAndGet();

  /** Gives its text back. */
  @FunctionName("text")
  public String text(
      @QueueTrigger(name = "message", queueName = "q", connection = "c") String message) {
    return "text " + message;
  }

  /** Says how many bytes it got. */
  @FunctionName("bytes")
  public String bytes(
      @QueueTrigger(name = "message", queueName = "q", connection = "c", dataType = "binary")
          byte[] message) {
    return "bytes " + message.length;
  }

  /** Wants a map, which the worker reads with its own Gson. */
  @FunctionName("map")
  public Map<String, Object> map(
      @QueueTrigger(name = "message", queueName = "q", connection = "c")
          Map<String, Object> message) {
    return message;
  }

  /** Returns nothing. */
  @FunctionName("nothing")
  public void nothing(
      @QueueTrigger(name = "message", queueName = "q", connection = "c") String message) {}

  /** Wants metadata. */
  @FunctionName("metadata")
  public String metadata(
      @QueueTrigger(name = "message", queueName = "q", connection = "c") String message,
      @BindingName("Id") String id,
      @BindingName("DequeueCount") int count) {
    return id + " " + count;
  }

  /** Tells where it runs. */
  @FunctionName("place")
  public String place(
      @QueueTrigger(name = "message", queueName = "q", connection = "c") String message,
      ExecutionContext context) {
    context.getLogger().info("logged by " + context.getFunctionName());
    System.out.println("printed");
    boolean gsonIsTheWorkers = Gson.class.getClassLoader() != Functions.class.getClassLoader();
    boolean loaderIsTheApps =
        Thread.currentThread().getContextClassLoader() == Functions.class.getClassLoader();
    return context.getInvocationId()
        + " instance "
        + instance
        + " setting "
        + System.getenv("SETTING")
        + " home "
        + System.getenv("HOME")
        + (gsonIsTheWorkers ? " Gson of the worker" : " own Gson")
        + (loaderIsTheApps ? " loader of the app" : " another loader");
  }

  /** Fails with an exception inside another. */
  @FunctionName("fails")
  public void fails(
      @QueueTrigger(name = "message", queueName = "q", connection = "c") String message) {
    if (message.isEmpty()) {
      throw new IllegalStateException("outer", new IOException("inner"));
    }
  }

  /** Fails with an error. */
  @FunctionName("breaks")
  public void breaks(
      @QueueTrigger(name = "message", queueName = "q", connection = "c") String message) {
    if (message.isEmpty()) {
      throw new OutOfMemoryError("on purpose");
    }
  }

  /** Returns when 32 calls are in it. */
  @FunctionName("together")
  public void together(
      @QueueTrigger(name = "message", queueName = "q", connection = "c") String message)
      throws Exception {
    ALL.await(30, TimeUnit.SECONDS);
  }
}

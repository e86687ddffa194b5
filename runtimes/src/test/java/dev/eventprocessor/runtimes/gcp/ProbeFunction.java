package dev.eventprocessor.runtimes.gcp;

import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Prints what it gets, and misbehaves when the event's type asks for it. */
public final class ProbeFunction implements CloudEventsFunction {

  private static final AtomicInteger INSTANCES = new AtomicInteger();

  private final CyclicBarrier all = new CyclicBarrier(32);
  private final int instance = INSTANCES.incrementAndGet();

  public ProbeFunction() {
    if (System.getenv("FAIL_AT_START") != null) {
      throw new IllegalStateException("refused to start");
    }
  }

  @Override
  public void accept(CloudEvent event) throws Exception {
    switch (event.getType()) {
      case "throw" -> throw new IllegalStateException("thrown");
      case "error" -> throw new AssertionError("error");
      case "together" -> all.await(30, TimeUnit.SECONDS);
      default -> {}
    }
    byte[] data = event.getData() == null ? new byte[0] : event.getData().toBytes();
    System.out.println(
        "probe "
            + String.join(" ", instance + "", event.getId(), event.getType())
            + " "
            + event.getSource()
            + " "
            + new String(data, StandardCharsets.UTF_8));
  }
}

package dev.eventprocessor.runtimes.aws.deployed;

import dev.eventprocessor.Dependency;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.ProcessorModule;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An application that answers what it is told of the call. */
public final class Probe implements ProcessorModule {

  private static final Dependency<String> CLIENT = Dependency.of("client", Probe::connect);

  private final CountDownLatch missing = new CountDownLatch(4);

  @Override
  public void register(EventProcessor.Builder processors) {
    System.out.println("registers");
    processors.on(Filters.exists("data.client")).with(CLIENT.primed()).run((event, client) -> {});
    processors.on(Filters.exists("data.sleep")).run(event -> Thread.sleep(1500));
    processors
        .otherwise()
        .with(Dependency.INVOCATION)
        .call(
            (event, invocation) -> {
              System.out.println("processes");
              return event.has("data.meet") ? meet(invocation) : told(invocation);
            });
  }

  private static String connect() throws IOException {
    if (System.getenv("NO_NETWORK") != null) {
      throw new IOException("no network");
    }
    System.out.println("connects");
    return "client";
  }

  /** Waits until four calls are here at the same time, so that none can be told of another's. */
  private @Nullable Object meet(Invocation invocation) throws InterruptedException {
    missing.countDown();
    return missing.await(20, TimeUnit.SECONDS) ? told(invocation) : null;
  }

  private static List<String> told(Invocation invocation) {
    return List.of(
        String.valueOf(invocation.id()),
        String.valueOf(invocation.function()),
        String.valueOf(invocation.deadline()),
        String.valueOf(invocation.trace()));
  }
}

package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What threads share of dependencies that they ask for at the same time. */
class DependencyThreadsTest extends LifetimeCase {

  @Test
  void manyThreadsMakeAnApplicationsDependencyOnceForEachParameter() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Dependency<Object> shared =
        Dependency.of(
            "shared",
            () -> {
              calls.incrementAndGet();
              return new Object();
            });
    DependencyFactory<Object> client =
        DependencyFactory.of(
            "client",
            shared,
            (name, inner) -> {
              calls.incrementAndGet();
              return new Object();
            });
    for (int i = 0; i < 4; i++) {
      processors.on(Filters.eq("a", i)).with(client.named("c" + i)).call((event, made) -> made);
    }
    EventProcessor processor = processors.build();
    List<Object> made = in64Threads(i -> value(processor, Event.of(Map.of("a", i % 4))));

    assertEquals(5, calls.get());
    assertEquals(4, made.stream().distinct().count());
  }

  @Test
  void nothingOfAnInvocationIsSeenByAnotherOne() throws Exception {
    Dependency<Object[]> session =
        Dependency.of("session", Dependency.INVOCATION, call -> new Object[] {call.id()})
            .perInvocation();
    Dependency<String> number =
        Dependency.of("number", Dependency.EVENT, event -> event.json("a")).perInvocation();
    processors.on(any()).with(session).with(number).call((event, one, n) -> List.of(one, n));
    EventProcessor processor = processors.build();

    List<Object> sessions =
        in64Threads(
            i -> {
              Object mine = null;
              try (OpenInvocation call =
                  processor.open(new Invocation("call-" + i, null, null, null))) {
                for (int event = 0; event < 50; event++) {
                  int n = i * 1000 + event;
                  List<?> got = (List<?>) call.invoke(Event.of(Map.of("a", n))).get(0).value();
                  assertTrue(mine == null || mine == got.get(0));
                  mine = got.get(0);
                  assertEquals("call-" + i, ((Object[]) mine)[0]);
                  assertEquals("" + n, got.get(1));
                }
              }
              return mine;
            });

    assertEquals(64, sessions.stream().distinct().count());
  }

  @Test
  void eventsOfOneInvocationMayRunAtTheSameTime() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Dependency<Object> session =
        Dependency.of("session", () -> (Object) calls.incrementAndGet()).perInvocation();
    processors.on(any()).with(session).call((event, one) -> one);
    EventProcessor processor = processors.build();

    try (OpenInvocation call = processor.open(CALL)) {
      assertEquals(
          1, in64Threads(i -> call.invoke(ONE).get(0).value()).stream().distinct().count());
    }
    assertEquals(1, calls.get());
  }

  private interface Work {
    Object run(int thread) throws Exception;
  }

  private static List<Object> in64Threads(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      CyclicBarrier start = new CyclicBarrier(64);
      List<Future<Object>> running = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        int thread = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.run(thread);
                }));
      }
      List<Object> results = new ArrayList<>();
      for (Future<Object> one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}

package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.Registration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelBatchTest {

  @Test
  void asManyRecordsAsAskedForRunAtTheSameTime() {
    CyclicBarrier meeting = new CyclicBarrier(3);

    BatchReport report =
        run(3, Order.INDEPENDENT, independent(6), event -> meeting.await(30, TimeUnit.SECONDS));

    assertEquals(6, report.settled());
  }

  @Test
  void noMoreRecordsThanAskedForRunAtTheSameTime() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    run(
        4,
        Order.INDEPENDENT,
        independent(200),
        event -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          LockSupport.parkNanos(1000);
          running.decrementAndGet();
        });

    assertTrue(most.get() <= 4, () -> most + " at the same time");
  }

  @Test
  void noThreadIsMadeUnlessItIsAskedForAndUsed() {
    Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
    Registration.Action note = event -> threads.add(Thread.currentThread());

    run(1, Order.INDEPENDENT, independent(5), note);
    run(8, Order.INDEPENDENT, independent(1), note);
    run(8, Order.ORDERED, List.of(new FakeRecord("1", "g"), new FakeRecord("2", "g")), note);

    assertEquals(Set.of(Thread.currentThread()), threads);
  }

  @Test
  void itsThreadsEndWithTheBatch() throws InterruptedException {
    Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
    CyclicBarrier meeting = new CyclicBarrier(4);

    run(
        4,
        Order.INDEPENDENT,
        independent(4),
        event -> {
          threads.add(Thread.currentThread());
          meeting.await(30, TimeUnit.SECONDS);
        });

    threads.remove(Thread.currentThread());
    assertEquals(3, threads.size());
    for (Thread thread : threads) {
      assertEquals(Thread.State.TERMINATED, thread.getState());
    }
  }

  @Test
  void itsThreadsInheritWhatTheInvocationHandsDown() {
    InheritableThreadLocal<String> trace = new InheritableThreadLocal<>();
    trace.set("trace of this call");
    CyclicBarrier meeting = new CyclicBarrier(2);
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    try {
      run(
          2,
          Order.INDEPENDENT,
          independent(2),
          event -> {
            meeting.await(30, TimeUnit.SECONDS);
            seen.add(trace.get());
          });
    } finally {
      trace.remove();
    }

    assertEquals(List.of("trace of this call", "trace of this call"), seen);
  }

  @Test
  void anErrorOnAnotherThreadIsReported() {
    CyclicBarrier meeting = new CyclicBarrier(3);

    BatchReport report =
        run(
            3,
            Order.INDEPENDENT,
            independent(3),
            event -> {
              meeting.await(30, TimeUnit.SECONDS);
              throw new NoClassDefFoundError("com/example/Missing");
            });

    assertEquals(3, report.handedBack().size());
    for (int i = 0; i < 3; i++) {
      assertInstanceOf(NoClassDefFoundError.class, report.outcome(i).cause());
    }
  }

  @Test
  void interruptedItWaitsForWhatIsUnderWayAndStartsNothingMore() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(2);
    AtomicReference<BatchReport> report = new AtomicReference<>();
    AtomicInteger interruptions = new AtomicInteger();
    Thread caller =
        new Thread(
            () -> {
              report.set(
                  run(
                      2,
                      Order.INDEPENDENT,
                      independent(9),
                      event -> {
                        started.countDown();
                        new CountDownLatch(1).await();
                      }));
              interruptions.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
            });
    caller.start();
    assertTrue(started.await(30, TimeUnit.SECONDS));

    caller.interrupt();
    caller.join();

    assertEquals(1, interruptions.get());
    assertEquals(9, report.get().handedBack().size());
    assertInstanceOf(InterruptedException.class, report.get().outcome(0).cause());
    assertInstanceOf(InterruptedException.class, report.get().outcome(1).cause());
    assertInstanceOf(Outcome.NotRun.class, report.get().outcome(2));
  }

  /**
   * Failures that many threads report at the same moment are easily lost: a plain list that they
   * append to loses some in nearly every batch of this size.
   */
  @Test
  void ofManyFailuresAtTheSameTimeNoneIsLost() {
    IOException broken = new IOException("broken");
    List<FakeRecord> records = independent(5000);
    for (int batch = 0; batch < 60; batch++) {
      BatchReport report =
          run(
              8,
              Order.INDEPENDENT,
              records,
              event -> {
                throw broken;
              });

      assertEquals(records.size(), report.handedBack().size());
      for (BatchReport.HandedBack record : report.handedBack()) {
        assertEquals("r" + record.index(), record.id());
      }
    }
  }

  private static List<FakeRecord> independent(int count) {
    List<FakeRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(new FakeRecord("r" + i, null));
    }
    return records;
  }

  private static BatchReport run(
      int width, Order order, List<FakeRecord> records, Registration.Action action) {
    EventProcessor.Builder processors =
        EventProcessor.builder().batch(BatchSettings.DEFAULT.parallel(width));
    processors.otherwise().run(action);
    return Batch.run(processors.build(), records, order, Invocation.UNKNOWN);
  }
}

package dev.eventprocessor.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the lanes of one batch on several threads, of which the caller's is one.
 *
 * <p>The others are made for the batch and end with it: nothing is kept between invocations that
 * would have to be closed or that a snapshot would hold, and each inherits what its invocation's
 * thread hands down. What takes long enough to be run in parallel takes far longer than a thread's
 * start.
 */
final class Workers implements Runnable {

  private final BatchRun run;
  private final int lanes;
  private final AtomicInteger nextLane = new AtomicInteger();

  private Workers(BatchRun run, int lanes) {
    this.run = run;
    this.lanes = lanes;
  }

  /** Returns when every record has its outcome. */
  static void run(BatchRun run, int lanes, int width) {
    Workers workers = new Workers(run, lanes);
    List<Thread> threads = workers.start(Math.min(width, lanes) - 1);
    workers.run();
    workers.await(threads);
  }

  /** Takes lane after lane while there are any. */
  @Override
  public void run() {
    for (int lane = nextLane.getAndIncrement(); lane < lanes; lane = nextLane.getAndIncrement()) {
      run.lane(lane);
    }
  }

  private List<Thread> start(int helpers) {
    List<Thread> threads = new ArrayList<>(helpers);
    try {
      for (int i = 0; i < helpers; i++) {
        Thread thread = new Thread(this, "event-processor-batch-" + (i + 2));
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
      }
      return threads;
    } catch (Throwable noMoreThreads) { // Those that are there do all the work.
      return threads;
    }
  }

  /** Waits for what is under way even when interrupted: its outcome has to be known. */
  private void await(List<Thread> threads) {
    boolean interrupted = false;
    for (int i = 0; i < threads.size(); ) {
      try {
        threads.get(i).join();
        i++;
      } catch (InterruptedException e) {
        interrupted = true;
        run.stop();
        for (Thread thread : threads) {
          thread.interrupt();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.eventprocessor.batch;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.spi.Failures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A batch with everything about it drawn by chance, and a record of what happened in it. */
final class RandomBatch {

  private enum Plan {
    SUCCEED,
    FAIL,
    ERR,
    RETRY,
    REJECT,
    MISSHAPEN,
    GROUPLESS,
    INTERRUPTED,
    OUT_OF_MEMORY
  }

  private static final List<Plan> PLANS = List.of(Plan.values());

  private final Order order;
  private final int width;
  private final String lot;
  private final List<FakeRecord> records = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<Plan> plans = new ArrayList<>();
  private final List<Boolean> pauses = new ArrayList<>();
  private final AtomicLong time = new AtomicLong(1_000_000);
  private final AtomicIntegerArray starts;
  private final AtomicIntegerArray ends;
  private final ConcurrentLinkedQueue<Integer> startsInOrder = new ConcurrentLinkedQueue<>();
  private final Map<Object, AtomicInteger> running = new ConcurrentHashMap<>();
  private final Set<Integer> parked = ConcurrentHashMap.newKeySet();
  private volatile boolean met;
  private long timeLeft;

  RandomBatch(Random random) {
    this.order = List.of(Order.values()).get(random.nextInt(3));
    this.width = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
    this.lot = List.of("none", "open", "full").get(random.nextInt(3));
    this.timeLeft = random.nextInt(4) == 0 ? random.nextInt(12) : Integer.MAX_VALUE;
    int size = random.nextInt(14);
    int luck = 2 + random.nextInt(10);
    for (int i = 0; i < size; i++) {
      Plan plan =
          random.nextInt(luck) == 0 ? PLANS.get(random.nextInt(PLANS.size())) : Plan.SUCCEED;
      plans.add(plan);
      pauses.add(random.nextInt(4) == 0);
      groups.add(random.nextInt(3) == 0 ? null : "g" + random.nextInt(3));
      records.add(record(i, groups.get(i), plan));
    }
    this.starts = new AtomicIntegerArray(size);
    this.ends = new AtomicIntegerArray(size);
  }

  /** The same without a deadline, and without what stops a batch. */
  RandomBatch withoutEnd() {
    timeLeft = Integer.MAX_VALUE;
    plans.replaceAll(
        plan -> plan == Plan.INTERRUPTED || plan == Plan.OUT_OF_MEMORY ? Plan.ERR : plan);
    return this;
  }

  BatchReport run() {
    EventProcessor.Builder processors =
        EventProcessor.builder()
            .batch(
                new BatchSettings(
                    width, Duration.ZERO, lot.equals("none") ? null : this::park, null));
    processors.otherwise().run(event -> process((Integer) event.get("raw.index")));
    Invocation invocation =
        new Invocation(null, null, Instant.ofEpochMilli(time.get() + timeLeft), null);
    try {
      return Batch.run(processors.build(), records, order, invocation, clock());
    } finally {
      Thread.interrupted();
    }
  }

  int size() {
    return records.size();
  }

  FakeRecord record(int index) {
    return records.get(index);
  }

  boolean isStream() {
    return order == Order.ORDERED;
  }

  /** Records with equal ones have to follow each other. */
  Object groupOf(int index) {
    String group = plans.get(index) == Plan.GROUPLESS ? null : groups.get(index);
    boolean alone = order == Order.INDEPENDENT || (order == Order.GROUPED && group == null);
    return alone ? index : "group " + group;
  }

  int starts(int index) {
    return starts.get(index);
  }

  boolean finished(int index) {
    return ends.get(index) == 1;
  }

  boolean isParked(int index) {
    return parked.contains(index);
  }

  boolean metInAGroup() {
    return met;
  }

  Iterable<Integer> startsInOrder() {
    return startsInOrder;
  }

  /** What has to come of a record that is run. */
  String expected(int index) {
    return switch (plans.get(index)) {
      case SUCCEED -> "Done";
      case GROUPLESS -> order == Order.INDEPENDENT ? "Done" : rejected();
      case REJECT, MISSHAPEN -> rejected();
      default -> "Retry";
    };
  }

  @Override
  public String toString() {
    return order + " by " + width + ", lot " + lot + ", left " + timeLeft + ": " + records + plans;
  }

  private String rejected() {
    return switch (lot) {
      case "none" -> "Rejected";
      case "open" -> "Parked";
      default -> "Retry";
    };
  }

  private FakeRecord record(int index, String group, Plan plan) {
    return new FakeRecord("r" + index, group) {
      @Override
      public String group() {
        return plan == Plan.GROUPLESS ? FakeRecord.groupless(id()).group() : super.group();
      }

      @Override
      public Event event() {
        return plan == Plan.MISSHAPEN
            ? FakeRecord.misshapen(id(), group).event()
            : Event.of(Map.of("raw", raw()));
      }

      @Override
      public Object raw() {
        return Map.of("index", index);
      }
    };
  }

  private void process(int index) throws Exception {
    starts.incrementAndGet(index);
    startsInOrder.add(index);
    AtomicInteger beside = running.computeIfAbsent(groupOf(index), none -> new AtomicInteger());
    met |= beside.incrementAndGet() > 1;
    try {
      if (width > 1 && pauses.get(index)) {
        LockSupport.parkNanos(1000); // For another thread to come in between.
      }
      act(plans.get(index));
      ends.incrementAndGet(index);
    } finally {
      beside.decrementAndGet();
    }
  }

  private static void act(Plan plan) throws Exception {
    switch (plan) {
      case FAIL -> throw new IOException("fails");
      case ERR -> throw new AssertionError("errs");
      case RETRY -> throw new RetryException("later", Duration.ofSeconds(1));
      case REJECT -> throw new RejectException("never");
      case INTERRUPTED -> throw Failures.unchecked(new InterruptedException());
      case OUT_OF_MEMORY -> throw new OutOfMemoryError("full");
      default -> {}
    }
  }

  private void park(Event event, Throwable reason) throws IOException {
    if (lot.equals("full")) {
      throw new IOException("full");
    }
    parked.add((Integer) event.get("raw.index"));
  }

  /** Time goes on by one whenever it is read. */
  private InstantSource clock() {
    return () -> Instant.ofEpochMilli(time.getAndIncrement());
  }
}

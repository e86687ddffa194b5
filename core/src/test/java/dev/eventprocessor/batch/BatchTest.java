package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.NoMatchException;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final List<String> done = new ArrayList<>();
  private final List<String> parked = new ArrayList<>();
  private final Map<String, Throwable> failing = new HashMap<>();
  private BatchSettings settings = BatchSettings.DEFAULT;

  @Test
  void aBatchWithoutFailuresHandsNothingBack() {
    BatchReport report = run(Order.GROUPED, record("1", null), record("2", "g"), record("3", "g"));

    assertEquals(List.of(), report.handedBack());
    assertEquals(3, report.settled());
    assertEquals(List.of("1", "2", "3"), done);
    report.orThrow();
  }

  @Test
  void anEmptyBatchHandsNothingBack() {
    for (Order order : Order.values()) {
      BatchReport report = run(order);

      assertEquals(List.of(), report.handedBack());
      assertEquals(0, report.size());
      report.orThrow();
    }
  }

  @Test
  void whatAProcessorReturnsIsInTheReport() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.otherwise().call(event -> "answer to " + event.text("id"));

    BatchReport report =
        Batch.run(
            processors.build(), List.of(record("1", null)), Order.INDEPENDENT, Invocation.UNKNOWN);

    Outcome.Done outcome = assertInstanceOf(Outcome.Done.class, report.outcome(0));
    assertEquals("answer to 1", outcome.results().get(0).value());
    assertNull(outcome.cause());
  }

  @Test
  void aFailureTouchesNoOtherRecord() {
    failing.put("2", new IOException("broken"));

    BatchReport report =
        run(Order.INDEPENDENT, record("1", "g"), record("2", "g"), record("3", "g"));

    assertEquals(List.of("1", "3"), done);
    assertEquals(List.of("2"), handedBack(report));
    assertEquals(1, report.handedBack().get(0).index());
    assertSame(failing.get("2"), report.outcome(1).cause());
  }

  @Test
  void whatFollowsAFailureInItsGroupIsHandedBackUnread() {
    failing.put("a2", new IOException("broken"));
    FakeRecord unread =
        new FakeRecord("a3", "a") {
          @Override
          public Event event() {
            throw new AssertionError("was read");
          }
        };

    BatchReport report =
        run(
            Order.GROUPED,
            record("a1", "a"),
            record("b1", "b"),
            record("a2", "a"),
            record("b2", "b"),
            unread,
            record("x", null),
            record("a4", "a"));

    assertEquals(List.of("a1", "b1", "b2", "x"), done);
    assertEquals(List.of("a2", "a3", "a4"), handedBack(report));
    assertNotRun(Outcome.Reason.HELD_BACK, report.outcome(4));
    assertNotRun(Outcome.Reason.HELD_BACK, report.outcome(6));
  }

  @Test
  void aStreamIsHandedBackFromItsFirstFailureOn() {
    failing.put("2", new IOException("broken"));

    BatchReport report =
        run(Order.ORDERED, record("1", null), record("2", null), record("3", null));

    assertEquals(List.of("1"), done);
    assertEquals(List.of("2"), handedBack(report));
    assertNotRun(Outcome.Reason.HELD_BACK, report.outcome(2));
  }

  @Test
  void everyPartitionOfAStreamHasItsOwnPosition() {
    failing.put("a1", new IOException("broken"));
    failing.put("b2", new IOException("broken"));

    BatchReport report =
        run(
            Order.ORDERED,
            record("a1", "a"),
            record("b1", "b"),
            record("b2", "b"),
            record("a2", "a"),
            record("c1", "c"),
            record("b3", "b"));

    assertEquals(List.of("b1", "c1"), done);
    assertEquals(List.of("a1", "b2"), handedBack(report));
  }

  @Test
  void anErrorIsTheFailureOfItsRecord() {
    failing.put("1", new StackOverflowError("deep"));
    failing.put("2", new NoClassDefFoundError("com/example/Missing"));

    BatchReport report =
        run(Order.INDEPENDENT, record("1", null), record("2", null), record("3", null));

    assertEquals(List.of("3"), done);
    assertEquals(List.of("1", "2"), handedBack(report));
    assertSame(failing.get("1"), report.outcome(0).cause());
  }

  @Test
  void afterAFailureOfTheJvmNothingMoreIsStarted() {
    failing.put("2", new OutOfMemoryError("full"));

    BatchReport report =
        run(Order.INDEPENDENT, record("1", null), record("2", null), record("3", null));

    assertEquals(List.of("1"), done);
    assertEquals(List.of("2", "3"), handedBack(report));
    assertSame(failing.get("2"), report.outcome(1).cause());
    assertNotRun(Outcome.Reason.STOPPED, report.outcome(2));
  }

  @Test
  void anInterruptedThreadStaysInterruptedAndStartsNothingMore() {
    failing.put("1", new InterruptedException());

    BatchReport report = run(Order.INDEPENDENT, record("1", null), record("2", null));

    assertTrue(Thread.interrupted());
    assertEquals(List.of("1", "2"), handedBack(report));
    assertNotRun(Outcome.Reason.STOPPED, report.outcome(1));
  }

  @Test
  void aRetryCarriesItsDelay() {
    failing.put("1", new RetryException("busy", Duration.ofMinutes(5)));
    failing.put("2", new IOException("away"));

    BatchReport report = run(Order.INDEPENDENT, record("1", null), record("2", null));

    assertEquals(
        Duration.ofMinutes(5), assertInstanceOf(Outcome.Retry.class, report.outcome(0)).delay());
    assertNull(assertInstanceOf(Outcome.Retry.class, report.outcome(1)).delay());
  }

  @Test
  void aDelayIsPassedOnWithTheEvent() {
    List<String> postponed = new ArrayList<>();
    settings = settings.retryDelay((event, delay) -> postponed.add(event.text("id") + " " + delay));
    failing.put("1", new RetryException("busy", Duration.ofSeconds(-1)));
    failing.put("2", new RetryException("busy"));
    failing.put("3", new RetryException("busy", Duration.ofSeconds(9)));

    run(Order.INDEPENDENT, record("1", null), record("2", null), record("3", null));

    assertEquals(List.of("1 PT0S", "3 PT9S"), postponed);
  }

  @Test
  void aDelayThatCannotBePassedOnIsToldBesideTheFailure() {
    IOException refused = new IOException("refused");
    settings =
        settings.retryDelay(
            (event, delay) -> {
              throw refused;
            });
    failing.put("1", new RetryException("busy", Duration.ofSeconds(9)));

    BatchReport report = run(Order.INDEPENDENT, record("1", null), record("2", null));

    BatchException told = assertInstanceOf(BatchException.class, report.outcome(0).cause());
    assertEquals(ErrorId.DELAY_FAILED, told.id());
    assertSame(refused, told.getCause());
    assertSame(failing.get("1"), told.getSuppressed()[0]);
    assertEquals(List.of("2"), done);
  }

  @Test
  void withoutAParkingLotARejectedRecordIsHandedBackAndHoldsItsGroup() {
    failing.put("1", new RejectException("never"));

    BatchReport report = run(Order.GROUPED, record("1", "g"), record("2", "g"));

    assertInstanceOf(Outcome.Rejected.class, report.outcome(0));
    assertEquals(List.of("1", "2"), handedBack(report));
  }

  @Test
  void aParkedRecordIsSettledAndItsGroupGoesOn() {
    settings = settings.parkingLot((event, reason) -> parked.add(event.text("id")));
    failing.put("1", new RejectException("never"));

    for (Order order : Order.values()) {
      BatchReport report = run(order, record("1", "g"), record("2", "g"));

      assertInstanceOf(Outcome.Parked.class, report.outcome(0));
      assertSame(failing.get("1"), report.outcome(0).cause());
      assertEquals(List.of(), report.handedBack());
    }
    assertEquals(List.of("1", "1", "1"), parked);
    assertEquals(List.of("2", "2", "2"), done);
  }

  @Test
  void aRecordThatCannotBeParkedIsHandedBack() {
    IOException full = new IOException("full");
    settings =
        settings.parkingLot(
            (event, reason) -> {
              throw full;
            });
    failing.put("1", new RejectException("never"));

    BatchReport report = run(Order.GROUPED, record("1", "g"), record("2", "g"));

    BatchException told = assertInstanceOf(BatchException.class, report.outcome(0).cause());
    assertEquals(ErrorId.PARKING_FAILED, told.id());
    assertSame(full, told.getCause());
    assertSame(failing.get("1"), told.getSuppressed()[0]);
    assertEquals(List.of("1", "2"), handedBack(report));
  }

  @Test
  void aRecordInTheWrongShapeIsParkedAsItCame() {
    List<Object> raw = new ArrayList<>();
    List<Throwable> reasons = new ArrayList<>();
    settings =
        settings.parkingLot(
            (event, reason) -> {
              raw.add(event.get("raw"));
              assertFalse(event.has("id"));
              reasons.add(reason);
            });

    BatchReport report =
        run(Order.GROUPED, FakeRecord.misshapen("1", "g"), FakeRecord.groupless("2"));

    assertEquals(List.of(Map.of("body", "body of 1"), Map.of("body", "body of 2")), raw);
    assertInstanceOf(InvalidEventException.class, reasons.get(0));
    assertInstanceOf(InvalidEventException.class, reasons.get(1));
    assertEquals(2, report.settled());
  }

  @Test
  void aRecordInTheWrongShapeIsRejectedByItself() {
    BatchReport report =
        run(
            Order.GROUPED,
            FakeRecord.misshapen("1", "g"),
            FakeRecord.groupless("2"),
            record("3", "g"),
            record("4", ""));

    assertInstanceOf(Outcome.Rejected.class, report.outcome(0));
    assertInstanceOf(Outcome.Rejected.class, report.outcome(1));
    assertEquals(List.of("1", "2", "3"), handedBack(report));
    assertEquals(List.of("4"), done);
  }

  @Test
  void aRecordThatNobodyTakesIsRejected() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(Filters.exists("other")).run(event -> {});

    BatchReport report =
        Batch.run(
            processors.build(), List.of(record("1", null)), Order.INDEPENDENT, Invocation.UNKNOWN);

    Outcome.Rejected outcome = assertInstanceOf(Outcome.Rejected.class, report.outcome(0));
    assertInstanceOf(NoMatchException.class, outcome.cause());
  }

  @Test
  void nearTheDeadlineNoFurtherRecordIsStarted() {
    Ticks clock = new Ticks(10);
    settings = settings.margin(Duration.ofMillis(30));

    BatchReport report =
        run(
            clock.until(100),
            clock,
            record("1", null),
            record("2", null),
            record("3", null),
            record("4", null),
            record("5", null),
            record("6", null),
            record("7", null),
            record("8", null));

    assertEquals(List.of("1", "2", "3", "4", "5", "6"), done);
    assertEquals(List.of("7", "8"), handedBack(report));
    assertNotRun(Outcome.Reason.DEADLINE, report.outcome(6));
    assertNotRun(Outcome.Reason.DEADLINE, report.outcome(7));
  }

  @Test
  void aMarginLongerThanTheTimeLeftTakesHalfOfIt() {
    Ticks clock = new Ticks(10);
    settings = settings.margin(Duration.ofHours(1));

    BatchReport report =
        run(clock.until(50), clock, record("1", null), record("2", null), record("3", null));

    assertEquals(List.of("1", "2"), done);
    assertEquals(List.of("3"), handedBack(report));
  }

  @Test
  void afterTheDeadlineNothingIsStarted() {
    Ticks clock = new Ticks(10);

    BatchReport report = run(clock.until(-5), clock, record("1", null));

    assertEquals(List.of(), done);
    BatchException told = assertThrows(BatchException.class, report::orThrow);
    assertEquals(ErrorId.RECORD_NOT_RUN, told.id());
  }

  @Test
  void aDeadlineWithoutEndIsNone() {
    Invocation invocation = new Invocation(null, null, Instant.MAX, null);

    BatchReport report = run(invocation, InstantSource.system(), record("1", null));

    assertEquals(1, report.settled());
  }

  @Test
  void processorsAreGivenTheInvocation() {
    List<String> ids = new ArrayList<>();
    EventProcessor.Builder processors = EventProcessor.builder();
    processors
        .otherwise()
        .with(dev.eventprocessor.Dependency.INVOCATION)
        .run((event, invocation) -> ids.add(invocation.id()));

    Batch.run(
        processors.build(),
        List.of(record("1", null)),
        Order.INDEPENDENT,
        new Invocation("call-7", null, null, null));

    assertEquals(List.of("call-7"), ids);
  }

  @Test
  void aTriggerThatTakesBackWholeBatchesIsToldSo() {
    failing.put("2", new IOException("broken"));
    failing.put("3", new IOException("also broken"));

    BatchReport report =
        run(Order.INDEPENDENT, record("1", null), record("2", null), record("3", null));

    BatchException told = assertThrows(BatchException.class, report::orThrow);
    assertEquals(ErrorId.BATCH_UNDIVIDED, told.id());
    assertSame(failing.get("2"), told.getCause());
  }

  @Test
  void aBatchOfWhichNothingIsSettledFailsWithItsFirstFailure() {
    failing.put("1", new IOException("broken"));
    failing.put("2", new IOException("also broken"));

    BatchReport report = run(Order.INDEPENDENT, record("1", null), record("2", null));

    assertSame(failing.get("1"), assertThrows(IOException.class, report::orThrow));
  }

  private BatchReport run(Order order, FakeRecord... records) {
    return Batch.run(processor(), List.of(records), order, Invocation.UNKNOWN);
  }

  private BatchReport run(Invocation invocation, InstantSource clock, FakeRecord... records) {
    return Batch.run(processor(), List.of(records), Order.INDEPENDENT, invocation, clock);
  }

  private EventProcessor processor() {
    EventProcessor.Builder processors = EventProcessor.builder().batch(settings);
    processors
        .otherwise()
        .run(
            event -> {
              Throwable failure = failing.get(event.text("id"));
              if (failure != null) {
                throw dev.eventprocessor.spi.Failures.unchecked(failure);
              }
              done.add(event.text("id"));
            });
    return processors.build();
  }

  private static void assertNotRun(Outcome.Reason reason, Outcome outcome) {
    assertEquals(reason, assertInstanceOf(Outcome.NotRun.class, outcome).reason());
  }

  private static List<String> handedBack(BatchReport report) {
    return report.handedBack().stream().map(BatchReport.HandedBack::id).toList();
  }

  private static FakeRecord record(String id, String group) {
    return new FakeRecord(id, group);
  }

  /** A clock that goes on by one step whenever it is read. */
  private static final class Ticks implements InstantSource {
    private final long step;
    private long now = 1_000_000;

    Ticks(long step) {
      this.step = step;
    }

    Invocation until(long millis) {
      return new Invocation(null, null, Instant.ofEpochMilli(now + step + millis), null);
    }

    @Override
    public long millis() {
      now += step;
      return now;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis());
    }
  }
}

package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.RetryException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest extends BatchFixture {

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
}

package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.ErrorPolicy;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.InvocationStrategy;
import dev.eventprocessor.NoMatchException;
import dev.eventprocessor.Registration;
import dev.eventprocessor.RejectException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is rejected, what is parked, and what becomes of the group. */
class RejectionTest extends BatchFixture {

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
  void aCapturedFailureIsAFailureOfItsRecord() {
    IOException away = new IOException("away");
    RejectException never = new RejectException("never");

    Outcome retry = both(never, away).outcome(0);
    Outcome rejected = both(never, new RejectException("nor this")).outcome(0);

    assertSame(away, assertInstanceOf(Outcome.Retry.class, retry).cause());
    assertSame(never, assertInstanceOf(Outcome.Rejected.class, rejected).cause());
    assertSame(never, away.getSuppressed()[0]);
    assertEquals("nor this", never.getSuppressed()[0].getMessage());
    assertEquals(List.of("1", "1"), done);
  }

  /** One record, and three processors for it of which two fail. */
  private BatchReport both(Exception first, Exception second) {
    EventProcessor.Builder processors =
        EventProcessor.builder()
            .strategy(InvocationStrategy.ALL_MATCHES)
            .onError(ErrorPolicy.capture());
    processors.on(Filters.exists("id")).named("first").run(failing(first));
    processors.on(Filters.exists("raw")).named("second").run(failing(second));
    processors.on(Filters.any()).named("third").run(event -> done.add(event.text("id")));
    return Batch.run(
        processors.build(), List.of(record("1", null)), Order.INDEPENDENT, Invocation.UNKNOWN);
  }

  private static Registration.Action failing(Exception failure) {
    return event -> {
      throw failure;
    };
  }

  @Test
  void anEventThatTwoAcceptWhereOneHasToIsRejected() {
    EventProcessor.Builder processors =
        EventProcessor.builder().strategy(InvocationStrategy.FAIL_IF_AMBIGUOUS);
    processors.on(Filters.exists("id")).run(event -> {});
    processors.on(Filters.exists("raw")).run(event -> {});

    BatchReport report =
        Batch.run(
            processors.build(), List.of(record("1", null)), Order.INDEPENDENT, Invocation.UNKNOWN);

    assertInstanceOf(Outcome.Rejected.class, report.outcome(0));
  }
}

package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.Dependency;
import dev.eventprocessor.DependencyException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a batch knows of its invocation, and what it does when that comes to its end. */
class DeadlineTest extends BatchFixture {

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
  void theRecordsOfABatchShareWhatIsMadeForTheirInvocation() {
    List<String> log = new ArrayList<>();
    Dependency<AutoCloseable> session =
        Dependency.<AutoCloseable>of(
                "session",
                () -> {
                  log.add("opened");
                  return () -> log.add("closed");
                })
            .perInvocation();
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.otherwise().with(session).run((event, opened) -> log.add(event.text("id")));

    Batch.run(
        processors.build(),
        List.of(record("1", null), record("2", null)),
        Order.INDEPENDENT,
        Invocation.UNKNOWN);

    assertEquals(List.of("opened", "1", "2", "closed"), log);
  }

  @Test
  void whatTheInvocationsEndCouldNotFinishIsHandedBack() {
    Dependency<AutoCloseable> session =
        Dependency.<AutoCloseable>of(
                "session",
                () ->
                    () -> {
                      throw new IOException("not committed");
                    })
            .perInvocation();
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.otherwise().with(session).run((event, opened) -> {});

    BatchReport report =
        Batch.run(
            processors.build(),
            List.of(record("1", null), record("2", null)),
            Order.INDEPENDENT,
            Invocation.UNKNOWN);

    assertInstanceOf(DependencyException.class, report.outcome(0).cause());
    assertEquals(2, report.handedBack().size());
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

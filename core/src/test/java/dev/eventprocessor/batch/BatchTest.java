package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.ErrorPolicy;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.InvocationStrategy;
import dev.eventprocessor.NoMatchException;
import dev.eventprocessor.testing.RandomCases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final List<String> done = new ArrayList<>();
  private final Map<String, Throwable> failing = new HashMap<>();

  @Test
  void aBatchWithoutFailuresReportsNothing() {
    assertEquals(List.of(), run(record("1", null), record("2", "g"), record("3", "g")));
    assertEquals(List.of("1", "2", "3"), done);
  }

  @Test
  void anEmptyBatchReportsNothing() {
    assertEquals(List.of(), run());
  }

  @Test
  void aFailureTouchesNoOtherRecord() {
    failing.put("2", new IOException("broken"));

    List<Batch.Failure> failures = run(record("1", null), record("2", null), record("3", null));

    assertEquals(List.of("1", "3"), done);
    assertEquals(List.of("2"), ids(failures));
    assertSame(failing.get("2"), failures.get(0).cause());
  }

  @Test
  void aFailureThatAPolicyCapturedIsHandedBackWhenAllItsProcessorsHaveRun() {
    IOException broken = new IOException("broken");
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.strategy(InvocationStrategy.ALL_MATCHES).onError(ErrorPolicy.capture());
    processors
        .on(Filters.eq("id", "2"))
        .run(
            event -> {
              throw broken;
            });
    processors.on(Filters.exists("id")).run(event -> done.add(event.text("id")));

    List<Batch.Failure> failures =
        Batch.run(processors.build(), List.of(new Fake("1", null), new Fake("2", null)));

    assertEquals(List.of("1", "2"), done);
    assertEquals(List.of(new Batch.Failure("2", broken)), failures);
  }

  @Test
  void whatFollowsAFailureInItsGroupIsHeldBackAndReportedInOrder() {
    failing.put("a2", new IOException("broken"));

    List<Batch.Failure> failures =
        run(
            record("a1", "a"),
            record("b1", "b"),
            record("a2", "a"),
            record("b2", "b"),
            record("a3", "a"),
            record("x", null),
            record("a4", "a"));

    assertEquals(List.of("a1", "b1", "b2", "x"), done);
    assertEquals(List.of("a2", "a3", "a4"), ids(failures));
    assertSame(failing.get("a2"), failures.get(0).cause());
    assertInstanceOf(HeldBackException.class, failures.get(1).cause());
    assertInstanceOf(HeldBackException.class, failures.get(2).cause());
  }

  @Test
  void recordsThatAreHeldBackAreNotEvenMadeIntoEvents() {
    failing.put("1", new IOException("broken"));
    BatchRecord unread =
        new Fake("2", "g") {
          @Override
          public Event event() {
            throw new AssertionError("was read");
          }
        };

    List<Batch.Failure> failures = run(record("1", "g"), unread);

    assertInstanceOf(HeldBackException.class, failures.get(1).cause());
  }

  @Test
  void anErrorIsTheFailureOfItsRecord() {
    failing.put("1", new StackOverflowError("deep"));

    List<Batch.Failure> failures = run(record("1", null), record("2", null));

    assertEquals(List.of("2"), done);
    assertSame(failing.get("1"), failures.get(0).cause());
  }

  @Test
  void aRecordInTheWrongShapeFailsByItself() {
    InvalidEventException shape = new InvalidEventException(ErrorId.PAYLOAD_WRONG_SHAPE, "no body");
    BatchRecord broken =
        new Fake("1", "g") {
          @Override
          public Event event() {
            throw shape;
          }
        };

    List<Batch.Failure> failures = run(broken, record("2", "g"), record("3", null));

    assertEquals(List.of("1", "2"), ids(failures));
    assertSame(shape, failures.get(0).cause());
    assertEquals(List.of("3"), done);
  }

  @Test
  void aRecordThatCannotTellItsGroupFailsByItself() {
    InvalidEventException shape =
        new InvalidEventException(ErrorId.PAYLOAD_WRONG_SHAPE, "no group");
    BatchRecord broken =
        new Fake("1", "g") {
          @Override
          public String group() {
            throw shape;
          }
        };

    List<Batch.Failure> failures = run(broken, record("2", "g"));

    assertEquals(List.of("1"), ids(failures));
    assertEquals(List.of("2"), done);
  }

  @Test
  void aRecordThatNobodyTakesIsAFailure() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(Filters.exists("other")).run(event -> {});

    List<Batch.Failure> failures = Batch.run(processors.build(), List.of(record("1", null)));

    assertInstanceOf(NoMatchException.class, failures.get(0).cause());
  }

  @Test
  void everyRecordIsDoneOrReportedAndGroupsKeepTheirOrder() {
    RandomCases.check(
        2000,
        random -> {
          done.clear();
          failing.clear();
          List<BatchRecord> records = randomRecords(random);

          List<Batch.Failure> failures = Batch.run(processor(), records);

          assertDoneOrReported(records, failures);
          assertGroupsStopAtTheirFirstFailure(records, failures);
        });
  }

  private List<BatchRecord> randomRecords(Random random) {
    List<BatchRecord> records = new ArrayList<>();
    for (int i = 0; i < random.nextInt(12); i++) {
      String id = "r" + i;
      records.add(record(id, random.nextInt(3) == 0 ? null : "g" + random.nextInt(3)));
      if (random.nextInt(4) == 0) {
        failing.put(id, random.nextBoolean() ? new IOException(id) : new AssertionError(id));
      }
    }
    return records;
  }

  private void assertDoneOrReported(List<BatchRecord> records, List<Batch.Failure> failures) {
    List<String> all = records.stream().map(BatchRecord::id).toList();
    Set<String> both = new LinkedHashSet<>(done);
    both.addAll(ids(failures));
    assertEquals(new HashSet<>(all), both);
    assertEquals(all.size(), done.size() + failures.size());
    assertEquals(all.stream().filter(done::contains).toList(), done);
    assertEquals(all.stream().filter(ids(failures)::contains).toList(), ids(failures));
  }

  private void assertGroupsStopAtTheirFirstFailure(
      List<BatchRecord> records, List<Batch.Failure> failures) {
    Set<String> stopped = new HashSet<>();
    List<String> reported = ids(failures);
    for (BatchRecord record : records) {
      boolean held = record.group() != null && stopped.contains(record.group());
      assertEquals(held || failing.containsKey(record.id()), reported.contains(record.id()));
      if (reported.contains(record.id())) {
        Throwable cause = failures.get(reported.indexOf(record.id())).cause();
        assertEquals(held, cause instanceof HeldBackException);
        assertTrue(held || cause == failing.get(record.id()));
        stopped.add(record.group());
      }
    }
  }

  private List<Batch.Failure> run(BatchRecord... records) {
    return Batch.run(processor(), List.of(records));
  }

  private EventProcessor processor() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors
        .otherwise()
        .run(
            event -> {
              Throwable failure = failing.get(event.text("id"));
              if (failure instanceof Error error) {
                throw error;
              }
              if (failure instanceof Exception exception) {
                throw exception;
              }
              done.add(event.text("id"));
            });
    return processors.build();
  }

  private static List<String> ids(List<Batch.Failure> failures) {
    return failures.stream().map(Batch.Failure::id).toList();
  }

  private static BatchRecord record(String id, String group) {
    return new Fake(id, group);
  }

  private static class Fake implements BatchRecord {
    private final String id;
    private final String group;

    Fake(String id, String group) {
      this.id = id;
      this.group = group;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String group() {
      return group;
    }

    @Override
    public Event event() {
      return Event.of(Map.of("id", id));
    }
  }
}

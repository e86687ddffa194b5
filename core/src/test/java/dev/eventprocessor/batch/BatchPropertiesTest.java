package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What holds of every batch, whatever its records do, whatever their groups, the deadline, the
 * number of threads and the order in which these happen to run.
 */
class BatchPropertiesTest {

  private static final int CASES = 4000;

  @AfterEach
  void clearWhatARandomInterruptLeft() {
    Thread.interrupted();
  }

  @Test
  void noRecordIsBothDoneAndNotProcessedOrProcessedAndNotDone() {
    RandomCases.check(
        CASES,
        random -> {
          RandomBatch batch = new RandomBatch(random);
          BatchReport report = batch.run();

          for (int i = 0; i < batch.size(); i++) {
            boolean done = report.outcome(i) instanceof Outcome.Done;
            assertEquals(batch.finished(i), done, () -> batch.toString());
            assertTrue(batch.starts(i) <= 1, () -> "run twice: " + batch);
          }
        });
  }

  @Test
  void noRecordIsLost() {
    RandomCases.check(
        CASES,
        random -> {
          RandomBatch batch = new RandomBatch(random);
          BatchReport report = batch.run();

          assertEquals(batch.size(), report.size());
          Set<Integer> deliveredAgain = deliveredAgain(batch, report);
          for (int i = 0; i < batch.size(); i++) {
            Outcome outcome = report.outcome(i);
            if (outcome instanceof Outcome.Parked) {
              assertTrue(batch.isParked(i), () -> batch.toString());
            } else if (!(outcome instanceof Outcome.Done)) {
              assertTrue(deliveredAgain.contains(i), "lost " + i + " of " + batch);
            }
          }
        });
  }

  @Test
  void nothingThatIsSettledIsHandedBack() {
    RandomCases.check(
        CASES,
        random -> {
          RandomBatch batch = new RandomBatch(random);
          BatchReport report = batch.run();

          int before = -1;
          for (BatchReport.HandedBack record : report.handedBack()) {
            assertTrue(record.index() > before, () -> "out of order: " + batch);
            before = record.index();
            assertFalse(record.outcome().isSettled());
            assertSame(report.outcome(record.index()), record.outcome());
            assertEquals(batch.record(record.index()).id(), record.id());
          }
        });
  }

  @Test
  void recordsOfOneGroupRunOneAfterTheOtherInOrder() {
    RandomCases.check(
        CASES,
        random -> {
          RandomBatch batch = new RandomBatch(random);
          batch.run();

          assertFalse(batch.metInAGroup(), () -> "two of a group at once: " + batch);
          Map<Object, Integer> last = new HashMap<>();
          for (int started : batch.startsInOrder()) {
            Integer before = last.put(batch.groupOf(started), started);
            assertTrue(before == null || before < started, () -> "out of order: " + batch);
          }
        });
  }

  @Test
  void nothingAfterAnOrderedFailureIsRun() {
    RandomCases.check(
        CASES,
        random -> {
          RandomBatch batch = new RandomBatch(random);
          BatchReport report = batch.run();

          Set<Object> failed = new HashSet<>();
          for (int i = 0; i < batch.size(); i++) {
            if (failed.contains(batch.groupOf(i))) {
              assertEquals(0, batch.starts(i), "run after a failure: " + i + " of " + batch);
              assertFalse(report.outcome(i).isSettled());
            }
            if (!report.outcome(i).isSettled()) {
              failed.add(batch.groupOf(i));
            }
          }
        });
  }

  @Test
  void everyOutcomeIsTheOneThatTheRulesSay() {
    RandomCases.check(
        CASES,
        random -> {
          RandomBatch batch = new RandomBatch(random).withoutEnd();
          BatchReport report = batch.run();

          List<String> expected = new ArrayList<>();
          List<String> found = new ArrayList<>();
          Set<Object> held = new HashSet<>();
          for (int i = 0; i < batch.size(); i++) {
            boolean isHeld = held.contains(batch.groupOf(i));
            String outcome = isHeld ? "HELD_BACK" : batch.expected(i);
            if (!outcome.equals("Done") && !outcome.equals("Parked")) {
              held.add(batch.groupOf(i));
            }
            expected.add(outcome);
            found.add(name(report.outcome(i)));
          }
          assertEquals(expected, found, () -> batch.toString());
        });
  }

  /** What the source delivers again: what is handed back and, in a stream, all that follows it. */
  private static Set<Integer> deliveredAgain(RandomBatch batch, BatchReport report) {
    Set<Integer> again = new HashSet<>();
    for (BatchReport.HandedBack record : report.handedBack()) {
      again.add(record.index());
      for (int i = record.index(); i < batch.size() && batch.isStream(); i++) {
        if (batch.groupOf(i).equals(batch.groupOf(record.index()))) {
          again.add(i);
        }
      }
    }
    return again;
  }

  private static String name(Outcome outcome) {
    return outcome instanceof Outcome.NotRun notRun
        ? notRun.reason().name()
        : outcome.getClass().getSimpleName();
  }
}

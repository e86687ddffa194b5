package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.batch.BatchReport;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.batch.Outcome;
import dev.eventprocessor.spi.Failures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The answer of triggers with partial batch responses: {@code batchItemFailures}.
 *
 * <p>Lambda heeds it only where the event source mapping has {@code ReportBatchItemFailures}. A
 * batch of which nothing succeeded is thrown instead, which needs no setting.
 */
final class BatchAnswer {

  private BatchAnswer() {}

  /**
   * Runs a batch and answers it. Each record is told to Lambda by its identifier, once, however
   * many events it holds.
   *
   * @param records how many records came; fewer items may be left of them, or more
   */
  static Map<String, Object> run(
      EventProcessor processor, List<Item> items, Order order, int records, Context context) {
    BatchReport report = Batch.run(processor, items, order, LambdaInvocation.of(context));
    List<Object> failures = new ArrayList<>(0);
    Set<Object> told = new HashSet<>(0);
    for (BatchReport.HandedBack handedBack : report.handedBack()) {
      Object identifier = items.get(handedBack.index()).identifier();
      if (told.add(identifier)) {
        failures.add(Map.of("itemIdentifier", identifier));
      }
    }
    if (!failures.isEmpty() && (report.settled() == 0 || failures.size() == records)) {
      report.orThrow(); // Lambda itself logs what is thrown.
    }
    log(report, context);
    return Map.of("batchItemFailures", failures);
  }

  /** For triggers without such an answer: throws when anything has to be delivered again. */
  static void whole(BatchReport report, Context context) {
    if (report.settled() > 0) {
      log(report, context);
    }
    report.orThrow();
  }

  /** Every failure as it is, also the parked ones; of those that were not run, their number. */
  static void log(BatchReport report, Context context) {
    int notRun = 0;
    for (int i = 0; i < report.size(); i++) {
      Outcome outcome = report.outcome(i);
      if (outcome instanceof Outcome.NotRun) {
        notRun++;
      } else if (!(outcome instanceof Outcome.Done)) {
        String fate = outcome instanceof Outcome.Parked ? " is parked. " : " failed. ";
        String why = Failures.describe(Objects.requireNonNull(outcome.cause()));
        context.getLogger().log("Record " + report.id(i) + fate + why + "\n");
      }
    }
    if (notRun > 0) {
      context
          .getLogger()
          .log(notRun + " of " + report.size() + " records were not run and are handed back.\n");
    }
  }
}

package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.batch.BatchReport;
import dev.eventprocessor.batch.Outcome;
import dev.eventprocessor.spi.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The answer of triggers with partial batch responses: {@code batchItemFailures}.
 *
 * <p>Lambda heeds it only where the event source mapping has {@code ReportBatchItemFailures}. A
 * batch of which nothing succeeded is thrown instead, which needs no setting.
 */
final class BatchAnswer {

  private BatchAnswer() {}

  /** Each record is known to Lambda by its id. */
  static Map<String, Object> of(BatchReport report, Context context) {
    List<BatchReport.HandedBack> handedBack = report.handedBack();
    if (report.settled() == 0) {
      report.orThrow(); // Lambda itself logs what is thrown.
    }
    log(report, context);
    List<Object> items = new ArrayList<>(handedBack.size());
    for (BatchReport.HandedBack record : handedBack) {
      items.add(Map.of("itemIdentifier", record.id()));
    }
    return Map.of("batchItemFailures", items);
  }

  /** Every failure as it is, also the parked ones; of those that were not run, their number. */
  private static void log(BatchReport report, Context context) {
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

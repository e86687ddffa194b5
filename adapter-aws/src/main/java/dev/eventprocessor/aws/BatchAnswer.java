package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.spi.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The answer of triggers with partial batch responses: {@code batchItemFailures}.
 *
 * <p>Lambda heeds it only where the event source mapping has {@code ReportBatchItemFailures}. A
 * batch of which nothing succeeded is thrown instead, which needs no setting.
 */
final class BatchAnswer {

  private BatchAnswer() {}

  static Map<String, Object> of(List<Batch.Failure> failures, int size, Context context) {
    boolean nothingSucceeded = !failures.isEmpty() && failures.size() == size;
    List<Object> items = new ArrayList<>(failures.size());
    for (Batch.Failure failure : failures) {
      // Lambda itself logs the one that is thrown.
      if (!nothingSucceeded || !items.isEmpty()) {
        log(failure, context);
      }
      items.add(Map.of("itemIdentifier", failure.id()));
    }
    if (nothingSucceeded) {
      throw Failures.unchecked(failures.get(0).cause());
    }
    return Map.of("batchItemFailures", items);
  }

  private static void log(Batch.Failure failure, Context context) {
    context
        .getLogger()
        .log("Record " + failure.id() + " failed. " + Failures.describe(failure.cause()) + "\n");
  }
}

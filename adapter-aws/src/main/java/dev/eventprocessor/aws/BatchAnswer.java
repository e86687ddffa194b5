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
    if (!failures.isEmpty() && failures.size() == size) {
      throw Failures.unchecked(first(failures));
    }
    List<Object> items = new ArrayList<>(failures.size());
    for (Batch.Failure failure : failures) {
      context
          .getLogger()
          .log("Record " + failure.id() + " failed. " + Failures.describe(failure.cause()) + "\n");
      items.add(Map.of("itemIdentifier", failure.id()));
    }
    return Map.of("batchItemFailures", items);
  }

  /** The first record's failure; the others go along, so that the log shows them all. */
  private static Throwable first(List<Batch.Failure> failures) {
    Throwable first = failures.get(0).cause();
    for (Batch.Failure failure : failures) {
      if (failure.cause() != first) {
        first.addSuppressed(failure.cause());
      }
    }
    return first;
  }
}

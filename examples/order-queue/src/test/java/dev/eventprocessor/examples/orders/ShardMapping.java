package dev.eventprocessor.examples.orders;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.aws.LambdaAnswer;
import dev.eventprocessor.runtimes.aws.LambdaFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the service does between one shard or partition of a stream and a function, with {@code
 * ReportBatchItemFailures}, {@code BisectBatchOnFunctionError} and a limit of retries ("How Lambda
 * processes records from stream and queue-based event sources", and "Configuring partial batch
 * response", AWS Lambda Developer Guide): a batch starts again at the lowest sequence number that
 * the function names; one that fails as a whole is split, which is no retry; what fails too often
 * is given up, and the shard goes on after it.
 */
final class ShardMapping {

  private static final int MAXIMUM_RETRIES = 2;

  private static final String SHIPPED = "shipped ";

  /**
   * A record on its way to the function.
   *
   * @param sequence how the function names it in its answer
   * @param order the number of the order in it, for the tests to read
   * @param json as it stands in Lambda's payload
   */
  record StreamRecord(Object sequence, String order, Map<String, ?> json) {}

  private final LambdaFunction function;
  private final Function<List<StreamRecord>, Map<String, ?>> payload;
  private final List<List<String>> deliveries = new ArrayList<>();
  private final List<String> story = new ArrayList<>();

  ShardMapping(LambdaFunction function, Function<List<StreamRecord>, Map<String, ?>> payload) {
    this.function = function;
    this.payload = payload;
  }

  /** The orders of each call, in the order of the calls. */
  List<List<String>> deliveries() {
    return deliveries;
  }

  /** Which orders were shipped or given up, in the order in which it happened. */
  List<String> story() {
    return story;
  }

  /** Takes records from the shard to the function until they are done or given up. */
  void deliver(List<StreamRecord> batch) throws InterruptedException {
    deliver(batch, 0);
  }

  private void deliver(List<StreamRecord> batch, int retries) throws InterruptedException {
    int done = invoke(batch);
    List<StreamRecord> left = batch.subList(done, batch.size());
    if (left.isEmpty()) {
      return;
    }
    if (done == 0 && left.size() > 1) {
      int half = left.size() / 2;
      deliver(left.subList(0, half), retries);
      deliver(left.subList(half, left.size()), retries);
    } else if (retries == MAXIMUM_RETRIES) {
      left.forEach(record -> story.add("gave up " + record.order()));
    } else {
      deliver(left, retries + 1);
    }
  }

  /** How many records of the batch are done. */
  private int invoke(List<StreamRecord> batch) throws InterruptedException {
    deliveries.add(batch.stream().map(StreamRecord::order).toList());
    LambdaAnswer answer = function.invoke(Json.write(payload.apply(batch)));
    answer.log().stream().filter(line -> line.startsWith(SHIPPED)).forEach(story::add);
    if (!(answer instanceof LambdaAnswer.Response)) {
      return 0;
    }
    int done = batch.size();
    Map<?, ?> response = (Map<?, ?>) Json.read(answer.text());
    for (Object failure : (List<?>) response.get("batchItemFailures")) {
      done = Math.min(done, indexOf(((Map<?, ?>) failure).get("itemIdentifier"), batch));
    }
    return done;
  }

  /** One that the batch does not have fails the whole batch. */
  private static int indexOf(Object sequence, List<StreamRecord> batch) {
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i).sequence().equals(sequence)) {
        return i;
      }
    }
    return 0;
  }
}

package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.batch.BatchReport;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.batch.Outcome;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import dev.eventprocessor.spi.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * S3 Batch Operations: a task about one object, answered with what came of it ("Invoke AWS Lambda
 * function", S3 User Guide). Text that the processor returns stands in the job's report; a rejected
 * task has failed for good, any other failure is tried again.
 */
final class S3BatchSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields job = Fields.of(payload, "S3 Batch event");
    int size = job.requiredSize("tasks");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("invocationSchemaVersion", job.requiredText("invocationSchemaVersion"));
    answer.put("treatMissingKeysAs", "PermanentFailure");
    answer.put("invocationId", job.requiredText("invocationId"));
    List<String> ids = new ArrayList<>(size);
    for (int i = 0; i < size; i++) { // Without its id no task can be answered.
      ids.add(job.element("tasks", i).requiredText("taskId"));
    }
    List<Item> items = Item.all(job, "tasks", new Tasks(job));
    BatchReport report =
        Batch.run(processor, items, Order.INDEPENDENT, LambdaInvocation.of(context));
    BatchAnswer.log(report, context);
    List<Object> results = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      results.add(result(ids.get(i), report.outcome(i)));
    }
    answer.put("results", results);
    return answer;
  }

  /** What an exception says is the function's log's, and not the report's. */
  private static Map<String, Object> result(String task, Outcome outcome) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("taskId", task);
    if (outcome instanceof Outcome.Done done) {
      @Nullable Object value = Results.answer(done.results());
      result.put("resultCode", "Succeeded");
      result.put("resultString", value instanceof String text ? text : "");
    } else {
      boolean rejected = outcome instanceof Outcome.Rejected || outcome instanceof Outcome.Parked;
      result.put("resultCode", rejected ? "PermanentFailure" : "TemporaryFailure");
      result.put("resultString", Objects.requireNonNull(outcome.cause()).getClass().getName());
    }
    return result;
  }

  /** The tasks of one payload. */
  private static final class Tasks implements RecordReader {
    private final Fields payload;

    Tasks(Fields payload) {
      this.payload = payload;
    }

    @Override
    public List<Event> events(Fields task, int index, int size) {
      @Nullable String arn = task.text("s3BucketArn");
      @Nullable String name = task.text("s3Bucket");
      String key = HttpText.decode(task.requiredText("s3Key"));
      PortableEvent event =
          PortableEvent.of(Kind.INVOKE, "aws", "aws.s3-batch")
              .put("id", task.text("taskId"))
              .put("source", arn == null ? name : arn)
              .put("subject", key)
              .content(Content.of(task.map()))
              .delivery("index", (long) index)
              .delivery("size", (long) size)
              .detail("object", "bucket", name == null && arn != null ? Arn.name(arn) : name)
              .detail("object", "key", key)
              .detail("object", "version", task.text("s3VersionId"));
      Arn.describe(arn, event);
      event.resource("name", name);
      return List.of(event.build(Alone.of(payload, "tasks", List.of(task.map()))));
    }
  }
}

package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.batch.BatchReport;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.batch.Outcome;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.Failures;
import dev.eventprocessor.spi.Fields;
import dev.eventprocessor.spi.Results;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Amazon Data Firehose and Kinesis Data Analytics, which send records to be transformed and want
 * every one of them back ("Transform source data in Amazon Data Firehose", Firehose Developer
 * Guide; "Preprocessing data using a Lambda function", Kinesis Data Analytics Developer Guide).
 *
 * <p>What a processor returns is the record's new data; a map with {@code result} is the answer for
 * the record itself, for example {@code {"result": "Dropped"}}; where nothing is returned the
 * record stays as it is. A record that fails is answered as failed, so that it is kept beside the
 * others and holds none of them up.
 */
final class FirehoseSource implements LambdaSource {

  private final String trigger;

  FirehoseSource(String trigger) {
    this.trigger = trigger;
  }

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "Firehose event");
    int size = event.requiredSize("records");
    for (int i = 0; i < size; i++) { // Without its id no record can be answered.
      event.element("records", i).requiredText("recordId");
    }
    List<Item> items = Item.all(event, "records", new Records(trigger, event));
    BatchReport report =
        Batch.run(processor, items, Order.INDEPENDENT, LambdaInvocation.of(context));
    BatchAnswer.log(report, context);
    List<Object> answers = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      answers.add(answer(event.element("records", i), report.outcome(i), context));
    }
    return Map.of("records", answers);
  }

  private static Map<String, Object> answer(Fields record, Outcome outcome, Context context) {
    Map<String, Object> answer = begin(record);
    if (record.map().get("lambdaDeliveryRecordMetadata") instanceof Map<?, ?>) {
      answer.put("result", outcome.isSettled() ? "Ok" : "DeliveryFailed");
      return answer;
    }
    String key = record.map().containsKey("kafkaRecordValue") ? "kafkaRecordValue" : "data";
    if (outcome instanceof Outcome.Done done) {
      try {
        put(answer, key, record, Results.answer(done.results()));
      } catch (InvalidEventException unwritable) { // It is this record's failure and no other's.
        context.getLogger().log(Failures.describe(unwritable) + "\n");
        answer = begin(record);
        answer.put("result", "ProcessingFailed");
        putUnchanged(answer, key, record);
      }
    } else {
      answer.put("result", outcome.isSettled() ? "Dropped" : "ProcessingFailed");
      putUnchanged(answer, key, record);
    }
    return answer;
  }

  private static Map<String, Object> begin(Fields record) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("recordId", record.requiredText("recordId"));
    return answer;
  }

  private static void put(
      Map<String, Object> answer, String key, Fields record, @Nullable Object value) {
    if (value instanceof Map<?, ?> map && map.get("result") instanceof String result) {
      answer.put("result", result);
      if (map.get("metadata") instanceof Map<?, ?> metadata) {
        Json.write(metadata); // What is no JSON fails here, and not with the whole answer.
        answer.put("metadata", metadata);
      }
      value = map.get("data");
      if (value == null && !result.equals("Ok")) {
        putUnchanged(answer, key, record);
        return;
      }
    } else {
      answer.put("result", "Ok");
    }
    if (value == null) {
      putUnchanged(answer, key, record);
    } else {
      answer.put(key, Base64.getEncoder().encodeToString(bytes(value)));
    }
  }

  private static void putUnchanged(Map<String, Object> answer, String key, Fields record) {
    @Nullable Object data = record.map().get(key);
    if (data != null) {
      answer.put(key, data);
    }
  }

  private static byte[] bytes(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    return value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.write(value);
  }

  /** The records of one payload. */
  private static final class Records implements RecordReader {
    private final String trigger;
    private final Fields payload;

    Records(String trigger, Fields payload) {
      this.trigger = trigger;
      this.payload = payload;
    }

    @Override
    public List<Event> events(Fields record, int index, int size) {
      @Nullable String arn = arn();
      @Nullable String time = time(record);
      PortableEvent event =
          PortableEvent.of(Kind.STREAM, "aws", trigger)
              .put("id", record.text("recordId"))
              .put("source", arn)
              .put("type", "com.amazonaws." + trigger.substring("aws.".length()) + ".record")
              .put("time", time)
              .content(content(record))
              .delivery("enqueued", time)
              .delivery("index", (long) index)
              .delivery("size", (long) size);
      Arn.describe(arn, event);
      event.resource("region", payload.text("region"));
      describe(record, event);
      return List.of(event.build(Alone.of(payload, "records", List.of(record.map()))));
    }

    private static void describe(Fields record, PortableEvent event) {
      @Nullable Fields kinesis = record.fields("kinesisRecordMetadata");
      if (kinesis != null) {
        event
            .put("partitionkey", kinesis.text("partitionKey"))
            .put("sequence", kinesis.text("sequenceNumber"))
            .detail("stream", "partition", kinesis.text("shardId"));
      }
      @Nullable Fields kafka = record.fields("mskRecordMetadata");
      if (kafka != null) {
        event
            .detail("stream", "partition", kafka.number("partitionId"))
            .detail("stream", "offset", kafka.number("offset"));
      }
    }

    private @Nullable String arn() {
      for (String key :
          List.of(
              "deliveryStreamArn", "sourceMSKArn", "applicationArn", "sourceKinesisStreamArn")) {
        @Nullable String arn = payload.text(key);
        if (arn != null) {
          return arn;
        }
      }
      return null;
    }

    /** Milliseconds; some hand-made events have text. */
    private static @Nullable String time(Fields record) {
      return record.map().get("approximateArrivalTimestamp") instanceof String text
          ? Times.of(text)
          : Times.ofEpochMillis(record.number("approximateArrivalTimestamp"));
    }

    private static @Nullable Content content(Fields record) {
      @Nullable String kafka = record.text("kafkaRecordValue");
      @Nullable String data = kafka == null ? record.text("data") : kafka;
      return data == null ? null : Content.base64(data, null);
    }
  }
}

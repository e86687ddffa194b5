package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Amazon SES and AWS CodeCommit: records that need little normalising ("Invoke Lambda function
 * action", SES Developer Guide; "Example: Create an AWS CodeCommit trigger for an AWS Lambda
 * function", CodeCommit User Guide). What the processor returns is answered, because SES may wait
 * for a {@code disposition}.
 */
final class RecordsSource implements LambdaSource {

  private final String trigger;

  RecordsSource(String trigger) {
    this.trigger = trigger;
  }

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "AWS event");
    int size = event.requiredSize("Records");
    List<Event> events = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Fields record = event.element("Records", i);
      PortableEvent portable =
          PortableEvent.of(Kind.BUS, "aws", trigger)
              .delivery("index", (long) i)
              .delivery("size", (long) size);
      if (trigger.equals("aws.ses")) {
        describeMail(record, portable);
      } else {
        describeCommit(record, portable);
      }
      events.add(portable.build(record.map()));
    }
    return Runs.single(processor, events, context);
  }

  private static void describeMail(Fields record, PortableEvent event) {
    Fields ses = record.requiredFields("ses");
    Fields mail = ses.requiredFields("mail");
    event
        .put("id", mail.text("messageId"))
        .put("source", record.text("eventSource"))
        .put("type", "com.amazonaws.ses.receipt")
        .put("time", Times.of(mail.text("timestamp")))
        .content(Content.of(ses.map()));
  }

  private static void describeCommit(Fields record, PortableEvent event) {
    @Nullable String arn = record.text("eventSourceARN");
    event
        .put("id", record.text("eventId"))
        .put("source", arn)
        .put("type", "com.amazonaws.codecommit." + record.text("eventName"))
        .put("time", Times.of(record.text("eventTime")))
        .content(Content.of(record.requiredFields("codecommit").map()));
    Arn.describe(arn, event);
    event.resource("region", record.text("awsRegion"));
  }
}

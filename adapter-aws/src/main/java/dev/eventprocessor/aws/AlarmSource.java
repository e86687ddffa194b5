package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda action of a CloudWatch alarm ("Invoke a Lambda function from an alarm", CloudWatch
 * User Guide). Its data is {@code alarmData}. An alarm has no id: the alarm and the time of its
 * change name the event.
 */
final class AlarmSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields alarm = Fields.of(payload, "CloudWatch alarm event");
    @Nullable String arn = alarm.text("alarmArn");
    PortableEvent event =
        PortableEvent.of(Kind.LOGS, "aws", "aws.cloudwatch-alarm")
            .derivedId(arn, alarm.text("time"))
            .put("source", alarm.text("source"))
            .put("type", "com.amazonaws.cloudwatch.alarm")
            .put("subject", alarm.requiredFields("alarmData").text("alarmName"))
            .put("time", Times.of(alarm.text("time")))
            .content(Content.of(alarm.requiredFields("alarmData").map()));
    Arn.describe(arn, event);
    event.resource("region", alarm.text("region")).resource("account", alarm.text("accountId"));
    return Runs.single(processor, List.of(event.build(payload)), context);
  }
}

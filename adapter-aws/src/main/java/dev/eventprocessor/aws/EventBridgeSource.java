package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Amazon EventBridge: an event from a bus, or the tick of a scheduled rule or of EventBridge
 * Scheduler ("Events in Amazon EventBridge", EventBridge User Guide). What is thrown makes Lambda
 * try again; what is returned is answered, for callers that wait.
 */
final class EventBridgeSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "EventBridge event");
    return Batch.single(processor, portable(event), LambdaInvocation.of(context));
  }

  private static Event portable(Fields event) {
    String detailType = event.requiredText("detail-type");
    String source = event.requiredText("source");
    boolean tick =
        detailType.equals("Scheduled Event")
            && (source.equals("aws.events") || source.equals("aws.scheduler"));
    PortableEvent portable =
        tick
            ? PortableEvent.of(Kind.SCHEDULE, "aws", "aws.schedule")
            : PortableEvent.of(Kind.BUS, "aws", "aws.eventbridge");
    portable
        .put("id", event.text("id"))
        .put("source", source)
        .put("type", detailType)
        .put("time", event.text("time"))
        .content(detail(event));
    Arn.describe(firstResource(event), portable);
    return portable
        .resource("region", event.text("region"))
        .resource("account", event.text("account"))
        .raw(event.map());
  }

  private static @Nullable String firstResource(Fields event) {
    return event.map().get("resources") instanceof List<?> resources
            && !resources.isEmpty()
            && resources.get(0) instanceof String resource
        ? resource
        : null;
  }

  /** A map, but for EventBridge Scheduler's default, which is the text "{}". */
  private static @Nullable Content detail(Fields event) {
    @Nullable Object detail = event.map().get("detail");
    if (detail instanceof String text) {
      return Content.decode(text, null);
    }
    return detail == null ? null : Content.of(detail);
  }
}

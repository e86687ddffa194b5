package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
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
    return processor.invoke(portable(event)).get(0).value();
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
        .content(detail(event))
        .resource("region", event.text("region"))
        .resource("account", event.text("account"));
    if (event.map().get("resources") instanceof java.util.List<?> resources
        && !resources.isEmpty()
        && resources.get(0) instanceof String arn) {
      portable.resource("id", arn).resource("name", Arn.name(arn));
    }
    return portable.raw(event.map());
  }

  /** A map, but for EventBridge Scheduler's default, which is the text "{}". */
  private static Content detail(Fields event) {
    @Nullable Object detail = event.map().get("detail");
    return detail instanceof String text ? Content.decode(text, null) : Content.of(detail);
  }
}

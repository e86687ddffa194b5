package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
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
    Kind kind = EventBridgeEvent.kind(event);
    PortableEvent portable = PortableEvent.of(kind, "aws", EventBridgeEvent.trigger(kind));
    EventBridgeEvent.describe(event, kind, portable);
    return Runs.single(processor, AwsEnvelopes.MESSAGES.open(portable, payload), context);
  }
}

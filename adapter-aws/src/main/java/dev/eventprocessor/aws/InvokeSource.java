package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import org.jspecify.annotations.Nullable;

/** Whatever no trigger is known by: the payload is the data, the value returned is the answer. */
final class InvokeSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    PortableEvent event =
        PortableEvent.of(Kind.INVOKE, "aws", "aws.direct")
            .content(Content.of(payload))
            .resource("id", context.getInvokedFunctionArn())
            .resource("name", context.getFunctionName());
    return Runs.answer(processor, event.build(payload), context);
  }
}

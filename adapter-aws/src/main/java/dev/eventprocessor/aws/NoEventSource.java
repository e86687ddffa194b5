package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import org.jspecify.annotations.Nullable;

/**
 * S3's test of a new notification configuration ("Event message structure", S3 User Guide): no
 * event, and nothing to answer.
 */
final class NoEventSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    return null;
  }
}

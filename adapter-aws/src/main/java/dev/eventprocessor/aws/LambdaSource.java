package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import org.jspecify.annotations.Nullable;

/** One trigger: how its payload becomes events, and how it is answered. */
interface LambdaSource {

  /**
   * Runs the payload's events.
   *
   * @return what Lambda is answered, as a plain value
   */
  @Nullable Object handle(@Nullable Object payload, EventProcessor processor, Context context);
}

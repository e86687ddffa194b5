package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trigger that is known and needs no normalising: the payload is the data, what the processor
 * returns is the answer.
 *
 * @param kind what its events are
 * @param trigger its name
 * @param id the key at the top that holds the event's id; null where there is none
 */
record PlainSource(Kind kind, String trigger, @Nullable String id) implements LambdaSource {

  PlainSource(Kind kind, String trigger) {
    this(kind, trigger, null);
  }

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    PortableEvent event = PortableEvent.of(kind, "aws", trigger).content(Content.of(payload));
    if (id != null && payload instanceof Map<?, ?> map && map.get(id) instanceof String text) {
      event.put("id", text);
    }
    return Runs.answer(processor, event.build(payload), context);
  }
}

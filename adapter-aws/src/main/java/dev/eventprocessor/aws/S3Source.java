package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amazon S3: notifications sent to the function. Nothing is answered. */
final class S3Source implements LambdaSource, RecordReader {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    if (Markers.isS3Test(payload)) {
      return null;
    }
    Runs.whole(processor, Item.all(Fields.of(payload, "S3 event"), "Records", this), context);
    return null;
  }

  @Override
  public List<Event> events(Fields record, int index, int size) {
    PortableEvent event =
        PortableEvent.of(Kind.OBJECT, "aws", S3Notification.TRIGGER)
            .delivery("index", (long) index)
            .delivery("size", (long) size);
    S3Notification.describe(record, event);
    return List.of(event.build(record.map()));
  }
}

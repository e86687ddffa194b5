package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Amazon DocumentDB change streams: changes in MongoDB's extended JSON, delivered again as a whole
 * when one of them fails ("Using Lambda with Amazon DocumentDB", AWS Lambda Developer Guide;
 * "Change events", MongoDB Manual). The data is the document as it is after the change, where the
 * stream includes it.
 */
final class DocumentDbSource implements LambdaSource {

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields event = Fields.of(payload, "DocumentDB event");
    Runs.whole(processor, Item.all(event, "events", new Changes(event)), context);
    return null;
  }

  /** The changes of one payload. */
  private static final class Changes implements RecordReader {
    private final Fields payload;

    Changes(Fields payload) {
      this.payload = payload;
    }

    @Override
    public List<Event> events(Fields element, int index, int size) {
      Fields change = element.requiredFields("event");
      @Nullable String arn = payload.text("eventSourceArn");
      String operation = change.requiredText("operationType");
      PortableEvent event =
          PortableEvent.of(Kind.CHANGE, "aws", "aws.documentdb")
              .put("id", text(change.fields("_id"), "_data"))
              .put("source", arn)
              .put("type", "com.amazonaws.docdb." + operation)
              .put("time", time(change))
              .delivery("index", (long) index)
              .delivery("size", (long) size);
      Arn.describe(arn, event);
      describe(change, operation, event);
      Object raw = Alone.of(payload, "events", List.of(element.map()));
      return List.of(event.build(raw));
    }

    private static void describe(Fields change, String operation, PortableEvent event) {
      @Nullable Object after = change.map().get("fullDocument");
      @Nullable Fields key = change.fields("documentKey");
      event
          .content(after == null ? null : Content.of(after))
          .detail("change", "op", op(operation))
          .detail("change", "table", text(change.fields("ns"), "coll"))
          .detail("change", "key", key == null ? null : key.map())
          .detail("change", "after", after)
          .resource("name", text(change.fields("ns"), "db"));
    }

    /** Absent for what changes no document: drops, renames, invalidations. */
    private static @Nullable String op(String operation) {
      return switch (operation) {
        case "insert" -> "insert";
        case "update", "replace" -> "modify";
        case "delete" -> "remove";
        default -> null;
      };
    }

    /** {@code {"$timestamp": {"t": seconds, "i": counter}}} */
    private static @Nullable String time(Fields change) {
      @Nullable Fields cluster = change.fields("clusterTime");
      @Nullable Fields timestamp = cluster == null ? null : cluster.fields("$timestamp");
      return timestamp == null ? null : Times.ofEpochSeconds(timestamp.decimal("t"));
    }

    private static @Nullable String text(@Nullable Fields fields, String key) {
      return fields == null ? null : fields.text(key);
    }
  }
}

package dev.eventprocessor.gcp;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Firestore document was created, updated or deleted ({@code DocumentEventData},
 * google-cloudevents). Its {@code data} has plain values in place of typed ones, whichever form it
 * came in; {@code raw} has it as it came.
 */
final class FirestoreSource {

  static final String TYPES = "google.cloud.firestore.document.v1.";

  private static final String DOCUMENTS = "documents/";

  private FirestoreSource() {}

  static PortableEvent event(Received received) {
    Map<String, Object> data = decode(received.content());
    @Nullable Object before = fields(data.get("oldValue"));
    @Nullable Object after = fields(data.get("value"));
    if (before == null && after == null && received.type().contains(".v1.written")) {
      throw FirestoreValues.malformed( // It would pass for a deletion.
          ErrorId.PAYLOAD_WRONG_SHAPE, "there is a document neither before nor after the write");
    }
    PortableEvent event =
        received
            .portable(Kind.CHANGE, "gcp.firestore")
            .content(Content.of(data))
            .put("datacontenttype", received.fields().text("datacontenttype"))
            .resource("region", received.fields().map().get("location"))
            .detail("change", "op", operation(received.type(), before, after))
            .detail("change", "before", before)
            .detail("change", "after", after);
    if (data.get("updateMask") instanceof Map<?, ?> mask) {
      event.detail("change", "fields", mask.get("fieldPaths"));
    }
    describe(received.subject(), event);
    return event;
  }

  /**
   * What a write did, where the type does not say. A type may end in {@code .withAuthContext}.
   *
   * @param type a change's type, of Firestore or of the Realtime Database
   */
  static String operation(String type, @Nullable Object before, @Nullable Object after) {
    if (type.contains(".v1.created")) {
      return "insert";
    }
    if (type.contains(".v1.deleted")) {
      return "remove";
    }
    if (type.contains(".v1.updated") || (before != null && after != null)) {
      return "modify";
    }
    return after == null ? "remove" : "insert";
  }

  private static Map<String, Object> decode(@Nullable Content content) {
    @Nullable Object value = content == null ? null : content.value();
    if (content == null || value == null) {
      return FirestoreJson.decode(Map.of());
    }
    @Nullable String error = content.error();
    if (error != null) {
      throw FirestoreValues.malformed(ErrorId.PAYLOAD_WRONG_SHAPE, "it did not decode: " + error);
    }
    if (value instanceof byte[] bytes) {
      return FirestoreProtobuf.decode(bytes);
    }
    return value instanceof String text // Bytes that nobody declared, and that look like text.
        ? FirestoreProtobuf.decode(text.getBytes(StandardCharsets.UTF_8))
        : FirestoreJson.decode(value);
  }

  private static @Nullable Object fields(@Nullable Object document) {
    return document instanceof Map<?, ?> map ? map.get("fields") : null;
  }

  /** {@code documents/COLLECTION/ID}, and so on for collections inside of documents. */
  private static void describe(@Nullable String subject, PortableEvent event) {
    if (subject == null || !subject.startsWith(DOCUMENTS)) {
      return;
    }
    String path = subject.substring(DOCUMENTS.length());
    int id = path.lastIndexOf('/');
    if (id > 0) {
      Map<String, Object> key = new LinkedHashMap<>(4);
      key.put("id", path.substring(id + 1));
      key.put("path", path);
      event
          .detail("change", "table", path.substring(path.lastIndexOf('/', id - 1) + 1, id))
          .detail("change", "key", key);
    }
  }
}

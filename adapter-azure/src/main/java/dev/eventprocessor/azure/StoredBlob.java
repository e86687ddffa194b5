package dev.eventprocessor.azure;

import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a storage account says of the blob it is about ("Azure Blob Storage as Event
 * Grid source"). Container and name are taken from the subject: the address differs between the
 * store's endpoints.
 */
final class StoredBlob {

  private static final String TYPES = "Microsoft.Storage.";
  private static final String CONTAINERS = "/blobServices/default/containers/";
  private static final String BLOBS = "/blobs/";

  private StoredBlob() {}

  /** Whether the type is one of a blob's, and not of the account's as a whole. */
  static boolean isEvent(@Nullable Object type) {
    return type instanceof String text
        && (text.startsWith("Blob", TYPES.length()) || text.startsWith("Directory", TYPES.length()))
        && text.startsWith(TYPES)
        && !text.endsWith("Completed");
  }

  static void describe(Fields event, PortableEvent portable) {
    Metadata data = Metadata.in(event.map().get("data") instanceof Map<?, ?> map ? map : Map.of());
    @Nullable String url = data.text("url");
    portable
        .put("dataref", url)
        .detail("object", "action", action(event))
        .detail("object", "size", data.number("contentLength"))
        .detail("object", "etag", etag(data))
        .detail("object", "contenttype", data.text("contentType"))
        .detail("object", "sequencer", data.text("sequencer"))
        .detail("object", "url", url);
    place(event.map().get("subject"), portable);
  }

  private static void place(@Nullable Object subject, PortableEvent portable) {
    if (!(subject instanceof String path) || !path.startsWith(CONTAINERS)) {
      return;
    }
    int blobs = path.indexOf(BLOBS, CONTAINERS.length());
    if (blobs >= 0) {
      String key = path.substring(blobs + BLOBS.length());
      portable
          .put("subject", key)
          .detail("object", "bucket", path.substring(CONTAINERS.length(), blobs))
          .detail("object", "key", key);
    }
  }

  private static @Nullable String action(Fields event) {
    @Nullable Object type = event.map().get("eventType");
    String text = String.valueOf(type == null ? event.map().get("type") : type);
    if (text.endsWith("Created")) {
      return "created";
    }
    return text.endsWith("Deleted") ? "deleted" : null;
  }

  /** With and without quotes of its own in it. */
  static @Nullable String etag(Metadata fields) {
    @Nullable String etag = fields.text("eTag");
    return etag != null && etag.length() > 1 && etag.startsWith("\"") && etag.endsWith("\"")
        ? etag.substring(1, etag.length() - 1)
        : etag;
  }
}

package dev.eventprocessor.azure;

import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Azure Blob storage ("Azure Blob storage trigger for Azure Functions"): the content, and the
 * blob's properties as metadata. Whether it was created or changed is not told, and deletes are not
 * sent.
 */
final class BlobSource implements AzureSource {

  @Override
  public PortableEvent event(Bound bound) {
    Metadata metadata = bound.metadata();
    Metadata properties = Metadata.in(metadata.map("Properties"));
    @Nullable String path = path(bound, metadata);
    int slash = path == null ? -1 : path.indexOf('/');
    @Nullable String container = slash < 0 || path == null ? null : path.substring(0, slash);
    @Nullable String key = slash < 0 || path == null ? null : path.substring(slash + 1);
    @Nullable String etag = StoredBlob.etag(properties);
    @Nullable String uri = metadata.text("Uri");
    @Nullable String contentType = properties.text("ContentType");
    @Nullable Long length = properties.number("ContentLength");
    @Nullable String pattern = bound.fact("path");
    return PortableEvent.of(Kind.OBJECT, "azure", "azure.blob")
        .derivedId(uri, etag)
        .put("source", containerOf(uri, key))
        .put("type", "com.microsoft.storage.blob")
        .put("subject", key)
        .put("time", properties.time("LastModified"))
        .put("dataref", uri)
        .content(content(bound, contentType))
        .put("datacontenttype", contentType)
        .attributes(Attributes.of(metadata.map("Metadata")))
        .resource("name", container)
        .detail("object", "bucket", container)
        .detail("object", "key", key)
        .detail("object", "size", length == null ? properties.number("Length") : length)
        .detail("object", "etag", etag)
        .detail("object", "contenttype", contentType)
        .detail("object", "url", uri)
        .detail("object", "pathparams", pattern == null ? null : PathPattern.match(pattern, path));
  }

  @Override
  public boolean mayHoldEvents() {
    return false;
  }

  @Override
  public Order order() {
    return Order.INDEPENDENT;
  }

  /**
   * The container and the blob's name; a client that was bound in place of content has both, too.
   */
  private static @Nullable String path(Bound bound, Metadata metadata) {
    @Nullable String path = metadata.text("BlobTrigger");
    return path == null && bound.value() instanceof Map<?, ?> value && isReference(value)
        ? value.get("ContainerName") + "/" + value.get("BlobName")
        : path;
  }

  private static @Nullable Content content(Bound bound, @Nullable String contentType) {
    return isReference(bound.value()) ? null : Body.content(bound.value(), contentType);
  }

  private static boolean isReference(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && map.get("Connection") instanceof String
        && map.get("ContainerName") instanceof String
        && map.get("BlobName") instanceof String;
  }

  private static @Nullable String containerOf(@Nullable String uri, @Nullable String key) {
    return uri != null && key != null && uri.endsWith("/" + key)
        ? uri.substring(0, uri.length() - key.length() - 1)
        : null;
  }
}

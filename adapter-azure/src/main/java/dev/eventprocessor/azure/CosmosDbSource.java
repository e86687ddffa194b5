package dev.eventprocessor.azure;

import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The change feed of Azure Cosmos DB ("Azure Cosmos DB trigger for Azure Functions 2.x and
 * higher"): documents as they are now. Whether one was created or changed is not told, and deletes
 * are not sent.
 */
final class CosmosDbSource implements AzureSource {

  @Override
  public PortableEvent event(Bound bound) {
    Fields document = Fields.of(bound.value(), "Cosmos DB document");
    Map<String, @Nullable Object> fields = document.map();
    @Nullable String id = Metadata.textOf(fields.get("id"));
    @Nullable String container = bound.fact("container");
    @Nullable String version = Metadata.textOf(fields.get("_lsn"));
    @Nullable String time = time(Metadata.number(fields.get("_ts")));
    return PortableEvent.of(Kind.CHANGE, "azure", "azure.cosmosdb")
        .derivedId(
            bound.fact("database"),
            container,
            Metadata.textOf(fields.get("_rid")),
            version == null ? Metadata.textOf(fields.get("_etag")) : version)
        .put("type", "com.microsoft.cosmosdb.document")
        .put("subject", id)
        .put("time", time)
        .put("sequence", version)
        .content(Content.of(fields))
        .resource("name", container)
        .delivery("attempt", bound.call().attempt())
        .detail("change", "database", bound.fact("database"))
        .detail("change", "table", container)
        .detail("change", "key", id == null ? null : Map.of("id", id))
        .detail("change", "after", fields);
  }

  @Override
  public boolean mayHoldEvents() {
    return false;
  }

  /** One failure ends a call: the host's retry policy runs all of it again. */
  @Override
  public Order order() {
    return Order.ORDERED;
  }

  /** {@code _ts} counts seconds. */
  private static @Nullable String time(@Nullable Long seconds) {
    try {
      return seconds == null ? null : Times.known(Instant.ofEpochSecond(seconds).toString());
    } catch (DateTimeException outOfRange) {
      return null;
    }
  }
}

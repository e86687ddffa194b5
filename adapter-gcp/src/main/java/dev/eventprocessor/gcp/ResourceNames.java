package dev.eventprocessor.gcp;

import dev.eventprocessor.event.PortableEvent;
import org.jspecify.annotations.Nullable;

/**
 * Full resource names, {@code //SERVICE/projects/PROJECT/locations/LOCATION/COLLECTION/NAME}
 * ("Resource names", Google Cloud API design guide).
 */
final class ResourceNames {

  private ResourceNames() {}

  /** Tells what the name says: the id is the name itself, the account is the project. */
  static void describe(@Nullable String source, PortableEvent event) {
    if (source == null) {
      return;
    }
    event.resource("id", source);
    int at = source.startsWith("//") ? source.indexOf("googleapis.com/projects/") : -1;
    if (at < 0 || source.indexOf('/', 2) != at + "googleapis.com".length()) {
      return;
    }
    at += "googleapis.com".length();
    while (at >= 0) {
      int value = source.indexOf('/', at + 1);
      if (value < 0) {
        return;
      }
      int end = source.indexOf('/', value + 1);
      String name = end < 0 ? source.substring(value + 1) : source.substring(value + 1, end);
      put(source.substring(at + 1, value), name, event);
      at = end;
    }
  }

  /** The project {@code _} stands for one that need not be named. */
  private static void put(String collection, String name, PortableEvent event) {
    switch (collection) {
      case "projects" -> event.resource("account", name.equals("_") ? null : name);
      case "locations" -> event.resource("region", name);
      default -> event.resource("name", name);
    }
  }
}

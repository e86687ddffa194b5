package dev.eventprocessor.azure;

import org.jspecify.annotations.Nullable;

/**
 * The path that Azure Resource Manager names a resource by: {@code
 * /subscriptions/{id}/resourceGroups/{group}/providers/{type}/{name}}, in any case. Anything else
 * says nothing.
 */
final class ResourcePath {

  private static final String BEGIN = "/subscriptions/";

  private ResourcePath() {}

  /** The subscription's id. */
  static @Nullable String subscription(@Nullable String path) {
    if (path == null || !path.regionMatches(true, 0, BEGIN, 0, BEGIN.length())) {
      return null;
    }
    int end = path.indexOf('/', BEGIN.length());
    return end == BEGIN.length()
        ? null
        : path.substring(BEGIN.length(), end < 0 ? path.length() : end);
  }

  /** The resource's own name, the path's last step; a fragment behind it is not its. */
  static @Nullable String name(@Nullable String path) {
    if (path == null || subscription(path) == null) {
      return null;
    }
    int fragment = path.indexOf('#');
    String resource = fragment < 0 ? path : path.substring(0, fragment);
    return resource.indexOf('/', BEGIN.length()) < 0
        ? null
        : resource.substring(resource.lastIndexOf('/') + 1);
  }
}

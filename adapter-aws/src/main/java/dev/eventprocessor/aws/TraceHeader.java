package dev.eventprocessor.aws;

import org.jspecify.annotations.Nullable;

/**
 * AWS X-Ray's trace header as W3C's {@code traceparent}: the two say the same in other words
 * ("Tracing header", AWS X-Ray Developer Guide; "Trace Context", W3C). Stateless.
 */
final class TraceHeader {

  private TraceHeader() {}

  /**
   * Null where it does not name a parent, as a header that a gateway has made up does not.
   *
   * @param header for example {@code Root=1-5759e988-bd862e3fe1be46a994272793;Parent=...;Sampled=1}
   */
  static @Nullable String traceparent(@Nullable String header) {
    if (header == null) {
      return null;
    }
    @Nullable String root = part(header, "Root=");
    @Nullable String parent = part(header, "Parent=");
    if (root == null
        || parent == null
        || root.length() != 35
        || !root.startsWith("1-")
        || root.charAt(10) != '-') {
      return null;
    }
    String trace = root.substring(2, 10) + root.substring(11);
    if (!isHexadecimal(trace) || parent.length() != 16 || !isHexadecimal(parent)) {
      return null;
    }
    return "00-" + trace + "-" + parent + ("1".equals(part(header, "Sampled=")) ? "-01" : "-00");
  }

  private static @Nullable String part(String header, String name) {
    int from = 0;
    while (from < header.length()) {
      int semicolon = header.indexOf(';', from);
      int to = semicolon < 0 ? header.length() : semicolon;
      String part = header.substring(from, to).trim();
      if (part.startsWith(name)) {
        return part.substring(name.length());
      }
      from = to + 1;
    }
    return null;
  }

  private static boolean isHexadecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}

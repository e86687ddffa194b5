package dev.eventprocessor.json;

/**
 * How large a JSON text may be. Payloads come from outside: without bounds one of them can take a
 * whole instance down.
 *
 * @param maxBytes the longest text, in bytes
 * @param maxDepth how many maps and lists may stand inside one another
 */
public record JsonLimits(int maxBytes, int maxDepth) {

  /**
   * 16 MiB and 500 levels. Lambda passes at most 6 MB to a synchronous invocation (Lambda quotas),
   * and a Pub/Sub message holds at most 10 MB, 13.4 MB in base64 (Pub/Sub quotas).
   */
  public static final JsonLimits DEFAULT = new JsonLimits(16 * 1024 * 1024, 500);

  /** Refuses limits that would let nothing through. */
  public JsonLimits {
    if (maxBytes < 1 || maxDepth < 1) {
      throw new IllegalArgumentException("maxBytes and maxDepth are 1 or more");
    }
  }
}

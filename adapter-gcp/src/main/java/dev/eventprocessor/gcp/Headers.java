package dev.eventprocessor.gcp;

import dev.eventprocessor.event.HttpText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request's headers, names in lower case: HTTP does not tell them apart by it. Immutable. */
final class Headers {

  /** Headers that HTTP, its proxies and Google's front end set; the sender's are the others. */
  private static final String[] OF_THE_WAY = {
    "accept",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "cookie",
    "expect",
    "forwarded",
    "from",
    "function-execution-id",
    "host",
    "http_function_execution_id",
    "http2-settings",
    "te",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "via",
  };

  private static final String[] OF_THE_WAY_BEGINNINGS = {
    "accept-", "x-forwarded-", "x-goog-", "x-cloud-", "x-appengine-", "x-google-", "x-serverless-"
  };

  private final Map<String, List<String>> headers;

  private Headers(Map<String, List<String>> headers) {
    this.headers = headers;
  }

  static Headers of(Map<String, List<String>> given) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> header : given.entrySet()) {
      headers.put(HttpText.headerName(header.getKey()), List.copyOf(header.getValue()));
    }
    return new Headers(headers);
  }

  /** All of them, as an event has them. */
  Map<String, List<String>> map() {
    return headers;
  }

  /** The first value of a header; null where there is none. */
  @Nullable String first(String name) {
    @Nullable List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** All values of a header. */
  List<String> all(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** A count; null where there is none. */
  @Nullable Long number(String name) {
    @Nullable String text = first(name);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * The body's media type; null where it says nothing: bytes of any kind are declared so by
   * default, by Cloud Scheduler and Cloud Tasks among others.
   */
  @Nullable String contentType() {
    @Nullable String type = first("content-type");
    return type == null || type.regionMatches(true, 0, "application/octet-stream", 0, 24)
        ? null
        : type;
  }

  /** Whether any header begins so. */
  boolean hasAny(String beginning) {
    for (String name : headers.keySet()) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** The headers that neither HTTP nor the platform sets, each with its first value. */
  Map<String, Object> ofTheSender() {
    Map<String, Object> senders = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (!isOfTheWay(header.getKey()) && !header.getValue().isEmpty()) {
        senders.put(header.getKey(), header.getValue().get(0));
      }
    }
    return senders;
  }

  private static boolean isOfTheWay(String name) {
    for (String of : OF_THE_WAY) {
      if (of.equals(name)) {
        return true;
      }
    }
    for (String beginning : OF_THE_WAY_BEGINNINGS) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}

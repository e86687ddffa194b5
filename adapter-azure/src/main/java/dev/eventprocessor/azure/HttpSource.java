package dev.eventprocessor.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request ("Azure Functions HTTP trigger"). The host joins what repeats and drops what is empty;
 * the query is therefore read from the address.
 */
final class HttpSource implements AzureSource {

  @Override
  public PortableEvent event(Bound bound) {
    if (!(bound.value() instanceof HttpRequestMessage<?> request)) {
      throw wrong(
          "What was bound for an HTTP trigger should be an HttpRequestMessage. Bind it as such.");
    }
    URI uri = uri(request);
    Map<String, List<String>> headers = headers(request.getHeaders());
    @Nullable String contentType = first(headers, "content-type");
    @Nullable String rawQuery = uri.getRawQuery();
    return PortableEvent.of(Kind.HTTP, "azure", "azure.http")
        .put("type", "com.microsoft.functions.http")
        .put("subject", uri.getPath())
        .content(Body.content(body(request), contentType))
        .put("datacontenttype", contentType)
        .resource("name", bound.call().function())
        .detail("http", "method", method(request))
        .detail("http", "path", uri.getPath())
        .detail("http", "rawpath", uri.getRawPath())
        .detail("http", "query", query(rawQuery))
        .detail("http", "rawquery", rawQuery)
        .detail("http", "headers", headers)
        .detail("http", "cookies", cookies(first(headers, "cookie")))
        .detail("http", "scheme", uri.getScheme())
        .detail("http", "host", uri.getHost());
  }

  @Override
  public boolean mayHoldEvents() {
    return false;
  }

  @Override
  public Order order() {
    return Order.INDEPENDENT;
  }

  private static URI uri(HttpRequestMessage<?> request) {
    try {
      return request.getUri();
    } catch (IllegalArgumentException notAUri) {
      throw wrong(
          "The address of the HTTP request has a character that no URI can have. The client has to"
              + " percent-encode it.");
    }
  }

  private static String method(HttpRequestMessage<?> request) {
    try {
      return request.getHttpMethod().name();
    } catch (IllegalArgumentException unknown) {
      throw wrong(
          "The HTTP request has a method that the Functions library does not know. Name the methods"
              + " that you want in the trigger annotation.");
    }
  }

  /** Without the cause, whose message quotes the request. */
  private static InvalidEventException wrong(String message) {
    return new InvalidEventException(ErrorId.PAYLOAD_WRONG_SHAPE, message);
  }

  private static @Nullable Object body(HttpRequestMessage<?> request) {
    @Nullable Object body = request.getBody();
    return body instanceof Optional<?> optional ? optional.orElse(null) : body;
  }

  private static Map<String, List<String>> headers(Map<String, String> given) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Map.Entry<String, String> header : given.entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue()));
    }
    return headers;
  }

  private static @Nullable String first(Map<String, List<String>> headers, String name) {
    @Nullable List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  private static Map<String, List<String>> query(@Nullable String raw) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    int length = raw == null ? 0 : raw.length();
    for (int at = 0; raw != null && at < length; ) {
      int end = raw.indexOf('&', at);
      end = end < 0 ? length : end;
      int equals = raw.indexOf('=', at);
      boolean valued = equals >= 0 && equals < end;
      String name = decoded(raw.substring(at, valued ? equals : end));
      String value = valued ? decoded(raw.substring(equals + 1, end)) : "";
      if (!name.isEmpty()) {
        query.computeIfAbsent(name, none -> new ArrayList<>(1)).add(value);
      }
      at = end + 1;
    }
    return query;
  }

  /** As it is where it is not encoded as it should be. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static @Nullable Map<String, String> cookies(@Nullable String header) {
    Map<String, String> cookies = new LinkedHashMap<>();
    int length = header == null ? 0 : header.length();
    for (int at = 0; header != null && at < length; ) {
      int end = header.indexOf(';', at);
      end = end < 0 ? length : end;
      int equals = header.indexOf('=', at);
      if (equals > at && equals < end) {
        cookies.putIfAbsent(
            header.substring(at, equals).trim(), header.substring(equals + 1, end).trim());
      }
      at = end + 1;
    }
    return cookies.isEmpty() ? null : cookies;
  }
}

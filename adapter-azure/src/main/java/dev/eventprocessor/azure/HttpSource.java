package dev.eventprocessor.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request ("Azure Functions HTTP trigger"). The host joins what repeats and drops what is empty;
 * the query is therefore read from the address.
 */
final class HttpSource implements AzureSource {

  private static final String MANGLED =
      "Have it sent to a function whose binding is binary, or send a reference to the content (for"
          + " example a blob) in place of the content.";

  private final Charset charset;

  /** In this JVM. */
  HttpSource() {
    this(Charset.defaultCharset());
  }

  /** Where the worker reads bytes as text in this charset: the JVM's, whatever was meant. */
  HttpSource(Charset charset) {
    this.charset = charset;
  }

  @Override
  public PortableEvent event(Bound bound) {
    if (!(bound.value() instanceof HttpRequestMessage<?> request)) {
      throw wrong(
          "What was bound for an HTTP trigger should be an HttpRequestMessage. Bind it as such.");
    }
    URI uri = uri(request);
    Map<String, List<String>> headers = headers(request.getHeaders());
    @Nullable String contentType = HttpText.bodyType(headers);
    @Nullable String rawQuery = uri.getRawQuery();
    String rawPath = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    if (body(request) instanceof String text // Which the host, or the worker, makes of most.
        && HttpText.isMangled(text, charset, contentType)) {
      throw HttpText.mangled("Azure Functions for Java", MANGLED);
    }
    String path = HttpText.path(rawPath);
    return PortableEvent.of(Kind.HTTP, "azure", "azure.http")
        .put("type", "com.microsoft.functions.http")
        .put("subject", path)
        .content(content(body(request), contentType))
        .put("datacontenttype", contentType)
        .resource("name", bound.call().function())
        .detail("http", "method", method(request))
        .detail("http", "path", path)
        .detail("http", "rawpath", rawPath)
        .detail("http", "query", rawQuery == null ? Map.of() : HttpText.query(rawQuery))
        .detail("http", "rawquery", rawQuery)
        .detail("http", "headers", headers)
        .detail("http", "cookies", cookies(headers))
        .detail("http", "scheme", uri.getScheme())
        .detail("http", "host", uri.getHost())
        .detail(
            "http",
            "remoteip",
            HttpText.remoteIp(headers.getOrDefault("x-forwarded-for", List.of())));
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
   * The request as the host's custom handlers get it; an address that cannot be read is left out.
   */
  @Override
  public Object raw(Bound bound) {
    Map<String, @Nullable Object> raw = bound.raw();
    if (bound.value() instanceof HttpRequestMessage<?> request) {
      Map<String, @Nullable Object> data = new LinkedHashMap<>();
      try {
        data.put("Url", request.getUri().toString());
        data.put("Method", request.getHttpMethod().name());
      } catch (IllegalArgumentException unreadable) {
        data.remove("Url");
      }
      data.put("Headers", request.getHeaders());
      data.put("Query", request.getQueryParameters());
      data.put("Body", body(request));
      raw.put("Data", data);
    }
    return raw;
  }

  /** What is known of a request that is refused, as its event would have it. */
  static Map<String, ?> head(HttpRequestMessage<?> request) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("headers", headers(request.getHeaders()));
    try {
      head.put("method", method(request));
    } catch (InvalidEventException unknown) {
      // The library does not tell it, and HEAD is one that it knows.
    }
    return head;
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

  private static @Nullable Content content(@Nullable Object body, @Nullable String type) {
    @Nullable Content content = Body.content(body, type); // Checks the size.
    return body instanceof String text ? HttpText.body(text, type) : content;
  }

  private static @Nullable Object body(HttpRequestMessage<?> request) {
    @Nullable Object body = request.getBody();
    return body instanceof Optional<?> optional ? optional.orElse(null) : body;
  }

  private static Map<String, List<String>> headers(Map<String, String> given) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Map.Entry<String, String> header : given.entrySet()) {
      headers.put(HttpText.headerName(header.getKey()), List.of(header.getValue()));
    }
    return headers;
  }

  private static Map<String, String> cookies(Map<String, List<String>> headers) {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String line : headers.getOrDefault("cookie", List.of())) {
      HttpText.addCookies(line, cookies);
    }
    return cookies;
  }
}

package dev.eventprocessor.fakes.azure;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the worker gives it to a function. Address and method are read when the function
 * asks for them, so that it is the function which gets the error of one that is none. Not
 * thread-safe.
 */
public final class FakeHttpRequestMessage implements HttpRequestMessage<Optional<Object>> {

  private final String method;
  private final String url;
  private final Map<String, String> headers;
  private final Map<String, String> query;
  private final Optional<Object> body;
  private @Nullable HttpMethod readMethod;
  private @Nullable URI readUri;

  /**
   * A request.
   *
   * @param url the whole address
   * @param headers the host gives names in lower case, and joins values; not copied
   * @param body what the function's parameter makes of it; null for none
   */
  public FakeHttpRequestMessage(
      String method, String url, Map<String, String> headers, @Nullable Object body) {
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.query = query(url);
    this.body = Optional.ofNullable(body);
  }

  /**
   * Of the JSON by which the host tells custom handlers of a request, its keys in either case. What
   * is missing, or of another type, is left out.
   */
  public static FakeHttpRequestMessage ofHost(Map<?, ?> json) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Map.Entry<?, ?> field : json.entrySet()) {
      fields.put(lower(field.getKey()), field.getValue());
    }
    Map<String, String> headers = new LinkedHashMap<>();
    if (fields.get("headers") instanceof Map<?, ?> given) {
      for (Map.Entry<?, ?> header : given.entrySet()) {
        headers.put(lower(header.getKey()), joined(header.getValue()));
      }
    }
    return new FakeHttpRequestMessage(
        fields.get("method") instanceof String method && !method.isEmpty() ? method : "GET",
        fields.get("url") instanceof String url ? url : "",
        headers,
        text(fields.get("body")));
  }

  private static String lower(@Nullable Object name) {
    return String.valueOf(name).toLowerCase(Locale.ROOT);
  }

  private static String joined(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return String.valueOf(value);
    }
    List<String> texts = new ArrayList<>(list.size());
    for (Object each : list) {
      texts.add(String.valueOf(each));
    }
    return String.join(",", texts);
  }

  /** A body that stands in the JSON as it is, where the host would have written it as a text. */
  private static @Nullable Object text(@Nullable Object body) {
    return body instanceof Map<?, ?> || body instanceof List<?> ? Json.writeText(body) : body;
  }

  /** As the host reads it: what repeats is joined, what is empty is dropped. */
  private static Map<String, String> query(String url) {
    int mark = url.indexOf('?');
    if (mark < 0) {
      return Map.of();
    }
    Map<String, String> query = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> parameter :
        HttpText.query(url.substring(mark + 1)).entrySet()) {
      String value = String.join(",", parameter.getValue());
      if (!value.isEmpty()) {
        query.put(parameter.getKey(), value);
      }
    }
    return query;
  }

  @Override
  public URI getUri() {
    @Nullable URI uri = readUri;
    if (uri == null) {
      uri = URI.create(url);
      readUri = uri;
    }
    return uri;
  }

  @Override
  public HttpMethod getHttpMethod() {
    @Nullable HttpMethod known = readMethod;
    if (known == null) {
      known = HttpMethod.value(method);
      readMethod = known;
    }
    return known;
  }

  @Override
  public Map<String, String> getHeaders() {
    return headers;
  }

  @Override
  public Map<String, String> getQueryParameters() {
    return query;
  }

  @Override
  public Optional<Object> getBody() {
    return body;
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
    return new FakeHttpResponseMessage(status);
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
    return new FakeHttpResponseMessage(status);
  }
}

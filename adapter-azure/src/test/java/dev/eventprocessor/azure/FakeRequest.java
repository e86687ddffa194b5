package dev.eventprocessor.azure;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as the worker gives it to a function: names in lower case, one value each. */
record FakeRequest(String method, String url, Map<String, String> headers, @Nullable Object body)
    implements HttpRequestMessage<Optional<Object>> {

  /** Of the host's JSON; what is in another type is left out. */
  static FakeRequest of(@Nullable Object json) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> map) {
      map.forEach((name, value) -> fields.put(((String) name).toLowerCase(Locale.ROOT), value));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    if (fields.get("headers") instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> headers.put(((String) name).toLowerCase(Locale.ROOT), joined(value)));
    }
    return new FakeRequest(
        fields.get("method") instanceof String method && !method.isEmpty() ? method : "GET",
        fields.get("url") instanceof String url ? url : "",
        headers,
        fields.get("body"));
  }

  /** As the host joins what it has as a list. */
  private static String joined(Object value) {
    List<String> values = new ArrayList<>();
    for (Object each : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
      values.add(String.valueOf(each));
    }
    return String.join(",", values);
  }

  @Override
  public URI getUri() {
    return URI.create(url);
  }

  @Override
  public HttpMethod getHttpMethod() {
    return HttpMethod.value(method);
  }

  @Override
  public Map<String, String> getHeaders() {
    return headers;
  }

  @Override
  public Map<String, String> getQueryParameters() {
    return Map.of();
  }

  @Override
  public Optional<Object> getBody() {
    return Optional.ofNullable(body);
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
    return new FakeResponse(status);
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
    return new FakeResponse(status);
  }
}

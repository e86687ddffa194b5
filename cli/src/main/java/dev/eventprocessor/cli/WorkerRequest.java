package dev.eventprocessor.cli;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
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
 * A request as Azure's worker gives it to a function: header names in lower case, values joined.
 */
record WorkerRequest(String method, String url, Map<String, String> headers, @Nullable Object body)
    implements HttpRequestMessage<Optional<Object>> {

  /** Of a custom handler's JSON, whose keys are spelled in either case. */
  static WorkerRequest of(Map<?, ?> json) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Map.Entry<?, ?> field : json.entrySet()) {
      fields.put(String.valueOf(field.getKey()).toLowerCase(Locale.ROOT), field.getValue());
    }
    Map<String, String> headers = new LinkedHashMap<>();
    if (fields.get("headers") instanceof Map<?, ?> given) {
      for (Map.Entry<?, ?> header : given.entrySet()) {
        String name = String.valueOf(header.getKey()).toLowerCase(Locale.ROOT);
        headers.put(name, joined(header.getValue()));
      }
    }
    return new WorkerRequest(
        fields.get("method") instanceof String method && !method.isEmpty() ? method : "GET",
        fields.get("url") instanceof String url ? url : "",
        headers,
        body(fields.get("body")));
  }

  private static String joined(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return String.valueOf(value);
    }
    List<String> texts = new ArrayList<>(list.size());
    for (Object each : list) {
      texts.add(String.valueOf(each));
    }
    return String.join(", ", texts);
  }

  private static @Nullable Object body(@Nullable Object body) {
    return body instanceof Map<?, ?> || body instanceof List<?> ? Json.writeText(body) : body;
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
    return new WorkerResponse(status);
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
    return new WorkerResponse(status);
  }
}

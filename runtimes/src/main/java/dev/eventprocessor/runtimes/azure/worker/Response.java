package dev.eventprocessor.runtimes.azure.worker;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response that a function builds: one value for each header. Not thread-safe. */
final class Response implements HttpResponseMessage, HttpResponseMessage.Builder {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private HttpStatusType status;
  private @Nullable Object body;

  Response(HttpStatusType status) {
    this.status = status;
  }

  Map<String, String> headers() {
    return headers;
  }

  @Override
  public HttpStatusType getStatus() {
    return status;
  }

  @Override
  public @Nullable String getHeader(String key) {
    return headers.get(key);
  }

  @Override
  public @Nullable Object getBody() {
    return body;
  }

  @Override
  public HttpResponseMessage.Builder status(HttpStatusType other) {
    status = other;
    return this;
  }

  @Override
  public HttpResponseMessage.Builder header(String key, String value) {
    headers.put(key, value);
    return this;
  }

  @Override
  public HttpResponseMessage.Builder body(@Nullable Object content) {
    body = content;
    return this;
  }

  @Override
  public HttpResponseMessage build() {
    return this;
  }
}

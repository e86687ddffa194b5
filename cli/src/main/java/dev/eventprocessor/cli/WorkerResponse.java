package dev.eventprocessor.cli;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response as Azure's worker keeps it: one value for each header. Not thread-safe. */
final class WorkerResponse implements HttpResponseMessage, HttpResponseMessage.Builder {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private HttpStatusType status;
  private @Nullable Object body;

  WorkerResponse(HttpStatusType status) {
    this.status = status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** The body, which the adapter gives as text or bytes; empty where there is none. */
  byte[] bytes() {
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    return body == null ? new byte[0] : String.valueOf(body).getBytes(StandardCharsets.UTF_8);
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

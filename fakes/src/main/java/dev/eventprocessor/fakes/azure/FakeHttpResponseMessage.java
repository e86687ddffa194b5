package dev.eventprocessor.fakes.azure;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response as the worker keeps it: one value for each header. Not thread-safe. */
public final class FakeHttpResponseMessage
    implements HttpResponseMessage, HttpResponseMessage.Builder {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private HttpStatusType status;
  private @Nullable Object body;

  FakeHttpResponseMessage(HttpStatusType status) {
    this.status = status;
  }

  /** The headers under the names that they were given, in that order. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body, text in UTF-8; empty where there is none. */
  public byte[] bytes() {
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    return body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
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

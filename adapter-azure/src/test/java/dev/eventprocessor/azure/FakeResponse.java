package dev.eventprocessor.azure;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A response as the worker makes it: one value for each name. */
final class FakeResponse implements HttpResponseMessage, HttpResponseMessage.Builder {

  final Map<String, String> headers = new TreeMap<>();
  private HttpStatusType status;
  private @Nullable Object body;

  FakeResponse(HttpStatusType status) {
    this.status = status;
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
    headers.put(key.toLowerCase(Locale.ROOT), value);
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

package dev.eventprocessor.runtimes.azure.worker;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a function gets it; the body is what the function's parameter makes of it. */
record Request(HttpValue http, @Nullable Object body) implements HttpRequestMessage<Object> {

  @Override
  public URI getUri() {
    return URI.create(http.url());
  }

  @Override
  public HttpMethod getHttpMethod() {
    return HttpMethod.value(http.method());
  }

  @Override
  public Map<String, String> getHeaders() {
    return http.headers();
  }

  /** The host's own reading of the query, which joins what repeats and drops what is empty. */
  @Override
  public Map<String, String> getQueryParameters() {
    return Map.of();
  }

  @Override
  public @Nullable Object getBody() {
    return body;
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
    return new Response(status);
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
    return new Response(status);
  }
}

package dev.eventprocessor.runtimes.azure.deployed;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.eventprocessor.azure.FunctionsEntrypoint;
import java.util.Optional;

/** Functions that answer requests. */
public final class HttpFunctions {

  /** The adapter's, as it is written for {@code @AzureFunction(http = ...)}. */
  @FunctionName("application")
  public HttpResponseMessage application(
      @HttpTrigger(name = "message") HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return FunctionsEntrypoint.answer(request, context);
  }

  /** The adapter's, as it is written where {@code dataType = "binary"} is declared. */
  @FunctionName("uploads")
  public HttpResponseMessage uploads(
      @HttpTrigger(name = "message", dataType = "binary")
          HttpRequestMessage<Optional<byte[]>> request,
      ExecutionContext context) {
    return FunctionsEntrypoint.answer(request, context);
  }

  /** Says what it got, as text. */
  @FunctionName("asText")
  public HttpResponseMessage asText(
      @HttpTrigger(name = "message") HttpRequestMessage<Optional<String>> request) {
    return request
        .createResponseBuilder(HttpStatus.CREATED)
        .header("X-Url", request.getUri().toString())
        .header("X-Seen", request.getHttpMethod() + " " + request.getHeaders().get("x-sent"))
        .body(request.getBody().orElse("nothing"))
        .build();
  }

  /** Gives its bytes back, and nothing where it got none. */
  @FunctionName("asBytes")
  public HttpResponseMessage asBytes(
      @HttpTrigger(name = "message", dataType = "binary")
          HttpRequestMessage<Optional<byte[]>> request) {
    return request
        .createResponseBuilder(HttpStatus.OK)
        .body(request.getBody().orElse(null))
        .build();
  }
}

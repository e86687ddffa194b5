package dev.eventprocessor.runtimes.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service's Invoke operation over HTTP, on loopback. Use it where the caller is no Java code of
 * ours: a queue's poller, an SDK, curl.
 *
 * <p>{@code POST /2015-03-31/functions/{name}/invocations} answers as the service does, for the
 * invocation types {@code RequestResponse} and {@code DryRun}. Signatures are not checked. It does
 * not close the functions.
 */
public final class InvokeFront implements AutoCloseable {

  private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_LOG_BYTES = 4096;

  private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
  private final LoopbackServer server;

  private InvokeFront(List<LambdaFunction> all) {
    all.forEach(function -> functions.put(function.name(), function));
    server = LoopbackServer.start("Invoke front", this::handle);
  }

  /** Serves the functions by their names. */
  public static InvokeFront of(LambdaFunction... functions) {
    return new InvokeFront(List.of(functions));
  }

  /** What an SDK takes as its endpoint. */
  public URI endpoint() {
    return URI.create("http://" + server.authority());
  }

  /** Where one function is called. */
  public URI invocations(LambdaFunction function) {
    return endpoint().resolve("/2015-03-31/functions/" + function.name() + "/invocations");
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      respond(exchange, exchange.getRequestBody().readAllBytes());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      refuse(exchange, 500, "ServiceException", String.valueOf(e.getMessage()));
    }
  }

  private void respond(HttpExchange exchange, byte[] payload)
      throws IOException, InterruptedException {
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
      refuse(exchange, 404, "UnknownOperationException", "Only the Invoke operation is served.");
      return;
    }
    @Nullable LambdaFunction function = functions.get(nameIn(path.group(1)));
    if (function == null) {
      refuse(exchange, 404, "ResourceNotFoundException", "Function not found: " + path.group(1));
    } else if (!function.accepts(payload.length)) {
      String limit = "Request must be smaller than " + LambdaFunction.REQUEST_LIMIT + " bytes";
      refuse(
          exchange, 413, "RequestTooLargeException", limit + " for the InvokeFunction operation");
    } else if (!isJson(payload)) {
      refuse(
          exchange,
          400,
          "InvalidRequestContentException",
          "Could not parse request body into json");
    } else {
      invoke(exchange, function, payload);
    }
  }

  private static void invoke(HttpExchange exchange, LambdaFunction function, byte[] payload)
      throws IOException, InterruptedException {
    String type = header(exchange, "X-Amz-Invocation-Type", "RequestResponse");
    if (type.equals("DryRun")) {
      LoopbackServer.send(exchange, 204, new byte[0]);
    } else if (type.equals("RequestResponse")) {
      answer(exchange, function.invoke(payload));
    } else {
      refuse(
          exchange,
          400,
          "InvalidParameterValueException",
          "This front does not serve the invocation type " + type + ".");
    }
  }

  private static void answer(HttpExchange exchange, LambdaAnswer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("X-Amzn-RequestId", answer.requestId());
    headers.set("X-Amz-Executed-Version", FunctionSettings.VERSION);
    if (!(answer instanceof LambdaAnswer.Response)) {
      headers.set("X-Amz-Function-Error", "Unhandled");
    }
    if (header(exchange, "X-Amz-Log-Type", "None").equals("Tail")) {
      byte[] log = String.join("\n", answer.log()).getBytes(StandardCharsets.UTF_8);
      byte[] tail = Arrays.copyOfRange(log, Math.max(0, log.length - MOST_LOG_BYTES), log.length);
      headers.set("X-Amz-Log-Result", Base64.getEncoder().encodeToString(tail));
    }
    LoopbackServer.send(exchange, 200, answer.payload().bytes());
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("X-Amzn-ErrorType", type);
    String escaped = message.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    String body = "{\"Type\":\"User\",\"Message\":\"" + escaped + "\"}";
    LoopbackServer.send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A name, with or without a qualifier, or an ARN. */
  private static String nameIn(String identifier) {
    String plain =
        identifier.substring(
            identifier.indexOf("function:") < 0 ? 0 : identifier.indexOf("function:") + 9);
    int qualifier = plain.indexOf(':');
    return qualifier < 0 ? plain : plain.substring(0, qualifier);
  }

  private static boolean isJson(byte[] payload) {
    try (JsonParser parser = JSON.createParser(payload)) {
      boolean more = true;
      while (more) {
        more = parser.nextToken() != null;
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String header(HttpExchange exchange, String name, String otherwise) {
    @Nullable String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? otherwise : value;
  }
}

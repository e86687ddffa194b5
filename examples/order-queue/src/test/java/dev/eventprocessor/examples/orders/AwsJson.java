package dev.eventprocessor.examples.orders;

import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Calls of an AWS service whose protocol is JSON, without an SDK and without a signature: for
 * emulators on this machine.
 */
final class AwsJson {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;
  private final String service;
  private final String version;
  private final String target;

  /**
   * Describes the service.
   *
   * @param service its name in the scope of a signature
   * @param version of the protocol
   * @param target what stands before each operation's name
   */
  AwsJson(URI endpoint, String service, String version, String target) {
    this.endpoint = endpoint;
    this.service = service;
    this.version = version;
    this.target = target;
  }

  /** One call; what it answers. */
  Map<?, ?> call(String operation, Map<String, ?> input) throws IOException, InterruptedException {
    String scope = "key/20260101/us-east-1/" + service + "/aws4_request";
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/x-amz-json-" + version)
            .header("X-Amz-Target", target + "." + operation)
            .header("X-Amz-Date", "20260101T000000Z")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature=none")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(input)))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(operation + ": " + response.statusCode() + " " + response.body());
    }
    return response.body().isEmpty() ? Map.of() : (Map<?, ?>) Json.read(response.body());
  }
}

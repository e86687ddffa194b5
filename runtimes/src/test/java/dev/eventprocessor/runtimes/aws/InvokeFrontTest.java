package dev.eventprocessor.runtimes.aws;

import static dev.eventprocessor.runtimes.aws.DeployedFunctions.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.runtimes.aws.deployed.Functions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
@Timeout(120)
class InvokeFrontTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path deployment;

  private static LambdaFunction echo;
  private static LambdaFunction thrower;
  private static InvokeFront front;

  @BeforeAll
  static void open() throws Exception {
    DeployedFunctions.exploded(deployment);
    echo = LambdaFunction.of(deployment, Functions.Echo.class.getName()).name("echo").start();
    thrower =
        LambdaFunction.of(deployment, Functions.Thrower.class.getName()).name("thrower").start();
    front = InvokeFront.of(echo, thrower);
  }

  @AfterAll
  static void close() {
    front.close();
    thrower.close();
    echo.close();
  }

  @Test
  void aResponseIsTheBodyWithTheVersion() throws Exception {
    HttpResponse<String> response = post(front.invocations(echo), bytes("{\"a\":1}"));

    assertEquals(200, response.statusCode());
    assertEquals("{\"a\":1}", response.body());
    assertEquals("$LATEST", header(response, "X-Amz-Executed-Version"));
    assertFalse(response.headers().firstValue("X-Amz-Function-Error").isPresent());
    assertFalse(header(response, "X-Amzn-RequestId").isEmpty());
  }

  @Test
  void aFunctionErrorIsAlso200AndHasAHeader() throws Exception {
    HttpResponse<String> response = post(front.invocations(thrower), bytes("{}"));

    assertEquals(200, response.statusCode());
    assertEquals("Unhandled", header(response, "X-Amz-Function-Error"));
    assertTrue(response.body().contains("\"errorMessage\":\"outer \u00fc\""), response.body());
  }

  @Test
  void theTailOfTheLogIsGivenToThoseWhoAsk() throws Exception {
    HttpResponse<String> response =
        post(front.invocations(echo), bytes("1"), "X-Amz-Log-Type", "Tail");

    byte[] log = Base64.getDecoder().decode(header(response, "X-Amz-Log-Result"));
    assertEquals("out 1\nerr 1\nlogger 1", new String(log, StandardCharsets.UTF_8));
  }

  @Test
  void aFunctionIsFoundByItsArnAndWithAQualifier() throws Exception {
    String arn = "arn:aws:lambda:us-east-1:123456789012:function:echo:$LATEST";

    assertEquals("2", post(path(arn), bytes("2")).body());
    assertEquals("3", post(path("echo:live"), bytes("3")).body());
  }

  @Test
  void whatTheServiceRefusesIsRefusedInItsWords() throws Exception {
    HttpResponse<String> unknown = post(path("unknown"), bytes("{}"));
    HttpResponse<String> broken = post(front.invocations(echo), bytes("{\"a\":"));
    HttpResponse<String> large =
        post(front.invocations(echo), new byte[LambdaFunction.REQUEST_LIMIT + 1]);
    HttpResponse<String> later =
        post(front.invocations(echo), bytes("{}"), "X-Amz-Invocation-Type", "Event");

    assertEquals(404, unknown.statusCode());
    assertEquals("ResourceNotFoundException", header(unknown, "X-Amzn-ErrorType"));
    assertEquals(400, broken.statusCode());
    assertEquals("InvalidRequestContentException", header(broken, "X-Amzn-ErrorType"));
    assertEquals(413, large.statusCode());
    assertEquals("RequestTooLargeException", header(large, "X-Amzn-ErrorType"));
    assertEquals(400, later.statusCode());
    assertEquals("InvalidParameterValueException", header(later, "X-Amzn-ErrorType"));
  }

  @Test
  void aDryRunCallsNothing() throws Exception {
    HttpResponse<String> response =
        post(front.invocations(echo), bytes("{}"), "X-Amz-Invocation-Type", "DryRun");

    assertEquals(204, response.statusCode());
  }

  private static URI path(String function) {
    return front.endpoint().resolve("/2015-03-31/functions/" + function + "/invocations");
  }

  private static HttpResponse<String> post(URI uri, byte[] body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}

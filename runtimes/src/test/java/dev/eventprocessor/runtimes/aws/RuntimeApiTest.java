package dev.eventprocessor.runtimes.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the runtime itself never asks for; the rest is seen in {@link LambdaFunctionTest}. */
@Timeout(60)
class RuntimeApiTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration SECOND = Duration.ofSeconds(1);

  private RuntimeApi api;

  @BeforeEach
  void open() {
    api =
        new RuntimeApi(
            new FunctionSettings(
                "f", "h", Path.of(""), Map.of(), SECOND, 128, 1, /* snapStart= */ false, SECOND));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    assertEquals(404, status("GET", "/"));
    assertEquals(404, status("GET", "/2018-06-01/runtime/invocation"));
    assertEquals(404, status("POST", "/2018-06-01/runtime/invocation/next"));
    assertEquals(404, status("GET", "/other/invocation/next"));
  }

  @Test
  void anAnswerToNoCallIsABadRequest() throws Exception {
    assertEquals(400, status("POST", "/2018-06-01/runtime/invocation/unknown/response"));
    assertEquals(400, status("POST", "/2018-06-01/runtime/invocation/unknown/error"));
  }

  @Test
  void anInitErrorIsAcceptedAndKept() throws Exception {
    assertEquals(202, status("POST", "/2018-06-01/runtime/init/error"));

    assertEquals("c", api.initError().orElseThrow().category());
    assertFalse(api.isServing());
  }

  @Test
  void aRestoreErrorIsAcceptedAndKept() throws Exception {
    assertEquals(202, status("POST", "/2018-06-01/runtime/restore/error"));

    assertEquals("m", api.initError().orElseThrow().message());
  }

  private int status(String method, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + api.authority() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Lambda-Runtime-Function-Error-Type", "c")
            .method(method, BodyPublishers.ofString("{\"errorMessage\":\"m\"}"))
            .build();
    return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
  }
}

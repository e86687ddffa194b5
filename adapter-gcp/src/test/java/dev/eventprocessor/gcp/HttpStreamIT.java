package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.gcp.deployed.StreamModule;
import dev.eventprocessor.runtimes.gcp.FrameworkVersion;
import dev.eventprocessor.runtimes.gcp.FunctionsFramework;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that are written as they come, by Google's own invoker, over a connection. */
class HttpStreamIT {

  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable FunctionsFramework framework;

  @AfterEach
  void stop() {
    if (framework != null) {
      framework.close();
    }
  }

  @ParameterizedTest
  @EnumSource(FrameworkVersion.class)
  void bodiesAreStreamedAndWhatBreaksIsSeen(FrameworkVersion version) throws Exception {
    FunctionsFramework served =
        Deployed.serve(
            HttpEntrypoint.class,
            StreamModule.class,
            version,
            Map.of("JAVA_TOOL_OPTIONS", "-Xmx96m"));
    framework = served;

    assertArrivesWhileItIsWritten(served);
    assertEquals(StreamModule.HUGE, length(get(served, "/huge")));
    assertThrows(IOException.class, () -> length(get(served, "/breaks-short")));
    if (version == FrameworkVersion.V1_4_3) { // Which ends such a response as if it were whole.
      assertEquals(64 * 1024, length(get(served, "/breaks")));
    } else {
      assertThrows(IOException.class, () -> length(get(served, "/breaks")));
    }
    assertTrue(served.output().contains("s3cret"), "the log has what failed");
  }

  /** The function waits for another request before it writes on. */
  private void assertArrivesWhileItIsWritten(FunctionsFramework served) throws Exception {
    HttpResponse<InputStream> gate = get(served, "/gate");
    try (InputStream body = gate.body()) {
      assertEquals('1', body.read());
      assertEquals(204, get(served, "/open").statusCode());
      assertEquals("2", new String(body.readAllBytes(), StandardCharsets.US_ASCII));
    }
    assertFalse(gate.headers().firstValue("content-length").isPresent());
  }

  private HttpResponse<InputStream> get(FunctionsFramework served, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(served.address().resolve(path))
            .timeout(Duration.ofSeconds(60))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private static long length(HttpResponse<InputStream> response) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long length = 0;
    try (InputStream body = response.body()) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        length += read;
      }
    }
    return length;
  }
}

package dev.eventprocessor.runtimes.azure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.azure.FunctionsEntrypoint;
import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.contract.HttpCase.Need;
import dev.eventprocessor.contract.HttpContract;
import dev.eventprocessor.contract.HttpGot;
import dev.eventprocessor.contract.HttpSent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract of HTTP in the stand-in, each request as the host sends it to a worker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpStandInTest {

  private Path packaged;
  private FunctionsApp app;

  /** The app, to be started with the worker under test. */
  FunctionsApp.Builder deploy(Path packagedApp) {
    return FunctionsApp.of(packagedApp);
  }

  @BeforeAll
  void pack(@TempDir Path folder) throws Exception {
    packaged = PackagedApp.of(folder, "HttpFunctions.application", "HttpFunctions.uploads");
    PackagedApp.addLibraries(
        packaged,
        FunctionsEntrypoint.class,
        EventProcessor.class,
        JsonFactory.class,
        HttpApplication.class);
  }

  /** Before each test, because only what a test itself skips is told as skipped. */
  @BeforeEach
  void start() throws Exception {
    if (app == null) {
      app =
          deploy(packaged)
              .settings(Map.of("EVENT_PROCESSOR_MODULE", HttpApplication.class.getName()))
              .start();
    }
  }

  @AfterAll
  void stop() {
    if (app != null) {
      app.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRequestIsAnsweredAsOnEveryPlatform() {
    return HttpContract.answers(this::send, Set.of(Need.SEVERAL_COOKIES, Need.BINARY_BODY));
  }

  @Test
  void aFunctionOfUploadsGetsTheBytesThatWereSent() {
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }

    HttpGot got =
        send("uploads", HttpSent.of("POST", "/echo/b").body("application/octet-stream", every));

    assertEquals(200, got.status());
    assertArrayEquals(every, got.body());
  }

  private HttpGot send(HttpSent sent) {
    return send("application", sent);
  }

  private HttpGot send(String function, HttpSent sent) {
    TypedValue request =
        TypedValue.http(
            sent.method(),
            "https://app.azurewebsites.net" + sent.target(),
            sent.joinedHeaders(),
            sent.body());
    try {
      FunctionAnswer answer = app.invoke(function, request, Map.of());
      if (answer instanceof FunctionAnswer.Response response) {
        return got(response);
      }
      throw new AssertionError(answer);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpGot got(FunctionAnswer.Response response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    @Nullable List<String> cookies = headers.remove("set-cookie");
    return new HttpGot(
        response.status(), headers, cookies == null ? List.of() : cookies, response.body().bytes());
  }
}

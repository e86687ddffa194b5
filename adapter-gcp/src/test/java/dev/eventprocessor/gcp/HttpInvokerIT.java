package dev.eventprocessor.gcp;

import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.contract.HttpCase.Need;
import dev.eventprocessor.contract.HttpContract;
import dev.eventprocessor.contract.HttpGot;
import dev.eventprocessor.contract.HttpSent;
import dev.eventprocessor.runtimes.gcp.FrameworkVersion;
import dev.eventprocessor.runtimes.gcp.FunctionsFramework;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract of HTTP in Google's own invoker, over a connection. */
class HttpInvokerIT {

  private static final Set<Need> REFUSED_BY_JETTY_12 =
      Set.of(Need.ENCODED_SLASH, Need.ENCODED_PERCENT, Need.ENCODED_CONTROL, Need.COLLECTED_BODY);

  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable FunctionsFramework framework;

  @AfterEach
  void stop() {
    if (framework != null) {
      framework.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> version2() throws InterruptedException {
    return tests(FrameworkVersion.V2_0_0, REFUSED_BY_JETTY_12);
  }

  @TestFactory
  Stream<DynamicTest> version1() throws InterruptedException {
    return tests(FrameworkVersion.V1_4_3, Set.of(Need.ENCODED_CONTROL, Need.COLLECTED_BODY));
  }

  private Stream<DynamicTest> tests(FrameworkVersion version, Set<Need> lacks)
      throws InterruptedException {
    FunctionsFramework served =
        Deployed.serve(HttpEntrypoint.class, HttpApplication.class, version);
    framework = served;
    return HttpContract.answers(request -> send(served.address(), request), lacks);
  }

  private HttpGot send(URI address, HttpSent sent) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(sent.target()))
            .timeout(Duration.ofSeconds(30))
            .method(sent.method(), HttpRequest.BodyPublishers.ofByteArray(sent.body()));
    sent.headers().forEach(header -> request.header(header.name(), header.value()));
    HttpResponse<byte[]> response;
    try {
      response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException brokenOff) {
      return new HttpGot(0, Map.of(), List.of(), new byte[0]);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response.headers().map().forEach((name, value) -> headers.put(lower(name), value));
    headers.computeIfPresent( // Jetty spells a charset in its own ways.
        "content-type",
        (name, types) -> List.of(lower(types.get(0)).replace(";charset", "; charset")));
    @Nullable List<String> cookies = headers.remove("set-cookie");
    return new HttpGot(
        response.statusCode(), headers, cookies == null ? List.of() : cookies, response.body());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

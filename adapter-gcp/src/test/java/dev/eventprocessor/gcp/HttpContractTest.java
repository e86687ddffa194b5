package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.contract.HttpCase.Need;
import dev.eventprocessor.contract.HttpContract;
import dev.eventprocessor.contract.HttpGot;
import dev.eventprocessor.contract.HttpSent;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract of HTTP, in the framework's own form. */
class HttpContractTest {

  @TestFactory
  Stream<DynamicTest> httpFunctions() {
    HttpApplication application = new HttpApplication();
    HttpEntrypoint function = new HttpEntrypoint(application) {};
    return HttpContract.tests(
        application, request -> send(function, request), Set.of(Need.COLLECTED_BODY));
  }

  private static HttpGot send(HttpEntrypoint function, HttpSent sent) {
    FakeHttpRequest request = new FakeHttpRequest(sent.method(), sent.target(), sent.body());
    sent.headers().forEach(header -> request.header(header.name(), header.value()));
    FakeHttpResponse answer = new FakeHttpResponse();
    try {
      function.service(request, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException halfWay) { // The framework breaks the connection off.
      assertTrue(answer.text().length() > 0);
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    answer
        .getHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    @Nullable List<String> cookies = headers.remove("set-cookie");
    return new HttpGot(
        answer.status(),
        headers,
        cookies == null ? List.of() : new ArrayList<>(cookies),
        answer.body());
  }
}

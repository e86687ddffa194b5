package dev.eventprocessor.azure;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.contract.HttpCase.Need;
import dev.eventprocessor.contract.HttpContract;
import dev.eventprocessor.contract.HttpGot;
import dev.eventprocessor.contract.HttpSent;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.fakes.azure.FakeHttpRequestMessage;
import dev.eventprocessor.fakes.azure.FakeHttpResponseMessage;
import dev.eventprocessor.spi.Applications;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract of HTTP, with the body bound as text and as bytes. */
class HttpContractTest {

  @TestFactory
  Stream<DynamicTest> bodiesAsBytes() {
    return tests(HttpSent::body);
  }

  /** As the host hands bodies over that are declared to be text. */
  @TestFactory
  Stream<DynamicTest> bodiesAsTextWhereTheyAre() {
    return tests(request -> request.isText() ? request.text() : request.body());
  }

  private interface Binding {
    Object body(HttpSent request);
  }

  private static Stream<DynamicTest> tests(Binding binding) {
    HttpApplication module = new HttpApplication();
    AzureApplication application = new AzureApplication(Applications.build(module));
    return HttpContract.tests(
        module,
        request -> send(application, request, binding),
        Set.of(Need.SEVERAL_COOKIES, Need.BROKEN_TARGET, Need.UNKNOWN_METHOD, Need.CASE_OF_METHOD));
  }

  private static HttpGot send(AzureApplication application, HttpSent sent, Binding binding) {
    FakeHttpRequestMessage request =
        new FakeHttpRequestMessage(
            sent.method(),
            "https://app.azurewebsites.net" + sent.target(),
            sent.joinedHeaders(),
            sent.body().length == 0 ? null : binding.body(sent));
    HttpResponseMessage message = application.answer(request, new FakeExecutionContext());
    Map<String, List<String>> headers = new LinkedHashMap<>();
    ((FakeHttpResponseMessage) message)
        .headers()
        .forEach((name, value) -> headers.put(name, List.of(value)));
    @Nullable List<String> cookies = headers.remove("set-cookie");
    return new HttpGot(
        message.getStatusCode(),
        headers,
        cookies == null ? List.of() : cookies,
        bytes(message.getBody()));
  }

  private static byte[] bytes(@Nullable Object body) {
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    return body == null ? new byte[0] : ((String) body).getBytes(StandardCharsets.UTF_8);
  }
}

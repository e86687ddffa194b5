package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import dev.eventprocessor.json.JsonLimits;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that cannot be handed to a processor. */
class HttpRefusalTest {

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD"})
  void aPageOfAnotherOriginMayReadThatItsRequestIsRefused(String method) throws Exception {
    FakeHttpRequest request =
        new FakeHttpRequest(method, "/", new byte[JsonLimits.DEFAULT.maxBytes() + 1])
            .header("Origin", "https://shop.example");

    FakeHttpResponse answer = Requests.send(Requests.of(new HttpApplication()), request);

    assertEquals(413, answer.status());
    assertEquals(
        List.of("https://shop.example"), answer.getHeaders().get("access-control-allow-origin"));
    assertEquals(method.equals("HEAD"), answer.text().isEmpty());
  }
}

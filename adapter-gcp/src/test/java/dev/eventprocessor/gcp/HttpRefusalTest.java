package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.json.JsonLimits;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that cannot be handed to a processor. */
class HttpRefusalTest {

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD"})
  void aPageOfAnotherOriginMayReadThatItsRequestIsRefused(String method) throws Exception {
    FakeHttp request =
        FakeHttp.post(new byte[JsonLimits.DEFAULT.maxBytes() + 1])
            .method(method)
            .header("Origin", "https://shop.example");

    new HttpEntrypoint(new HttpApplication()) {}.service(request, request.answer);

    assertEquals(413, request.answer.status);
    assertEquals(
        List.of("https://shop.example"),
        request.answer.getHeaders().get("access-control-allow-origin"));
    assertEquals(method.equals("HEAD"), request.answer.text().isEmpty());
  }
}

package dev.eventprocessor.fakes.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.azure.functions.HttpMethod;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FakeHttpRequestMessageTest {

  @Test
  void theHostsJsonIsReadInEitherCase() {
    FakeHttpRequestMessage request =
        FakeHttpRequestMessage.ofHost(
            Map.of(
                "Method",
                "PUT",
                "url",
                "https://a.example/b?c=1&c=2&d=",
                "Headers",
                Map.of("X-A", List.of("1", "2"), "Host", "a.example"),
                "body",
                Map.of("e", 1L)));

    assertEquals(HttpMethod.PUT, request.getHttpMethod());
    assertEquals(URI.create("https://a.example/b?c=1&c=2&d="), request.getUri());
    assertEquals(Map.of("x-a", "1,2", "host", "a.example"), request.getHeaders());
    assertEquals(Map.of("c", "1,2"), request.getQueryParameters());
    assertEquals(Optional.of("{\"e\":1}"), request.getBody());
  }

  @Test
  void whatTheHostLeavesOutIsAGetWithoutHeadersAndBody() {
    FakeHttpRequestMessage request = FakeHttpRequestMessage.ofHost(Map.of("Headers", "none"));

    assertEquals(HttpMethod.GET, request.getHttpMethod());
    assertEquals(Map.of(), request.getHeaders());
    assertEquals(Optional.empty(), request.getBody());
  }

  @Test
  void anAddressThatIsNoneFailsWhenTheFunctionAsksForIt() {
    FakeHttpRequestMessage request =
        new FakeHttpRequestMessage("GET", "https://a.example/b c", Map.of(), null);

    assertThrows(IllegalArgumentException.class, request::getUri);
  }
}

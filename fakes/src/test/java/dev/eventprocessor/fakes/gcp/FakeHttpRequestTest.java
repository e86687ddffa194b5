package dev.eventprocessor.fakes.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeHttpRequestTest {

  @ParameterizedTest
  @CsvSource({
    "/a%20b?c=d%20e&c=f, http://localhost/a%20b?c=d%20e&c=f, /a b, c=d%20e&c=f",
    "https://example.com/a?, https://example.com/a?, /a, ''",
    "https://example.com, https://example.com, /,",
    "*, *, *,",
  })
  void aTargetIsReadAsTheFrameworkDoes(String target, String uri, String path, String query) {
    FakeHttpRequest request = FakeHttpRequest.get(target);

    assertEquals(uri, request.getUri());
    assertEquals(path, request.getPath());
    assertEquals(Optional.ofNullable(query), request.getQuery());
  }

  @Test
  void parametersAreDecodedAndKeepTheirOrder() {
    assertEquals(
        Map.of("c", List.of("d e", "f")),
        FakeHttpRequest.get("/?c=d%20e&c=f").getQueryParameters());
    assertEquals(Map.of(), FakeHttpRequest.get("/").getQueryParameters());
  }

  @Test
  void headersAreFoundInAnyCaseAndMayRepeat() {
    FakeHttpRequest request =
        FakeHttpRequest.post("{}")
            .header("content-type", "text/plain")
            .header("X-A", "1")
            .header("x-a", "2");

    assertEquals(List.of("1", "2"), request.getHeaders().get("x-A"));
    assertEquals(Optional.of("text/plain"), request.getContentType());
    assertEquals(Optional.of("1"), request.getFirstHeader("x-a"));
    assertEquals(2, request.getContentLength());
  }
}

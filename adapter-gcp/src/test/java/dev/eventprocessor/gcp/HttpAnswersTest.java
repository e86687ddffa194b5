package dev.eventprocessor.gcp;

import static dev.eventprocessor.Filters.any;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import dev.eventprocessor.http.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers whose head the server does not take. */
class HttpAnswersTest {

  private final HttpEntrypoint entrypoint =
      Requests.of(
          processors ->
              processors
                  .on(any())
                  .call(event -> HttpResponse.of(200).header("x-order", "1").body("done")));

  @Test
  void aHeaderThatTheServerRefusesIsThrownToItOnce() {
    IllegalArgumentException refusal = new IllegalArgumentException("no such header here");
    FakeHttpResponse refusing =
        new FakeHttpResponse() {
          @Override
          public void appendHeader(String header, String value) {
            super.appendHeader(header, value);
            throw refusal;
          }
        };

    assertSame(
        refusal,
        assertThrows(
            IllegalArgumentException.class,
            () -> entrypoint.service(FakeHttpRequest.get("/?a=1"), refusing)));
    assertEquals(List.of("1"), refusing.getHeaders().get("x-order"));
  }

  @Test
  void aConnectionThatIsGoneIsThrownWithoutAnotherAnswer() {
    IOException gone = new IOException("gone");
    FakeHttpResponse closed =
        new FakeHttpResponse() {
          @Override
          public OutputStream getOutputStream() {
            throw new UncheckedIOException(gone);
          }
        };

    assertThrows(
        UncheckedIOException.class, () -> entrypoint.service(FakeHttpRequest.get("/?a=1"), closed));
    assertEquals(200, closed.status(), "no second head");
  }
}
